// Passing remarks: read out at once, and shown for a moment.

import { $ } from "./dom.js";

/** Sentences by their ids, the oldest first; `asks` shows them. */
export const passing = new Map();
const drawing = { next: 0, redraw: () => {} };

/** Says something that needs no answer. `isQuiet`: only read out. `about`: replaces earlier news about the same thing. */
export function tell(words, isQuiet = false, about = null) {
  if (about) forget(about);
  const line = document.createElement("p");
  line.textContent = words;
  const polite = $("polite");
  polite.append(line);
  while (polite.children.length > 4) polite.firstElementChild.remove();
  if (isQuiet) return;
  const id = `${about ?? "told"}-${drawing.next++}`;
  passing.set(id, words);
  if (passing.size > 2) passing.delete(passing.keys().next().value);
  setTimeout(() => { passing.delete(id); drawing.redraw(); }, 7000);
  drawing.redraw();
}

/** Takes back news about something that has passed. */
export function forget(about) {
  for (const id of passing.keys()) if (id.startsWith(`${about}-`)) passing.delete(id);
  drawing.redraw();
}

/** Calls `draw` whenever the news changes. */
export function redrawTold(draw) {
  drawing.redraw = draw;
}
