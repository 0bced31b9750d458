// Positions of tables and people in the picture: pure geometry, so that it can be tested.

/**
 * Cells for `count` tables in a room of `width`, at least `height` tall: as many columns as make the tables largest.
 * Gives `{ width, height, cell, radius, face, reach, places: [{x, y}] }`, `reach` from a table's middle to its faces; the room
 * grows taller when it must.
 */
export function arrange(count, width, height) {
  let best;
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const cell = width / columns;
    if (columns > 1 && cell < 132) break;
    const rows = Math.ceil(count / columns) || 1;
    const tall = Math.max(height / rows, 142);
    const radius = Math.max(26, Math.min(cell * 0.26, (tall - 98) / 1.8, 92));
    const overflow = Math.max(0, tall * rows - height);
    const score = radius - overflow / 12;
    if (!best || score > best.score + 0.01) best = { score, columns, rows, cell, tall, radius };
  }
  const face = Math.min(54, Math.max(30, best.radius * 0.66));
  return {
    width, height: best.tall * best.rows, cell: best.cell, radius: best.radius, face,
    reach: best.radius * 1.06 + face * 0.34, places: places(count, best),
  };
}

/** Rows are as even as they can be, and a little out of line, as tables in a room are; a shorter row stands in the middle. */
function places(count, { columns, rows, cell, tall }) {
  const all = [];
  for (let row = 0; row < rows; row++) {
    const inRow = Math.floor(count / rows) + (row < count % rows ? 1 : 0);
    const lean = columns > 1 && inRow === columns ? (row % 2 ? 1 : -1) * Math.max(0, (cell - 120) * 0.09) : 0;
    for (let at = 0; at < inRow; at++) {
      all.push({ x: (at + 0.5 + (columns - inRow) / 2) * cell + lean, y: (row + 0.56) * tall });
    }
  }
  return all;
}

/** The place of seat `seat` of `limit` around a table, from its middle. No seat is at the very top, where the topic stands. */
export function seatAt(seat, limit, radius) {
  const start = { 1: 0.25, 2: 0, 3: 1 / 12, 4: 0.125, 5: 0.05, 6: 0 }[limit] ?? 0.125;
  const turn = (start + seatOrder(seat, limit) / limit) * 2 * Math.PI;
  return { x: Math.cos(turn) * radius, y: Math.sin(turn) * radius };
}

/** The second person stands opposite the first, not beside. */
function seatOrder(seat, limit) {
  const orders = { 4: [2, 0, 3, 1], 6: [3, 0, 1, 4, 2, 5], 5: [0, 2, 4, 1, 3] };
  return orders[limit]?.[seat] ?? seat;
}

/** The place of person `index` of `count` along the bar, which is `width` wide. */
export function atBar(index, count, width) {
  const step = Math.min(72, (width - 72) / Math.max(1, count - 1));
  return width / 2 + (index - (count - 1) / 2) * step;
}
