// What is said beside everything else: politely read out, seen for a moment, or waiting for an answer.

import { $, keyed, shape, show, text } from "./dom.js";
import { say } from "./words.js";

const passing = new Map();
let next = 0;
let redraw = () => {};

/** Says something that needs no answer. `isQuiet`: only read out. */
export function tell(words, isQuiet = false) {
  const line = document.createElement("p");
  line.textContent = words;
  const polite = $("polite");
  polite.append(line);
  while (polite.children.length > 4) polite.firstElementChild.remove();
  if (isQuiet) return;
  const id = `told-${next++}`;
  passing.set(id, words);
  setTimeout(() => { passing.delete(id); redraw(); }, 7000);
  redraw();
}

/** Draws what waits for an answer: `{id, text, yes: [label, does], no: [label, does]}`, and what was just said. */
export function asking(questionsOf) {
  const known = new Set();
  const draw = () => {
    const questions = questionsOf();
    for (const { id, text: words } of questions) if (!known.has(id)) tell(words, true);
    known.clear();
    for (const { id } of questions) known.add(id);
    keyed($("asks"), questions, () => shape("ask"), fill);
    const told = [...passing].map(([id, words]) => ({ id, words }));
    keyed($("told"), told, () => document.createElement("p"), (line, { words }) => text(line, words));
  };
  redraw = draw;
  return draw;
}

function fill(element, { text: words, yes, no }) {
  text(element.slots.text, words);
  for (const [slot, answer] of [["yes", yes], ["no", no]]) {
    const button = element.slots[slot];
    show(button, answer);
    if (!answer) continue;
    text(button, say(answer[0]));
    button.onclick = answer[1];
  }
}
