// Text to one person: written on their card, read there, and announced on the tray until it was seen.

import { act, ask, on } from "./actions.js";
import { $, keyed, show, text } from "./dom.js";
import { say } from "./words.js";

const shownAtMost = 30;
let other = null;

export function whispers(room) {
  on("whisper", async (form, words) => {
    if (words && (await ask(room, "whisper", { to: other, text: words }))) form.reset();
  });
  $("hush").addEventListener("change", (event) => ask(room, "hush", { from: other, isOn: event.target.checked }));
  $("hush-all").addEventListener("change", (event) => ask(room, "hush", { isOn: !event.target.checked }));
  return () => { $("hush-all").checked = !room.state.hush.isForAll; };
}

/** Draws the messages between oneself and the person whose card is shown. */
export function drawWhispers(room, person) {
  const { state } = room;
  other = person.id;
  const isHere = person.presence === "inside" || person.presence === "away";
  const lines = state.whispers.filter(({ from, to }) => from === other || to === other).slice(-shownAtMost);
  show($("whisper-form"), isHere && other !== state.you);
  show($("whispers"), lines.length > 0);
  keyed($("whispers"), lines.map((line, id) => ({ id: `${line.at}-${id}`, line })), () => document.createElement("li"), (row, { line }) => {
    text(row, say(line.from === state.you ? "whisper.mine" : "whisper.theirs", { name: state.nameOf(line.from), text: line.text }));
  });
  text($("hush-word"), say("whisper.hush", { name: person.profile.name }));
  $("hush").checked = state.hush.people.includes(other);
  if ($("person").open) seen(room, other);
}

/** The latest message from each person, if still unread. */
export function whisperAsks(room) {
  const { state } = room;
  const read = room.devices.choices.whispersRead ?? {};
  const fresh = state.whispers.filter(({ from, to, at }) => to === state.you && at > (read[from] ?? 0));
  return [...new Map(fresh.map((whisper) => [whisper.from, whisper])).values()].map(({ from, text: words, at }) => ({
    id: `whisper-${from}-${at}`, text: say("whisper.from", { name: state.nameOf(from), text: words }),
    yes: ["whisper.answer", () => act("person", { dataset: { person: from } })],
    no: ["ask.understood", () => seen(room, from)],
  }));
}

/** Kept on this device, so that a reloaded page does not announce it again. */
function seen(room, from) {
  const read = room.devices.choices.whispersRead ?? {};
  const last = room.state.whispers.findLast((whisper) => whisper.from === from)?.at ?? 0;
  if (last <= (read[from] ?? 0)) return;
  room.remember({ whispersRead: { ...read, [from]: last } });
  room.dispatchEvent(new Event("notice"));
}
