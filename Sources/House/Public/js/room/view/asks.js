// Questions waiting for an answer and, beside them, what was just said.

import { act, ask } from "./actions.js";
import { $, keyed, shape, show, text } from "./dom.js";
import { honourAsks } from "./honour.js";
import { partName } from "./programme.js";
import { passing, redrawTold, tell } from "./told.js";
import { whisperAsks } from "./whispers.js";
import { say } from "./words.js";

/** Draws requests waiting for an answer, `{id, text, yes: [label, does], no: [label, does]}`, and recent news. */
export function asks(room) {
  const questionsOf = questions(room);
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
  redrawTold(draw);
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

const notices = new Map();

/** Notices of the media come and are taken back; the rest follows from the floor. */
function questions(room) {
  room.addEventListener("notice", ({ detail }) => {
    if (!detail) return; // Only to be drawn anew.
    if (detail.isPassing) return tell(say(`notice.${detail.code}`, detail));
    const id = `notice-${detail.code}-${detail.id ?? ""}`;
    if (detail.isOver) notices.delete(id);
    else notices.set(id, detail);
    return undefined;
  });
  return () => ($("main").dataset.scene === "ending" ? [] : [...connection(room), ...(room.state.isKnown && isInside(room.state) ? floor(room) : []), ...media(room)]);
}

const isInside = (state) => state.me?.presence === "inside" || state.me?.presence === "away";

function connection(room) {
  if (room.connection.state !== "waiting") return [];
  return [{ id: "connection", text: say("connection.waiting") }];
}

function floor(room) {
  const { state } = room;
  return [...elsewhere(state), ...knocks(room, state), ...cards(room, state), ...word(room, state), ...doors(room, state), ...warning(room, state), ...apart(room, state), ...honourAsks(room), ...whisperAsks(room)];
}

function knocks(room, state) {
  const knocking = state.tables.get(state.me.table)?.knocking ?? [];
  return knocking.map((who) => ({
    id: `knock-${who}`, text: say("ask.knock", { name: state.nameOf(who) }),
    yes: ["ask.welcome", () => ask(room, "answerKnock", { who, isWelcome: true })],
    no: ["ask.notNow", () => ask(room, "answerKnock", { who, isWelcome: false })],
  }));
}

function cards(room, state) {
  const offers = state.cards.filter(({ to, isTaken }) => to === state.you && !isTaken);
  return offers.map(({ from }) => ({
    id: `card-${from}`, text: say("ask.card", { name: state.nameOf(from) }),
    yes: ["ask.take", () => ask(room, "answerCard", { from, take: true })],
    no: ["ask.aside", () => ask(room, "answerCard", { from, take: false })],
  }));
}

function word(room, state) {
  if (!state.stage.offered.includes(state.you)) return [];
  return [{
    id: "word", text: say("ask.word"),
    yes: ["ask.gladly", () => ask(room, "askForWord")], no: ["ask.pass", () => ask(room, "passWord")],
  }];
}

function doors(room, state) {
  if (!state.me.isHosting) return [];
  return state.waiting.map(({ id: who, profile }) => ({
    id: `door-${who}`, text: say("ask.door", profile), yes: ["letIn", () => ask(room, "letIn", { who })],
  }));
}

function warning(room, state) {
  if (!state.clock?.isWarned || state.clock.heldSince != null) return [];
  const next = state.programme[state.clock.index + 1];
  return [{
    id: `warning-${state.clock.index}-${state.clock.endsAt}`,
    text: next ? say("ask.soon", { part: partName(next) }) : say("ask.soonOver"),
    yes: ["ask.minute", () => ask(room, "oneMoreMinute")],
  }];
}

/** The link to the meeting for voices and pictures, if they aren't here; it opens beside this page. */
function elsewhere({ meeting }) {
  if (!meeting) return [];
  return [{ id: "meeting", text: say("meeting.text", { host: new URL(meeting).host }), yes: ["meeting.open", () => window.open(meeting, "_blank", "noopener,noreferrer")] }];
}

/** A word in private and a minute away; a tap ends either. */
function apart(room, state) {
  const asks = [];
  const other = state.isBackstage && state.backstage.find((id) => id !== state.you);
  if (other) asks.push({ id: "backstage", text: say("backstage.here", { name: state.nameOf(other) }), no: ["backstage.leave", () => ask(room, "backstage", { isOpen: false })] });
  if (state.me.pausedSince != null) asks.push({ id: "pause", text: say("pause.text"), yes: ["pause.back", () => ask(room, "pause", { isOn: false })] });
  return asks;
}

/** The remedies for notices. */
const mending = {
  micHeld: ["ask.again", (room) => room.reopen("microphone")], cameraHeld: ["ask.again", (room) => room.reopen("camera")],
  micGone: ["ask.again", (room) => room.reopen("microphone")], cameraGone: ["ask.again", (room) => room.reopen("camera")],
  mutedBy: ["dock.unmute", (room) => room.setMuted(false)],
};

function media(room) {
  return [...notices].map(([id, { code, id: who }]) => ({
    id, text: say(`notice.${code}`, { name: room.state.nameOf(who) }),
    yes: mending[code] && [mending[code][0], () => mending[code][1](room).catch((refusal) => act("refused-device", null, refusal))],
    no: ["ask.understood", () => { notices.delete(id); room.dispatchEvent(new Event("me")); }],
  }));
}
