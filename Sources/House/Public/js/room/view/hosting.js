// The host's tools: doors, an announcement, people who stand alone, rounds, handing on the role, the end.

import { fittingRounds } from "../rounds.js";
import { ask, on } from "./actions.js";
import { $, attribute, keyed, shape, show, text } from "./dom.js";
import { nameOf, roundWords } from "./list.js";
import { lookWhoMet } from "./meetings.js";
import { count, left, list, say } from "./words.js";

export function hosting(room) {
  on("hosting", (button) => {
    toggle(button);
    lookWhoMet(room);
  });
  on("doors", (button) => ask(room, "doors", { state: button.dataset.state }));
  on("open-doors", () => ask(room, "doors", { state: "open" }));
  on("tap-glass", () => ask(room, "glass", { isUp: room.state.stage.glass == null }));
  on("announce", async (form, words) => {
    if (words && (await ask(room, "announce", { text: words }))) form.reset();
  });
  on("rounds", (form) => {
    const [rounds, minutes] = [form.elements.count.valueAsNumber, form.elements.minutes.valueAsNumber];
    ask(room, "startRounds", { count: rounds, minutes });
  });
  on("set-murmur", () => ask(room, "murmur", { isOn: !room.state.hasMurmur }));
  on("lower-hands", () => ask(room, "lowerHands"));
  on("at-tables", () => ask(room, "programme", { parts: atTables(room.state) }));
  on("end-rounds", () => ask(room, "endRounds"));
  on("end", () => $("sure-end").showModal());
  arc(room);
  on("sure-end", async () => { if (await ask(room, "end")) $("sure-end").close(); });
  $("hosting").addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle(document.querySelector("[data-do=hosting]"));
  });
  return () => draw(room);
}

export function toggle(button) {
  const panel = $("hosting");
  show(panel, panel.hidden);
  attribute(button, "aria-expanded", !panel.hidden);
  if (panel.hidden) button.focus();
  else $("hosting-title").focus();
}

function draw(room) {
  const { state } = room;
  const isHosting = Boolean(state.me?.isHosting);
  document.documentElement.classList.toggle("is-host", isHosting);
  if (!isHosting) return show($("hosting"), false);
  for (const button of document.querySelectorAll("[data-do=doors]")) {
    attribute(button, "aria-pressed", button.dataset.state === state.doors);
  }
  people($("waiting"), state.waiting, (person) => [say("letIn"), () => ask(room, "letIn", { who: person.id })]);
  const alone = [...state.tables.values()].map((table) => state.at(table.id)).filter((those) => those.length === 1);
  const atBar = state.isOnStage ? [] : state.inside.filter(({ table }) => !table);
  lonely(room, [...alone.flat(), ...atBar]);
  const quiet = state.isOnStage
    ? state.inside.filter((person) => !person.hasSpoken && ![state.you, state.stage.speaker].includes(person.id)) : [];
  show($("hosting-quiet"), quiet.length > 0);
  people($("quiet"), quiet, (person) => state.stage.offered.includes(person.id)
    ? [say("offered"), null] : [say("offerWord"), () => ask(room, "offerWord", { to: person.id })]);
  attribute($("tap-glass"), "aria-pressed", state.stage.glass != null);
  attribute($("set-murmur"), "aria-pressed", Boolean(state.hasMurmur));
  text($("tap-glass").lastElementChild, say(state.stage.glass != null ? "glass.down" : "glass.tap"));
  drawOrder(room);
  drawRounds(room);
  drawLong(state);
  show($("hosting-way"), Boolean(room.way));
  if (room.way) text($("way-word"), say(`way.${room.way}`));
  return undefined;
}

/** Draws the people with a hand up, and the tables whose microphones can be closed at once. */
function drawOrder(room) {
  const { state } = room;
  const raised = state.inside.filter(({ handUpSince }) => handUpSince != null).sort((a, b) => a.handUpSince - b.handUpSince);
  people($("raised"), raised, ({ id: who }) => (state.isOnStage && state.stage.speaker !== who
    ? [say("giveWord"), () => ask(room, "nextSpeaker", { who })] : [say("hand.up"), null]));
  show($("lower-hands"), raised.length > 0);
  show($("no-hands"), raised.length === 0);
  const loud = ({ id, isMuted, mode }) => id !== state.you && !isMuted && (mode === "camera" || mode === "voice");
  const tables = [...state.tables.values()].filter(({ id }) => !state.isOnStage && state.at(id).some(loud));
  people($("loud-tables"), tables.map((table) => ({ id: table.id, profile: { name: nameOf(table) } })), ({ id: table }) => [say("muteTable"), () => ask(room, "muteTable", { table })]);
}

/** More people than this introduce themselves at their tables rather than one by one to all (`FloorRules.introductions`). */
const introductions = 12;
const turn = 2;

/** A warning before the part begins, while something else can still be chosen. */
function drawLong({ programme, clock, inside }) {
  const next = programme[(clock?.index ?? -1) + 1];
  const isLong = next?.kind === "introductions" && inside.length > introductions;
  show($("long-introductions"), isLong);
  if (isLong) text($("long-word"), say("hosting.long", { count: inside.length, minutes: inside.length * turn }));
}

function atTables({ programme, clock, tables }) {
  const { limit = 4 } = tables.values().next().value ?? {};
  const at = (clock?.index ?? -1) + 1;
  return programme.map((part, index) => (index === at ? { kind: "tableIntroductions", title: "", minutes: (limit + 1) * turn } : part));
}

function lonely(room, alone) {
  const others = alone.filter(({ id }) => id !== room.state.you);
  show($("nobody-alone"), others.length === 0);
  people($("alone"), others, ({ table }) => table
    ? [say("goThere", { table: nameOf(room.state.tables.get(table)) }), () => ask(room, "move", { table })]
    : [say("presence.inside"), null]);
}

function people(place, those, answerOf) {
  show(place, those.length > 0);
  keyed(place, those, () => shape("hosted"), (row, person) => {
    const [label, does] = answerOf(person);
    text(row.slots.name, person.profile.name);
    text(row.slots.yes, label);
    attribute(row.slots.yes, "aria-label", `${label}: ${person.profile.name}`);
    attribute(row.slots.yes, "aria-disabled", !does);
    row.slots.yes.onclick = does;
  });
}

function drawRounds(room) {
  const { rounds, inside, part, clock } = room.state;
  const staying = inside.filter(({ isStaying }) => isStaying).map(({ profile }) => profile.name);
  text($("staying"), staying.length ? say("rounds.staying", { names: list(staying) }) : "");
  show($("end-rounds"), rounds);
  show($("start-rounds"), !rounds);
  text($("rounds-word"), rounds ? `${roundWords(rounds)}. ${say(rounds.isWhole ? "rounds.whole" : "rounds.anew")}` : say("rounds.text"));
  if (!rounds && part?.kind === "mingling") proposeRounds(left(clock, room.serverNow()) / 60000, inside.length);
}

/** A proposal that stands until the host changes it. */
function proposeRounds(minutes, people) {
  const { elements } = $("rounds");
  const wanted = fittingRounds(minutes, people);
  for (const name of ["count", "minutes"]) {
    const field = elements[name];
    if (field.value === field.dataset.proposed || field.value === field.defaultValue) field.value = wanted[name];
    field.dataset.proposed = wanted[name];
  }
}

// The programme editor: parts with their minutes, in order; the usual ones are offered as buttons.

function arc(room) {
  on("arc", () => {
    fill(room.state.programme);
    $("arc-window").showModal();
  });
  on("preset", ({ dataset }) => fill(JSON.parse(dataset.parts)));
  on("add-part", () => {
    add({ kind: "mingling", minutes: 10, title: "" }).querySelector("select").focus();
    sum();
  });
  on("part-up", (button) => move(button, "previousElementSibling", "before"));
  on("part-down", (button) => move(button, "nextElementSibling", "after"));
  on("part-away", (button) => {
    const row = button.closest("li");
    (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("select").focus();
    row.remove();
    sum();
  });
  on("save-arc", async () => {
    if (await ask(room, "programme", { parts: parts() })) $("arc-window").close();
  });
  $("arc-rows").addEventListener("input", sum);
}

function fill(those) {
  $("arc-rows").replaceChildren();
  those.forEach(add);
  sum();
}

function add({ kind, minutes, title }) {
  const row = shape("arc-row");
  const field = (name) => row.querySelector(`[name=${name}]`);
  field("kind").value = kind;
  field("minutes").value = minutes;
  field("title").value = title;
  $("arc-rows").append(row);
  return row;
}

function move(button, side, place) {
  const row = button.closest("li");
  row[side]?.[place](row);
  button.focus();
}

function parts() {
  return [...$("arc-rows").children].map((row) => ({
    kind: row.querySelector("[name=kind]").value,
    title: row.querySelector("[name=title]").value.trim(),
    minutes: row.querySelector("[name=minutes]").valueAsNumber || 1,
  }));
}

function sum() {
  text($("arc-sum"), count("arc.sum", parts().reduce((all, { minutes }) => all + minutes, 0)));
}
