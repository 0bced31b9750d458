// The meetings of this evening, for whoever hosts: a sentence on the pairs who have not met, and everybody in a table.

import { $, shape, text } from "./dom.js";
import { initials } from "./faces.js";

const pause = 1_500;
let isAsked = false;
let isLate = false;

export function meetings(room) {
  room.addEventListener("met", ({ detail }) => draw(room.state, detail));
  room.addEventListener("change", ({ detail: { event } }) => {
    if (event.moved || event.entered || event.left || event.hosting) lookWhoMet(room);
  });
}

/** Asks the server, though not at everybody's every step, and only while somebody looks. */
export function lookWhoMet(room) {
  if ($("hosting").hidden) return;
  isLate = isAsked;
  if (isAsked) return;
  isAsked = true;
  room.askWhoMet();
  setTimeout(() => {
    isAsked = false;
    if (isLate) lookWhoMet(room);
  }, pause);
}

function draw(state, { people, met, text: words }) {
  text($("met-word"), words);
  const pairs = new Set(met.flatMap(([one, other]) => [one + other, other + one]));
  const columns = people.map((id) => {
    const column = shape("met-column");
    text(column.slots.initials, initials(state.nameOf(id)));
    text(column.slots.name, state.nameOf(id));
    return column;
  });
  $("met-columns").replaceChildren(document.createElement("td"), ...columns);
  $("met-rows").replaceChildren(...people.map((id) => {
    const row = shape("met-row");
    text(row.slots.name, state.nameOf(id));
    row.append(...people.map((other) => (other === id ? document.createElement("td") : shape(pairs.has(id + other) ? "met-yes" : "met-no"))));
    return row;
  }));
}
