// The controls at hand, and the keys that do the same.

import { act, ask, on, refused } from "./actions.js";
import { $, attribute, show, sign, text } from "./dom.js";
import { isHonour } from "./honour.js";
import { open } from "./notes.js";
import { count, say } from "./words.js";

export function dock(room) {
  on("mute", () => { if (!isHandled(room)) room.toggleMute()?.catch?.(refused); });
  hold(room);
  on("pause", () => {
    $("sure-leave").close();
    ask(room, "pause", { isOn: room.state.me.pausedSince == null });
  });
  on("camera", () => room.toggleCamera()?.catch?.(refused));
  on("share", () => (room.me.isSharing ? room.stopSharing() : room.share()?.catch?.(() => {})));
  on("hand", () => ask(room, "hand", { up: room.state.me.handUpSince == null }));
  on("settings", () => $("settings").showModal());
  on("help", () => $("help").showModal());
  on("leave", () => (isHonour(room.state, room.state.you) ? room.leave() : $("sure-leave").showModal()));
  on("sure-leave", () => { $("sure-leave").close(); room.leave(); });
  on("close", (button) => close(button));
  on("tab", (button) => tab(button.dataset.tab));
  $("sounds").addEventListener("change", (event) => room.setSounds(event.target.checked));
  $("murmur").addEventListener("change", (event) => room.setMurmur(event.target.checked));
  $("murmur").checked = room.devices.choices.murmur ?? true;
  $("keys").addEventListener("change", (event) => room.setKeys(event.target.checked));
  for (const radio of document.getElementsByName("mode-now")) {
    radio.addEventListener("change", () => room.setMode(radio.value).catch((refusal) => act("refused-device", null, refusal)));
  }
  room.addEventListener("shortcut", ({ detail }) => key(room, detail.name));
  $("sounds").checked = room.sounds;
  return () => draw(room);
}

/** With push to talk the button is held like the key; a keyboard or a screen reader still toggles it. */
function hold(room) {
  const button = $("mute");
  const press = (isPressed) => room.me.hasPushToTalk && room.press(isPressed);
  button.addEventListener("pointerdown", (event) => {
    button.held = room.me.hasPushToTalk;
    button.setPointerCapture(event.pointerId);
    press(true);
  });
  for (const type of ["pointerup", "pointercancel"]) button.addEventListener(type, () => press(false));
}

/** The click that ends a hold means nothing more. */
function isHandled(room) {
  const wasHeld = $("mute").held && room.me.hasPushToTalk;
  $("mute").held = false;
  return wasHeld;
}

/** Shows one pane at a time on a telephone. */
export function tab(name) {
  $("floor").dataset.tab = name;
  for (const button of document.querySelectorAll("[data-tab][data-do]")) {
    if (button.dataset.tab === name) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

function close(button) {
  const panel = button.closest("dialog, aside");
  if (panel.close) panel.close();
  else act("hosting", document.querySelector("[data-do=hosting]"));
}

function key(room, name) {
  if (document.querySelector("dialog[open]") || $("floor").hidden) return;
  const does = {
    hand: () => act("hand"), pause: () => act("pause"), glass: () => act("glass"), help: () => act("help"),
    text: () => write(room, "text", "say"), coaster: () => write(room, "coaster", "coaster"),
    list: () => { tab("tables"); $("tables-title").focus(); },
  };
  does[name]?.();
}

function write(room, note, field) {
  tab("notes");
  open(room, note);
  $(field).focus();
}

function draw(room) {
  const { me } = room;
  const hasMic = me.mode === "camera" || me.mode === "voice";
  const isHeard = hasMic && !me.isMuted && (!me.hasPushToTalk || me.isPressed);
  control("mute", isHeard ? "mic" : "mic-off", hasMic && me.hasPushToTalk ? "hold" : isHeard ? "mute" : "unmute", !isHeard);
  control("camera", me.mode === "camera" ? "camera" : "camera-off", me.mode === "camera" ? "cameraOff" : "cameraOn", me.mode !== "camera");
  control("share", "screen", me.isSharing ? "unshare" : "share", me.isSharing);
  const isUp = room.state.me?.handUpSince != null;
  control("hand", "hand", isUp ? "handDown" : "handUp", isUp);
  attribute($("hand"), "aria-pressed", isUp);
  show($("share"), navigator.mediaDevices?.getDisplayMedia);
  for (const radio of document.getElementsByName("mode-now")) radio.checked = radio.value === me.mode;
  text($("spoken"), count("spoken", Math.round((me.spokenMs ?? 0) / 60000)));
}

function control(id, icon, key, isOff) {
  sign($(id), icon);
  text($(id).querySelector("[data-label]"), say(`dock.${key}`));
  $(id).classList.toggle("off", Boolean(isOff));
}
