// Outside the door: who one is, camera and microphone, a look in the mirror, and the way in. A countdown shows when the
// doors open.

import { ask, on, refused } from "./actions.js";
import { $, attribute, keyed, meta, shape, show, text } from "./dom.js";
import { isHonour } from "./honour.js";
import { putFace } from "./list.js";
import { count, list, say, until } from "./words.js";

export function lobby(room) {
  const { devices } = room;
  on("open-devices", () => openDevices(room));
  on("without-camera", () => choose(room, "voice"));
  on("only-listen", () => choose(room, "listening"));
  on("test-speaker", () => testSpeaker(devices));
  on("hear-myself", (button) => busy(button, () => hearMyself(room)));
  on("test-line", (button) => busy(button, () => testLine(room)));
  on("refused-device", (_, refusal) => showRefusal(refusal));
  on("arrival", () => enter(room));
  for (const select of document.querySelectorAll("[data-choose]")) {
    select.addEventListener("change", () => devices.choose({ [select.dataset.choose]: select.value }));
  }
  for (const name of ["echo", "noise", "blur"]) $(name).addEventListener("change", (event) => devices.choose({ [name]: event.target.checked }).catch(showRefusal));
  $("push-to-talk").addEventListener("change", (event) => room.setPushToTalk(event.target.checked));
  on("pick-speaker", () => devices.pickSpeaker());
  show(document.querySelector("[data-do=pick-speaker]"), devices.canPickSpeaker);
  $("economy").addEventListener("change", (event) => devices.choose({ economy: event.target.checked }));
  for (const radio of modes()) radio.addEventListener("change", () => openDevices(room));
  for (const glass of document.getElementsByName("glass")) {
    glass.addEventListener("change", () => { $("profile-drink").value = glass.value; });
  }
  room.addEventListener("devices", () => fill(devices));
  remember(room);
  return () => draw(room);
}

let isLed = false;
const modes = () => document.getElementsByName("mode");
const mode = () => [...modes()].find(({ checked }) => checked)?.value ?? "listening";

/** Restores the last choices; devices that may be used without asking are opened at once. */
async function remember(room) {
  const { choices } = room.devices;
  for (const name of ["economy", "echo", "noise", "blur"]) $(name).checked = Boolean(choices[name]);
  $("push-to-talk").checked = Boolean(choices.pushToTalk);
  for (const radio of modes()) if (!meta("floor-elsewhere") && radio.value === choices.mode) radio.checked = true;
  const drink = document.querySelector("[name=glass]:checked");
  if (drink && !$("profile-drink").value) $("profile-drink").value = drink.value;
  try {
    const { state } = await navigator.permissions.query({ name: "microphone" });
    if (state === "granted") await openDevices(room);
  } catch {
    // A browser that can't tell asks when the button is pressed.
  }
}

async function openDevices(room) {
  showRefusal(null);
  const wanted = mode();
  try {
    await room.devices.open(wanted);
  } catch (refusal) {
    showRefusal(refusal);
    return false;
  }
  if (wanted === "camera") room.show($("mirror-video"), room.state.you ?? meta("floor-you"));
  else room.hide($("mirror-video"));
  const isOpen = wanted === "camera" || wanted === "voice";
  $("mirror").classList.toggle("seen", wanted === "camera");
  show($("mirror-word"), wanted !== "camera");
  show(document.querySelector("#mirror [data-do=open-devices]"), !isOpen);
  text(document.querySelector("#mirror-word p"), say(`mirror.${wanted}`));
  if (isOpen) listen(room);
  fill(room.devices);
  return true;
}

function choose(room, wanted) {
  for (const radio of modes()) radio.checked = radio.value === wanted;
  return openDevices(room);
}

function showRefusal(refusal) {
  show($("refusal"), refusal);
  for (const words of document.querySelectorAll("[data-refusal]")) show(words, words.dataset.refusal === (refusal?.code ?? ""));
}

async function fill(devices) {
  show($("blur-choice"), devices.canBlur);
  const { cameras = [], microphones = [], speakers = [] } = await devices.list();
  for (const [kind, all] of [["camera", cameras], ["microphone", microphones], ["speaker", speakers]]) {
    const named = all.filter(({ label }) => label);
    show(document.querySelector(`[data-device=${kind}]`), named.length > 0);
    $(`device-${kind}`).replaceChildren(...named.map(({ id, label }) => new Option(label, id)));
    if (devices.choices[kind]) $(`device-${kind}`).value = devices.choices[kind];
  }
}

/** Moves the meter as long as the lobby is shown. */
function listen(room) {
  const meter = $("level");
  if (meter.isMoving) return;
  meter.isMoving = true;
  const step = () => {
    meter.value = room.level(room.state.you ?? meta("floor-you")) || 0;
    meter.isMoving = !$("lobby").hidden;
    if (meter.isMoving) requestAnimationFrame(step);
  };
  step();
}

async function testSpeaker(devices) {
  text($("speaker-word"), say("speaker.now"));
  await devices.testSpeaker();
  text($("speaker-word"), say("speaker.heard"));
}

/** Lets only one press through at a time. */
async function busy(button, work) {
  attribute(button, "aria-disabled", true);
  await work();
  attribute(button, "aria-disabled", false);
}

async function hearMyself(room) {
  text($("speaker-word"), say("line.speak"));
  try {
    await room.hearMyself();
    text($("speaker-word"), say("line.heard"));
  } catch (refusal) {
    text($("speaker-word"), "");
    if (refusal?.code) showRefusal(refusal);
  }
}

async function testLine(room) {
  lineWords([say("line.testing")]);
  try {
    lineWords((await room.testLine()).lines);
  } catch {
    lineWords([say("line.failed")]);
  }
}

function lineWords(lines) {
  keyed($("line-words"), lines.map((words) => ({ id: words, words })), () => document.createElement("li"), (row, { words }) => text(row, words));
}

async function enter(room) {
  const profile = { name: $("profile-name").value.trim(), line: $("profile-line").value.trim(), drink: $("profile-drink").value.trim() };
  if (!profile.name) return $("profile-name").focus();
  try {
    await room.setMode(mode());
  } catch (refusal) {
    return showRefusal(refusal);
  }
  try {
    await room.arrive(profile, Number(meta("floor-leaves")) || undefined);
  } catch (refusal) {
    return refused(refusal);
  }
  return ask(room, "enter");
}

/** A guest of honour has already tapped once to come: if the evening is on they are not asked again, and take part as their devices allow. */
async function lead(room) {
  const { state } = room;
  const isAwaited = isHonour(state, state.you) && state.me?.presence === "expected" && (state.clock || state.doors !== "closed");
  if (!isAwaited || isLed) return;
  isLed = true;
  for (const wanted of [mode(), "voice", "listening"]) if (await choose(room, wanted)) break;
  enter(room);
}

function draw(room) {
  const { state } = room;
  lead(room);
  const isWaiting = state.me?.presence === "waiting";
  const isClosed = state.isKnown && state.doors === "closed" && !state.me?.isHosting;
  const company = state.isKnown && !isWaiting && !isClosed && othersInside(state).length > 0;
  text($("door-word"), company ? "" : words(state, isWaiting, isClosed));
  text($("door-company"), company ? words(state, isWaiting, isClosed) : "");
  attribute($("enter"), "aria-disabled", !state.isKnown || isWaiting);
  text($("enter-label"), say(isWaiting ? "enter.waiting" : isClosed ? "enter.ready" : state.doors === "knock" ? "enter.ask" : "enter.in"));
  show(document.querySelector("[data-do=open-doors]"), state.isKnown && state.doors !== "open");
  const there = state.isKnown ? [...state.inside, ...state.lobby.filter(({ id }) => id !== state.you)] : [];
  keyed($("lobby-inside"), there.slice(0, 12), () => shape("dot"), (face, person) => putFace(face, person));
}

const othersInside = (state) => state.inside.filter(({ id }) => id !== state.you);

function words(state, isWaiting, isClosed) {
  if (!state.isKnown) return say("lobby.connecting");
  if (isWaiting) return say("lobby.waiting");
  const others = othersInside(state).map(({ profile }) => profile.name);
  if (isClosed && meta("floor-itself") && !isLate()) return say("lobby.itself");
  if (isClosed) return say(isLate() ? "lobby.late" : "lobby.closed", { host: meta("floor-host") });
  if (others.length === 0) return say("lobby.first");
  if (others.length > 3) return say("lobby.many", { names: list(others.slice(0, 2)), count: others.length - 2 });
  return count("lobby.inside", others.length, { names: list(others) });
}

/** True once the hour has come. */
function isLate() {
  const start = Number(meta("floor-start"));
  return start > 0 && start <= Date.now();
}

/** “In 2 hours and 5 minutes”, every second, until the hour has come; the date stays above it. */
export function countdown(room) {
  const start = Number(meta("floor-start"));
  const rest = start - room.serverNow();
  show($("lobby-until"), start && rest > 0);
  if (!start || rest <= 0) return;
  const parts = until(start, room.serverNow()).map(([unit, number]) => count(`until.${unit}`, number));
  text($("lobby-until"), say("until", { time: list(parts) }));
}
