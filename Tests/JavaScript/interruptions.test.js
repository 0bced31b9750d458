import assert from "node:assert/strict";
import test from "node:test";

import { Devices } from "../../Sources/House/Public/js/room/devices.js";
import { Interruptions } from "../../Sources/House/Public/js/room/interruptions.js";
import { watchSleep } from "../../Sources/House/Public/js/room/sleep.js";
import { FakeClock } from "./fakes.js";

class Track {
  readyState = "live";
  muted = false;

  constructor(kind, label) {
    Object.assign(this, { kind, label });
  }

  stop() {
    this.readyState = "ended";
  }

  mute(muted) {
    this.muted = muted;
    this[muted ? "onmute" : "onunmute"]();
  }
}

class Media extends EventTarget {
  fault = null;
  made = 0;

  async getUserMedia(wish) {
    if (this.fault) throw Object.assign(new Error(), { name: this.fault });
    this.wish = wish;
    const kinds = ["audio", "video"].filter((kind) => wish[kind]);
    return { getTracks: () => kinds.map((kind) => new Track(kind, `${kind} ${++this.made}`)) };
  }

  async enumerateDevices() {
    return this.speakers ?? [];
  }
}

function desk() {
  const media = new Media();
  const sound = { canChooseSpeaker: true, chosen: [], setSpeaker(id) { this.chosen.push(id); } };
  const devices = new Devices(sound, { media });
  const clock = new FakeClock();
  const told = [];
  const trouble = [];
  new Interruptions(devices, clock).on("notice", (notice) => told.push(notice)).on("trouble", ({ code }) => trouble.push(code));
  return { media, sound, devices, clock, told, trouble };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test("A call that takes the microphone is said to oneself and to the others, and is over by itself", async () => {
  const { devices, clock, told, trouble } = desk();
  await devices.open("voice");
  devices.microphone.mute(true);
  assert.deepEqual(told, [], "a moment is nothing");
  clock.pass(1_500);
  assert.deepEqual([told, trouble], [[{ code: "micHeld", isOver: false }], ["micHeld"]]);
  devices.microphone.mute(false);
  assert.deepEqual([told.at(-1), trouble.at(-1)], [{ code: "micHeld", isOver: true }, ""]);
});

test("A device that a tap takes anew is held no longer", async () => {
  const { devices, clock, told } = desk();
  await devices.open("camera");
  const held = devices.camera;
  held.mute(true);
  clock.pass(1_500);
  await devices.reopen("camera");
  assert.notEqual(devices.camera, held);
  assert.deepEqual(told.map(({ code, isOver }) => [code, isOver]), [["cameraHeld", false], ["cameraHeld", true]]);
});

test("When a headset is pulled out and another microphone takes over, it is said which", async () => {
  const { devices, told } = desk();
  await devices.open("voice");
  await devices.microphone.onended();
  assert.deepEqual(told, [{ code: "micSwapped", label: "audio 2", isPassing: true }]);
});

test("A camera that is gone comes back by itself when it is plugged in", async () => {
  const { media, devices, told, trouble } = desk();
  await devices.open("camera");
  media.fault = "NotFoundError";
  await devices.camera.onended();
  assert.deepEqual([told.at(-1), trouble.at(-1)], [{ code: "cameraGone", isOver: false }, "cameraGone"]);
  media.dispatchEvent(new Event("devicechange"));
  await settled();
  assert.equal(devices.camera, null, "nothing was plugged in that helps");
  media.fault = null;
  media.dispatchEvent(new Event("devicechange"));
  await settled();
  assert.equal(devices.camera.readyState, "live");
  assert.deepEqual([told.at(-1), trouble.at(-1)], [{ code: "cameraGone", isOver: true }, ""]);
});

test("Who goes on without a camera is not told for ever that it is gone", async () => {
  const { media, devices, told } = desk();
  await devices.open("camera");
  media.fault = "NotReadableError";
  await devices.camera.onended();
  await devices.open("listening");
  assert.deepEqual(told.map(({ code, isOver }) => [code, isOver]), [["cameraGone", false], ["cameraGone", true]]);
});

test("Echo and noise are suppressed unless one switches that off, in mid-talk", async () => {
  const { media, devices } = desk();
  await devices.open("voice");
  assert.deepEqual([media.wish.audio.echoCancellation, media.wish.audio.noiseSuppression], [true, true]);
  await devices.choose({ noise: false });
  assert.deepEqual([media.wish.audio.echoCancellation, media.wish.audio.noiseSuppression], [true, false]);
});

test("A chosen loudspeaker that is pulled out gives way to the usual one, and is taken again when it is back", async () => {
  const { media, sound, devices } = desk();
  const speaker = (deviceId) => ({ kind: "audiooutput", deviceId, label: deviceId });
  await devices.choose({ speaker: "headset" });
  for (const there of [["usual"], ["usual", "headset"]]) {
    media.speakers = there.map(speaker);
    media.dispatchEvent(new Event("devicechange"));
    await settled();
  }
  assert.deepEqual(sound.chosen.slice(-3), ["headset", "", "headset"]);
});

test("Sleep is noticed, and a page in the background, whose timers come once a minute, isn't taken for it", () => {
  const clock = new FakeClock();
  let woken = 0;
  let work;
  watchSleep(() => (woken += 1), { now: () => clock.now(), every: (_, again) => { work = again; } });
  for (const gap of [5_000, 60_000, 61_000]) {
    clock.time += gap;
    work();
  }
  assert.equal(woken, 0);
  clock.time += 1_300_000;
  work();
  assert.equal(woken, 1);
});
