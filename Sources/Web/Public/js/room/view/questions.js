// What waits for this person's answer, from the state of things; each has at most two answers.

import { ask } from "./actions.js";
import { partName } from "./programme.js";
import { say } from "./words.js";

const notices = new Map();

/** Notices of the media come and are taken back; the rest follows from the floor. */
export function questions(room) {
  room.addEventListener("notice", ({ detail }) => {
    const id = `notice-${detail.code}-${detail.id ?? ""}`;
    if (detail.isOver) notices.delete(id);
    else notices.set(id, detail);
  });
  return () => [...connection(room), ...(room.state.isKnown && isInside(room.state) && !room.state.hasEnded ? floor(room) : []), ...media(room)];
}

const isInside = (state) => state.me?.presence === "inside" || state.me?.presence === "away";

function connection(room) {
  if (room.connection.state !== "waiting") return [];
  return [{ id: "connection", text: say("connection.waiting") }];
}

function floor(room) {
  const { state } = room;
  return [...knocks(room, state), ...cards(room, state), ...word(room, state), ...doors(room, state), ...warning(room, state)];
}

const name = (state, id) => state.person(id)?.profile.name ?? "";

function knocks(room, state) {
  const knocking = state.tables.get(state.me.table)?.knocking ?? [];
  return knocking.map((who) => ({
    id: `knock-${who}`, text: say("ask.knock", { name: name(state, who) }),
    yes: ["ask.welcome", () => ask(room, "answerKnock", { who, isWelcome: true })],
    no: ["ask.notNow", () => ask(room, "answerKnock", { who, isWelcome: false })],
  }));
}

function cards(room, state) {
  const offers = state.cards.filter(({ to, isTaken }) => to === state.you && !isTaken);
  return offers.map(({ from }) => ({
    id: `card-${from}`, text: say("ask.card", { name: name(state, from) }),
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

function media(room) {
  return [...notices].map(([id, { code, id: who }]) => ({
    id, text: say(`notice.${code}`, { name: name(room.state, who) }),
    no: ["ask.understood", () => { notices.delete(id); room.dispatchEvent(new Event("me")); }],
  }));
}

