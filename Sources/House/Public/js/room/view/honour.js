// The guest of honour: their arrival, the length of their stay, thanks when their time is over, and a one-tap exit.

import { ask, on } from "./actions.js";
import { $, show, text } from "./dom.js";
import { count, say } from "./words.js";

const minute = 60_000;
/** Minutes a late guest may stay beyond the agreed time, the step between choices, and the most one may be late (`Core/Circle/HonourSlot`). */
const [overtime, step, latest] = [10, 10, 60];

export function honour(room) {
  on("next-question", () => ask(room, "nextQuestion"));
  on("honour-later", () => {
    const minutes = Math.min(latest, room.state.honour.slot.lateMinutes + step);
    ask(room, "comeLater", { minutes });
  });
  return () => draw(room.state);
}

function draw({ honour: guest, part, isOnStage }) {
  const question = part?.kind === "guestOfHonour" && guest?.questions[guest.asked - 1];
  show($("honour-question"), question);
  text($("honour-question"), question || "");
  const hasMore = guest && part?.kind === "guestOfHonour" && isOnStage && guest.asked < guest.questions.length;
  show($("next-question"), hasMore);
  show($("hosting-honour"), guest && guest.slot.arrivedAt == null);
}

/** Only the host knows the name of a guest of honour who hasn't come yet. */
export const honourName = (state) => state.nameOf(state.honour.who) || say("honour.someone");

export const isHonour = ({ honour: guest }, id) => guest?.who === id;

/** The guest of honour's items on the tray: their own clock for them, and the time they come for everybody else. */
export function honourAsks(room) {
  const { state } = room;
  const { honour: guest, you } = state;
  if (!guest) return [];
  const name = honourName(state);
  const leave = ["honour.leave", () => room.leave()];
  const left = Math.max(0, Math.ceil((end(guest.slot) - room.serverNow()) / minute));
  if (guest.who === you && guest.isThanked) return [{ id: "honour-thanks", text: say("honour.thanks"), yes: leave }];
  if (guest.who === you) return [{ id: "honour-here", text: count("honour.here", left), no: leave }];
  if (guest.slot.arrivedAt != null) {
    const isHere = guest.isThanked && guest.slot.leftAt == null;
    return isHere ? [{ id: "honour-thanked", text: say("honour.thanked", { name }) }] : [];
  }
  const at = state.clock?.index ?? -1;
  const isNear = state.programme.slice(Math.max(0, at), at + 2).some(({ kind }) => kind === "guestOfHonour");
  if (!isNear) return [];
  const wait = Math.ceil((expected(guest.slot) - room.serverNow()) / minute);
  return [{ id: "honour-comes", text: wait > 0 ? count("honour.comes", wait, { name }) : say("honour.due", { name }) }];
}

const expected = ({ startsAt, lateMinutes }) => startsAt + lateMinutes * minute;

function end(slot) {
  const promised = (slot.arrivedAt ?? expected(slot)) + slot.minutes * minute;
  return Math.min(promised, slot.startsAt + (slot.minutes + overtime) * minute);
}
