// The tables as a list. Everything the picture shows is here in words.

import { act, ask, on } from "./actions.js";
import { $, attribute, keyed, shape, show, text } from "./dom.js";
import { colour, firstName, initials } from "./faces.js";
import { count, list, say } from "./words.js";

export function tables(room) {
  on("join", (button) => toTable(room, button.closest("li").dataset.table));
  on("somewhere", () => ask(room, "moveSomewhere"));
  on("free", () => ask(room, "moveToFreeTable"));
  on("undo", () => ask(room, "move", { table: room.state.me.previousTable }));
  on("step-away", () => ask(room, "stepAway"));
  on("stay", () => ask(room, "stay", { isStaying: !room.state.me.isStaying }));
  on("as", (button) => shownAs(button.dataset.as));
  return () => draw(room);
}

export const roundWords = ({ current, count: all }) => say("round.now", { round: current, count: all });

/** Moves one to a table or its door, or away from it if one stands there. */
export function toTable(room, id) {
  const { state } = room;
  const table = state.tables.get(id);
  if (!table) return undefined;
  if (state.me.table === id) return ask(room, "stepAway");
  if (table.knocking.includes(state.you)) return ask(room, "withdrawKnock");
  return ask(room, "move", { table: id });
}

/** A table's topic, or its number if nobody has named one. */
export function nameOf(table) {
  return table.topic || say("table.unnamed", { number: table.id.slice(1) });
}

export function putFace(element, person, isFirstNameOnly = false) {
  const { initials: letters, name } = element.slots;
  text(letters, initials(person.profile.name));
  if (name) text(name, isFirstNameOnly ? firstName(person.profile.name) : person.profile.name);
  element.dataset.person = person.id;
  element.dataset.colour = colour(person.id);
  element.classList.toggle("away", person.presence === "away");
  element.classList.toggle("hosts", person.isHosting);
}

function shownAs(kind) {
  $("floor").dataset.as = kind;
  for (const button of document.querySelectorAll("[data-as][data-do]")) {
    attribute(button, "aria-pressed", button.dataset.as === kind);
  }
}

function draw(room) {
  const { state } = room;
  const me = state.me;
  const tables = [...state.tables.values()];
  keyed($("table-list"), tables, () => shape("table"), (card, table) => drawTable(card, table, state));
  const back = me?.previousTable && me.previousTable !== me.table && state.tables.get(me.previousTable);
  for (const button of document.querySelectorAll("[data-do=undo]")) {
    show(button, back);
    if (back) text(button.lastElementChild, say("undo", { table: nameOf(back) }));
  }
  show($("round-now"), state.rounds);
  if (state.rounds) text($("round-word"), roundWords(state.rounds));
  attribute($("stay"), "aria-pressed", me?.isStaying ?? false);
  const walking = state.onTheWay;
  show($("on-the-way"), walking.length > 0);
  keyed($("on-the-way-list"), walking, () => shape("face"), (face, person) => putFace(face, person));
}

function drawTable(card, table, state) {
  const people = state.at(table.id);
  const isOwn = state.me?.table === table.id;
  const free = Math.max(0, table.limit - people.length);
  card.dataset.table = table.id;
  card.classList.toggle("mine", isOwn);
  card.classList.toggle("lonely", people.length === 1);
  text(card.slots.topic, nameOf(table));
  card.slots.topic.classList.toggle("unnamed", !table.topic);
  show(card.slots.locked, table.isPrivate);
  const places = [...people, ...Array.from({ length: free }, (_, index) => ({ id: `free-${index}` }))];
  keyed(card.slots.places, places, (item) => (item.profile ? shape("face") : freePlace()), (face, person) => {
    if (person.profile) putFace(face, person, true);
  });
  text(card.slots.room, roomLeft(table, people, free, isOwn, state));
  drawJoin(card.slots.join.closest("button"), card.slots.join, table, free, isOwn, state);
}

function freePlace() {
  const place = shape("face");
  place.classList.add("free");
  place.setAttribute("aria-hidden", "true");
  return place;
}

function roomLeft(table, people, free, isOwn, state) {
  const knocking = table.knocking.map((id) => state.nameOf(id)).filter(Boolean);
  if (knocking.length) return say("table.knocking", { names: list(knocking) });
  if (isOwn) return say("table.mine");
  if (free === 0) return say("table.full");
  if (people.length === 0) return say("table.empty");
  return count("table.free", free);
}

function drawJoin(button, label, table, free, isOwn, state) {
  const hasKnocked = table.knocking.includes(state.you);
  const key = isOwn ? "away" : hasKnocked ? "unknock" : table.isPrivate ? "knock" : "join";
  text(label, say(`table.${key}`));
  attribute(button, "aria-label", `${say(`table.${key}`)}: ${nameOf(table)}`);
  attribute(button, "aria-disabled", !isOwn && free === 0);
}

export const openCard = (id) => act("person", { dataset: { person: id } });
