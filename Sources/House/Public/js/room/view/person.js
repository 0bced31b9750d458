// Somebody's card, and what one can do for them: raise the glass, give one's own card, promise or write them something;
// for whoever hosts, also the word, muting, and the way out.

import { ask, on } from "./actions.js";
import { tell } from "./told.js";
import { $, keyed, shape, show, text } from "./dom.js";
import { putFace } from "./list.js";
import { isHonour } from "./honour.js";
import { drawWhispers } from "./whispers.js";
import { say } from "./words.js";

const taken = new Map();
let shown = null;

export function person(room) {
  on("person", (button) => open(room, button.dataset.person ?? button.closest("[data-person]")?.dataset.person));
  on("people", () => $("people").showModal());
  on("person-clink", () => clink(room, shown));
  on("person-card", () => ask(room, "offerCard", { to: shown }));
  on("person-card-back", () => ask(room, "withdrawCard", { to: shown }));
  on("person-word", () => ask(room, "offerWord", { to: shown }));
  on("person-give", () => ask(room, "nextSpeaker", { who: shown }));
  on("person-mute", () => ask(room, "mute", { who: shown }));
  on("person-backstage", async () => { if (await ask(room, "backstage", { isOpen: true })) $("person").close(); });
  on("person-host", async () => { if (await ask(room, "handOver", { to: shown })) $("person").close(); });
  on("person-remove", () => {
    text($("sure-remove-text"), say("remove.sure", { name: room.state.nameOf(shown) }));
    $("sure-remove").showModal();
  });
  on("sure-remove", async () => {
    if (await ask(room, "remove", { who: shown })) for (const id of ["sure-remove", "person"]) $(id).close();
  });
  on("promise", async (form, words) => {
    if (!words || !(await ask(room, "promise", { to: [shown], text: words }))) return;
    form.reset();
    tell(say("promise.kept", { name: room.state.nameOf(shown) }));
  });
  on("glass", () => raise(room));
  $("volume").addEventListener("input", (event) => room.setVolume(Number(event.target.value), shown));
  room.addEventListener("card", ({ detail }) => { taken.set(detail.from, detail.card); draw(room); });
  return () => draw(room);
}

function open(room, id) {
  if (!room.state.person(id)) return;
  shown = id;
  $("people").close();
  if (!$("person").open) $("person").showModal();
  draw(room);
}

/** Raises the glass to the only other person at once, else asks to whom. */
function raise(room) {
  const others = company(room.state);
  if (others.length === 0) return tell(say("glass.nobody"));
  if (others.length === 1) return clink(room, others[0].id);
  keyed($("glass-list"), others, () => shape("person"), (face, each) => {
    putFace(face, each, true);
    face.querySelector("button").dataset.do = "clink-with";
  });
  on("clink-with", (button) => {
    $("glass").close();
    clink(room, button.closest("li").dataset.person);
  });
  return $("glass").showModal();
}

const clink = (room, id) => room.clink(id);

const company = (state) => (state.me?.table ? state.at(state.me.table).filter(({ id }) => id !== state.you) : []);

function draw(room) {
  const { state } = room;
  drawEverybody(state);
  const other = state.person(shown);
  if (!other) return;
  const isMe = shown === state.you;
  const isNear = !isMe && company(state).some(({ id }) => id === shown);
  text($("person-name"), other.profile.name);
  text($("person-line"), other.profile.line);
  text($("person-state"), where(state, other));
  drawCard(taken.get(shown));
  const offer = state.cards.find(({ from, to }) => from === state.you && to === shown);
  const may = {
    clink: isNear, card: isNear && !offer, "card-back": isNear && offer && !offer.isTaken,
    word: !isMe && state.isOnStage && !state.stage.offered.includes(shown), give: state.isOnStage && state.stage.speaker !== shown && other.presence === "inside",
    mute: !isMe && isOpen(other), backstage: isHonour(state, shown) && other.presence === "inside" && state.part?.kind !== "guestOfHonour" && !state.isBackstage, host: !isMe && other.presence === "inside", remove: !isMe,
  };
  for (const [name, isAllowed] of Object.entries(may)) show(document.querySelector(`[data-do=person-${name}]`), isAllowed);
  drawWhispers(room, other);
  show($("promise-form"), isNear);
  show($("person-volume"), isNear && room.peer(shown));
}

function where(state, other) {
  const drink = other.profile.drink ? say("person.drinks", { drink: other.profile.drink }) : "";
  const table = state.tables.get(other.table);
  if (state.backstage.includes(other.id)) return say("presence.backstage");
  const place = table ? (table.topic ? say("person.at", { table: table.topic }) : say("person.atTable")) : presence(other);
  return [place, drink].filter(Boolean).join(" · ");
}

const presence = (other) => say(`presence.${other.presence}`);
const isOpen = ({ isMuted, mode, presence: now }) => !isMuted && now === "inside" && (mode === "camera" || mode === "voice");

function drawCard(card) {
  show($("person-card"), card);
  if (!card) return;
  const lines = ["line", "email", "phone", "web"].filter((name) => card[name]);
  $("person-card").replaceChildren(...lines.flatMap((name) => {
    const [term, value] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = say(`card.${name}`);
    value.textContent = card[name];
    return [term, value];
  }));
}

function drawEverybody(state) {
  const order = ["inside", "away", "waiting", "lobby", "expected", "left"];
  const all = [...state.people.values()].filter(({ presence: now }) => order.includes(now))
    .sort((a, b) => order.indexOf(a.presence) - order.indexOf(b.presence) || a.profile.name.localeCompare(b.profile.name));
  keyed($("people-list"), all, () => shape("person"), (face, each) => {
    putFace(face, each);
    text(face.slots.note, where(state, each));
  });
  text(document.querySelector("[data-do=people] span"), say("people.count", { count: state.inside.length }));
}

