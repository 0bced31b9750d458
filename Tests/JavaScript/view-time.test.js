import assert from "node:assert/strict";
import test from "node:test";

import { clock, left, share, until } from "../../Sources/House/Public/js/room/view/words.js";

test("What is left is shown in minutes and seconds, and below nothing when it is over", () => {
  assert.equal(clock(245000), "4:05");
  assert.equal(clock(59001), "1:00");
  assert.equal(clock(0), "0:00");
  assert.equal(clock(-500), "0:00");
  assert.equal(clock(-30000), "-0:30");
  assert.equal(clock(5400000), "90:00");
});

test("A held clock stands still", () => {
  const held = { startedAt: 0, endsAt: 10000, heldSince: 4000 };
  assert.equal(left(held, 9000), 6000);
  assert.equal(left({ ...held, heldSince: undefined }, 9000), 1000);
});

test("The share that has passed stays between nothing and all", () => {
  assert.equal(share(0, 100, -5), 0);
  assert.equal(share(0, 100, 25), 0.25);
  assert.equal(share(0, 100, 500), 1);
  assert.equal(share(100, 100, 50), 1);
});

test("The time until the doors open names the two units that count", () => {
  const minutes = (count) => until(count * 60000, 0);
  assert.deepEqual(minutes(3), [["minutes", 3]]);
  assert.deepEqual(minutes(65), [["hours", 1], ["minutes", 5]]);
  assert.deepEqual(minutes(120), [["hours", 2]]);
  assert.deepEqual(minutes(1440 * 2 + 60), [["days", 2], ["hours", 1]]);
  assert.deepEqual(until(0, 5000), [["minutes", 0]]);
});
