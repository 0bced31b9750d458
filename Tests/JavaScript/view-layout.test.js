import assert from "node:assert/strict";
import test from "node:test";

import { arrange, atBar, seatAt } from "../../Sources/House/Public/js/room/view/layout.js";

const rooms = [[600, 530], [373, 240], [342, 500], [900, 620], [1200, 400]];
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

test("Tables never overlap, and all stand inside the room", () => {
  for (const [width, height] of rooms) {
    for (let count = 1; count <= 20; count++) {
      const plan = arrange(count, width, height);
      assert.equal(plan.places.length, count);
      for (const [index, place] of plan.places.entries()) {
        assert.ok(place.x - plan.radius >= 0 && place.x + plan.radius <= width, `${count} in ${width}: ${place.x}`);
        assert.ok(place.y - plan.radius >= 0 && place.y + plan.radius <= plan.height, `${count} in ${height}: ${place.y}`);
        for (const other of plan.places.slice(index + 1)) assert.ok(distance(place, other) > plan.reach * 2, `${count} in ${width}`);
      }
    }
  }
});

test("A room with few tables has large ones and doesn't scroll", () => {
  const [few, many] = [arrange(2, 600, 530), arrange(13, 600, 530)];
  assert.ok(few.radius > 2 * many.radius);
  assert.equal(few.height, 530);
});

test("The rows of a room are as even as they can be", () => {
  const heights = arrange(13, 600, 530).places.map(({ y }) => y);
  const sizes = [...new Set(heights)].map((row) => heights.filter((y) => y === row).length);
  assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
});

test("Everybody at a table has a place of their own, and faces don't touch", () => {
  for (let limit = 2; limit <= 6; limit++) {
    for (const tables of [1, 4, 13]) {
      const { reach, face } = arrange(tables, 600, 530);
      const seats = Array.from({ length: limit }, (_, seat) => seatAt(seat, limit, reach));
      for (const [index, seat] of seats.entries()) {
        assert.ok(Math.abs(Math.hypot(seat.x, seat.y) - reach) < 1e-6);
        for (const other of seats.slice(index + 1)) assert.ok(distance(seat, other) > face, `${limit} at ${tables} tables`);
      }
    }
  }
});

test("The second at a table of four stands opposite the first", () => {
  const [first, second] = [seatAt(0, 4, 50), seatAt(1, 4, 50)];
  assert.ok(distance(first, second) > 99);
});

test("Those on the way stand along the bar, in its middle, inside the room", () => {
  for (const count of [1, 2, 7, 40]) {
    const places = Array.from({ length: count }, (_, index) => atBar(index, count, 373));
    assert.ok(Math.min(...places) >= 36 && Math.max(...places) <= 337, places.join());
    assert.ok(Math.abs(places[0] + places.at(-1) - 373) < 1e-6);
  }
});
