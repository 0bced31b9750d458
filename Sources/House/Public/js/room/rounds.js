// The rounds that fit a part: as many as it takes to meet everybody, each long enough to talk. The counterpart of
// `HonourWalk` in Core.

const shortest = 5;
const company = 3;

/** `minutes` left of the part, `people` in the room. */
export function fittingRounds(minutes, people) {
  const needed = Math.max(1, Math.ceil((people - 1) / company));
  const count = Math.max(1, Math.min(needed, Math.floor(minutes / shortest), 10));
  return { count, minutes: Math.max(3, Math.min(30, Math.floor(minutes / count))) };
}
