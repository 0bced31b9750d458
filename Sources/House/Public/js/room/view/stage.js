// The stage: one person speaks, all listen. The others can react without a sound, and ask for the word.

import { act, ask, on } from "./actions.js";
import { $, attribute, keyed, shape, show, sign, text } from "./dom.js";
import { putFace } from "./list.js";
import { makeTile, putTile } from "./table.js";
import { clock, list, say } from "./words.js";

export function stage(room) {
  on("ask-word", () => ask(room, "askForWord"));
  on("pass-word", () => ask(room, "passWord"));
  on("done-speaking", () => ask(room, "doneSpeaking"));
  on("next-speaker", () => ask(room, "nextSpeaker"));
  on("extend-speaker", () => ask(room, "extendSpeaker"));
  on("react", (button) => room.react(button.dataset.kind));
  room.addEventListener("react", ({ detail }) => rise(room, detail));
  carry(room);
  return () => draw(room);
}

/** The person everybody hears now: the speaker of a part on the stage, or the host who tapped the glass. */
export function heardByAll(state) {
  return state.stage.glass ?? (state.isOnStage ? state.stage.speaker : undefined);
}

/** Whoever hosts gives the word by dragging a face into the light; the person's card has a button for it, too. */
function carry(room) {
  const mayGive = ({ dataTransfer }) => room.state.me?.isHosting && room.state.isOnStage && dataTransfer.types.includes("text/x-person");
  $("audience").addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/x-person", event.target.closest("[data-person]").dataset.person);
  });
  $("stage").addEventListener("dragover", (event) => mayGive(event) && event.preventDefault());
  $("stage").addEventListener("drop", (event) => {
    if (!mayGive(event)) return;
    event.preventDefault();
    ask(room, "nextSpeaker", { who: event.dataTransfer.getData("text/x-person") });
  });
}

function draw(room) {
  const { state } = room;
  const isOn = !state.isBackstage && (state.isOnStage || state.stage.glass != null);
  $("floor").dataset.scene = !isOn ? "tables" : state.isOnStage ? "stage" : "glass";
  show($("stage"), isOn);
  const speaker = isOn ? state.person(heardByAll(state)) : undefined;
  keyed($("spotlight"), speaker ? [speaker] : [], () => makeTile(room), (tile, person) => putTile(room, tile, person));
  show($("question"), state.part?.kind === "question");
  text($("stage-word"), words(room, speaker));
  text($("stage-next"), nextInLine(state));
  const audience = state.inside.filter(({ id }) => id !== speaker?.id);
  keyed($("audience"), audience, () => shape("person"), (face, person) => {
    putFace(face, person, true);
    text(face.slots.note, person.handUpSince != null ? say("hand.up") : person.pausedSince != null ? say("health.paused") : "");
    face.classList.toggle("up", person.handUpSince != null);
    face.classList.toggle("spoken", person.hasSpoken);
    attribute(face, "draggable", Boolean(state.me?.isHosting && state.isOnStage));
  });
  buttons(state);
}

function words(room, speaker) {
  const { state } = room;
  if (!speaker) return say("stage.nobody");
  if (speaker.id === state.you) return say("stage.you");
  return say(state.stage.glass ? "stage.glass" : "stage.speaks", { name: speaker.profile.name });
}

function nextInLine(state) {
  const names = state.stage.queue.map((id) => (id === state.you ? say("you") : state.nameOf(id)));
  const next = names.filter(Boolean).slice(0, 3);
  return next.length ? say("stage.next", { names: list(next) }) : "";
}

function buttons(state) {
  const { stage, you } = state;
  const isSpeaking = stage.speaker === you;
  const waits = stage.queue.includes(you);
  show($("ask-word"), state.isOnStage && !isSpeaking && !waits);
  show($("pass-word"), state.isOnStage && !isSpeaking && (waits || stage.offered.includes(you)));
  show($("done-speaking"), state.isOnStage && isSpeaking);
  show($("extend-speaker"), state.isOnStage && stage.speaker != null);
  show($("next-speaker"), state.isOnStage);
}

/** The speaker's time, every second. */
export function speakersClock(room) {
  const { until, speaker } = room.state.stage;
  const place = $("stage-word");
  place.dataset.left = until && speaker && room.state.isOnStage ? clock(until - room.serverNow()) : "";
}

function rise(room, { from, kind }) {
  const name = room.state.nameOf(from);
  const mark = shape("stop").firstElementChild;
  const bubble = document.createElement("span");
  bubble.append(mark);
  sign(bubble, `react-${kind}`);
  bubble.style.left = `${12 + Math.random() * 76}%`;
  bubble.title = name;
  $("rising").append(bubble);
  setTimeout(() => bubble.remove(), 4000);
  act("reacted", null, say(`react.${kind}`, { name }));
}
