import assert from "node:assert/strict";
import test from "node:test";

import { Devices } from "../../Sources/House/Public/js/room/devices.js";

class FakeTrack {
  readyState = "live";
  enabled = true;

  constructor(kind, wish) {
    Object.assign(this, { kind, wish });
  }

  stop() {
    this.readyState = "ended";
  }
}

/** `faults` maps a kind to the name of the error on opening it. */
class FakeMedia extends EventTarget {
  asked = [];
  made = [];
  faults = {};

  async getUserMedia(wish) {
    const kinds = ["audio", "video"].filter((kind) => wish[kind]);
    this.asked.push(kinds.join("+"));
    await new Promise(setImmediate);
    for (const kind of kinds) if (this.faults[kind]) throw Object.assign(new Error(), { name: this.faults[kind] });
    const tracks = kinds.map((kind) => new FakeTrack(kind, wish[kind]));
    this.made.push(...tracks);
    return { getTracks: () => tracks };
  }

  async enumerateDevices() {
    return [
      { kind: "videoinput", deviceId: "c1", label: "Lens" }, { kind: "audioinput", deviceId: "m1", label: "Desk" },
      { kind: "audiooutput", deviceId: "s1", label: "Box" }, { kind: "audioinput", deviceId: "", label: "" },
    ];
  }
}

function desk(faults = {}, canChooseSpeaker = true) {
  const media = Object.assign(new FakeMedia(), { faults });
  const sound = { canChooseSpeaker, speaker: "", setSpeaker(id) { this.speaker = id; } };
  return { media, sound, devices: new Devices(sound, { media }) };
}

const open = ({ devices }) => ["microphone", "camera"].filter((kind) => devices[kind]?.readyState === "live");
const lit = ({ media }) => media.made.filter(({ readyState }) => readyState === "live").length;

test("Camera and microphone are asked for at once", async () => {
  const all = desk();
  await all.devices.open("camera");
  assert.deepEqual([all.media.asked, open(all)], [["audio+video"], ["microphone", "camera"]]);
});

test("Without camera its light goes off and the voice goes on", async () => {
  const all = desk();
  await all.devices.open("camera");
  const { microphone } = all.devices;
  await all.devices.open("voice");
  assert.deepEqual(open(all), ["microphone"]);
  assert.equal(all.devices.microphone, microphone);
  await all.devices.open("listening");
  assert.equal(lit(all), 0);
});

test("Listening and writing ask for nothing", async () => {
  const all = desk();
  await all.devices.open("listening");
  await all.devices.open("text");
  assert.deepEqual(all.media.asked, []);
});

test("When the camera is refused the voice is there, and it is said which", async () => {
  const all = desk({ video: "NotAllowedError" });
  await assert.rejects(all.devices.open("camera"), { code: "denied", kind: "camera" });
  assert.deepEqual(open(all), ["microphone"]);
});

test("A page over an unprotected line is told so", async () => {
  const devices = new Devices({ setSpeaker() {} }, { media: undefined });
  await assert.rejects(devices.open("voice"), { code: "insecure", kind: "microphone" });
});

test("What was asked for last is what stays, however quickly one changes one's mind", async () => {
  const all = desk();
  await Promise.all(["camera", "listening", "camera", "voice"].map((mode) => all.devices.open(mode)));
  assert.deepEqual(open(all), ["microphone"]);
  assert.equal(lit(all), 1);
});

test("Who leaves while the camera is opening leaves no light on", async () => {
  const all = desk();
  const opening = all.devices.open("camera");
  await all.devices.close();
  await opening;
  assert.equal(lit(all), 0);
});

test("Another microphone takes over in mid-talk", async () => {
  const all = desk();
  let changes = 0;
  await all.devices.open("voice");
  all.devices.on("tracks", () => { changes += 1; });
  await all.devices.choose({ microphone: "m1" });
  assert.equal(all.devices.microphone.wish.deviceId, "m1");
  assert.deepEqual([lit(all), changes], [1, 1]);
});

test("Choosing a camera opens none that is not wanted", async () => {
  const all = desk();
  await all.devices.choose({ camera: "c1", speaker: "s1" });
  assert.deepEqual([all.media.asked, all.sound.speaker], [[], "s1"]);
  await all.devices.open("camera");
  assert.equal(all.devices.camera.wish.deviceId, "c1");
});

test("Little data means a smaller picture", async () => {
  const all = desk();
  await all.devices.open("camera");
  const { ideal } = all.devices.camera.wish.width;
  await all.devices.choose({ economy: true });
  assert.ok(all.devices.camera.wish.width.ideal < ideal);
  assert.equal(lit(all), 2);
});

test("When a microphone is unplugged another takes over; when there is none it is said", async () => {
  const all = desk();
  const gone = [];
  all.devices.on("gone", ({ kind }) => gone.push(kind));
  await all.devices.open("voice");
  await all.devices.microphone.onended();
  assert.deepEqual([open(all), gone], [["microphone"], []]);
  all.media.faults.audio = "NotFoundError";
  await all.devices.microphone.onended();
  assert.deepEqual([open(all), gone], [[], ["microphone"]]);
});

test("What there is, by name; speakers only where they can be chosen", async () => {
  assert.deepEqual(await desk().devices.list(), {
    cameras: [{ id: "c1", label: "Lens" }], microphones: [{ id: "m1", label: "Desk" }], speakers: [{ id: "s1", label: "Box" }],
  });
  assert.deepEqual((await desk({}, false).devices.list()).speakers, []);
});
