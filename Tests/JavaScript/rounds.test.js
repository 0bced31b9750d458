import assert from "node:assert/strict";
import test from "node:test";

import { fittingRounds } from "../../Sources/House/Public/js/room/rounds.js";

test("Rounds fit the part they are played in", () => {
  for (let minutes = 3; minutes <= 180; minutes += 1) {
    for (let people = 2; people <= 51; people += 1) {
      const rounds = fittingRounds(minutes, people);
      assert.ok(rounds.count * rounds.minutes <= Math.max(3, minutes), `${minutes} ${people}`);
      assert.ok(rounds.count >= 1 && rounds.count <= 10 && rounds.minutes >= 3 && rounds.minutes <= 30);
    }
  }
});

test("As many rounds as it takes to meet everybody, and no more", () => {
  assert.deepEqual(fittingRounds(20, 8), { count: 3, minutes: 6 });
  assert.deepEqual(fittingRounds(20, 4), { count: 1, minutes: 20 });
  assert.deepEqual(fittingRounds(20, 40), { count: 4, minutes: 5 });
});
