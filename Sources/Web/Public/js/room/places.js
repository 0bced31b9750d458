// From where the voices come: around me by seat, each as far from the next. Knows no page.

const widest = (75 * Math.PI) / 180;

/** `[id, angle]` for the others at a table, whose people are given by seat. 0 is straight ahead, negative is left. */
export function places(people, me) {
  const mine = people.indexOf(me);
  const others = [...people.slice(mine + 1), ...people.slice(0, Math.max(mine, 0))];
  return others.map((id, index) => [id, others.length === 1 ? 0 : widest * ((2 * index) / (others.length - 1) - 1)]);
}
