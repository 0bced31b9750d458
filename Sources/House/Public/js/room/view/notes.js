// Written things: text at the table, captions while somebody speaks, the coaster, promises and cards.

import { words } from "../../dates.js";
import { canDictate, dictate } from "../dictation.js";
import { ask, on } from "./actions.js";
import { $, attribute, keyed, meta, shape, show, text } from "./dom.js";
import { language, list, say } from "./words.js";

const names = ["text", "coaster", "cards"];
const seen = { text: 0, coaster: 0, cards: 0 };
let editing = null;
let current = "text";

export function notes(room) {
  on("note", (button) => open(room, button.dataset.note, true));
  $("tab-text").parentElement.addEventListener("keydown", (event) => step(room, event));
  on("say", (form, words) => send(room, form, words));
  on("coaster", (form, words) => write(room, form, words));
  on("edit-line", (button) => edit(room, Number(button.closest("li").dataset.line)));
  $("coaster").addEventListener("keydown", (event) => event.key === "Escape" && edit(room, null));
  $("say").addEventListener("input", (event) => {
    if ($("captioning").checked) room.caption(event.target.value, false);
  });
  listenFor(room);
  return () => draw(room);
}

/** If the browser can transcribe speech on this device, it may do so instead of one's typing. */
async function listenFor(room) {
  const isPossible = await canDictate(language());
  show($("dictation-choice"), isPossible);
  let end = null;
  $("dictation").addEventListener("change", ({ target }) => {
    end?.();
    const { microphone } = room.devices;
    end = target.checked && microphone ? dictate(microphone, language(), (words, isFinal) => room.caption(words, isFinal)) : null;
    target.checked = Boolean(end);
  });
}

export function open(room, name, isFocused = false) {
  current = name;
  for (const each of names) {
    attribute($(`tab-${each}`), "aria-selected", each === name);
    $(`tab-${each}`).tabIndex = each === name ? 0 : -1;
    show($(`panel-${each}`), each === name);
  }
  if (isFocused) $(`tab-${name}`).focus();
  draw(room);
}

function step(room, event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by) open(room, names[(names.indexOf(current) + by + names.length) % names.length], true);
}

async function send(room, form, words) {
  if (words === "") return;
  if ($("captioning").checked) {
    room.caption(words, true);
    form.reset();
  } else if (await ask(room, "say", { text: words })) form.reset();
}

async function write(room, form, words) {
  if (words === "" && !editing) return;
  const line = editing ? { line: editing.id, revision: editing.revision } : {};
  if (!(await ask(room, "coaster", { ...line, text: words }))) return;
  edit(room, null);
  form.reset();
}

function edit(room, id) {
  editing = id === null ? null : room.state.coaster.find((line) => line.id === id) ?? null;
  const field = $("coaster");
  field.value = editing?.text ?? "";
  text($("coaster-word"), say(editing ? "coaster.editing" : "coaster.text"));
  if (editing) field.focus();
}

function draw(room) {
  const { state } = room;
  drawSayings(state);
  const lines = state.coaster.filter((line) => line.text !== "");
  keyed($("lines"), lines, () => shape("line"), (row, line) => {
    row.dataset.line = line.id;
    text(row.slots.text, line.text);
    text(row.slots.author, state.nameOf(line.author));
  });
  const kept = [...promises(state), ...cards(state)];
  keyed($("kept"), kept, () => shape("kept"), (row, { words }) => text(row.slots.text, words));
  fresh({ text: state.talk.length, coaster: lines.length, cards: kept.length });
}

function drawSayings(state) {
  const place = $("sayings");
  const isAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 40;
  const items = state.talk.map((saying) => ({ id: `${saying.at}-${saying.who}`, saying }));
  keyed(place, items, () => shape("saying"), (row, { saying }) => {
    text(row.slots.who, saying.who === state.you ? say("you") : state.nameOf(saying.who));
    text(row.slots.text, saying.text);
    text(row.slots.time, timeOfDay(saying.at));
    row.classList.toggle("me", saying.who === state.you);
  });
  if (isAtEnd) place.scrollTop = place.scrollHeight;
}

/** The time of day in the page's zone, in 24 hours as everywhere. */
function timeOfDay(at) {
  try {
    return words("time", at, meta("floor-zone") || undefined, language());
  } catch {
    return words("time", at, undefined, language());
  }
}

function promises(state) {
  return state.promises.map(({ id, from, to, text: words }) => ({
    id: `promise-${id}`,
    words: from === state.you
      ? say("promise.mine", { names: list(to.map((each) => state.nameOf(each))), text: words })
      : say("promise.theirs", { name: state.nameOf(from), text: words }),
  }));
}

function cards(state) {
  return state.cards.map(({ from, to, isTaken }) => {
    const isMine = from === state.you;
    const key = isTaken ? "card.both" : isMine ? "card.offered" : "card.waiting";
    return { id: `card-${from}-${to}`, words: say(key, { name: state.nameOf(isMine ? to : from) }) };
  });
}

/** A dot on a tab whose content grew while another one was open. */
function fresh(sizes) {
  for (const name of names) {
    const isGrown = sizes[name] > seen[name];
    if (name === current || sizes[name] < seen[name]) seen[name] = sizes[name];
    show(document.querySelector(`[data-fresh=${name}]`), isGrown && name !== current);
  }
}
