import assert from "node:assert/strict";
import test from "node:test";

import { Captions } from "../../Sources/House/Public/js/room/captions.js";
import { deviceError, missingDevices } from "../../Sources/House/Public/js/room/devices.js";
import { difference, isOverloaded, isWeak, sample, Silence } from "../../Sources/House/Public/js/room/health.js";
import { Ladder, limits } from "../../Sources/House/Public/js/room/quality.js";
import { isTalkKey, shortcut } from "../../Sources/House/Public/js/room/shortcuts.js";
import { DeadMicrophone, Speech } from "../../Sources/House/Public/js/room/speech.js";
import { places } from "../../Sources/House/Public/js/room/voice.js";
import { FakeClock } from "./fakes.js";

const steps = (ladder, ...bads) => bads.map((isBad) => (ladder.step(isBad), ladder.level));

test("The more people, the smaller the pictures", () => {
  const rates = [1, 3, 5, 9].map((pictures) => limits(pictures, pictures).camera.maxBitrate);
  assert.deepEqual(rates, [...rates].sort((a, b) => b - a));
  assert.equal(limits(5, 5).camera.scaleResolutionDownBy, 2);
  assert.deepEqual(limits(5, 5, Ladder.full, 180).camera, { maxBitrate: 200_000, scaleResolutionDownBy: 1 }, "what is small stays");
  assert.deepEqual(limits(1, 1, Ladder.small, 360).camera, { maxBitrate: 350_000, scaleResolutionDownBy: 2 });
  assert.ok(limits(1, 12).audio.maxBitrate < limits(1, 3).audio.maxBitrate);
});

test("A bad line loses size first, then the picture, and gets it back slowly", () => {
  const ladder = new Ladder();
  assert.deepEqual(steps(ladder, true, true, true, true, true, true), [0, 0, 1, 1, 1, 2]);
  assert.deepEqual(steps(ladder, ...Array(19).fill(false)).at(-1), 2);
  assert.deepEqual(steps(ladder, false), [1]);
});

test("One bad moment is nothing", () => {
  assert.deepEqual(steps(new Ladder(), true, false, true, false, true), [0, 0, 0, 0, 0]);
});

const inbound = (kind, packetsReceived, packetsLost) => ({ type: "inbound-rtp", kind, packetsReceived, packetsLost });

test("Losses count between two measurements", () => {
  const before = sample(new Map([[1, inbound("audio", 100, 0)], [2, inbound("video", 900, 50)]]));
  const after = sample(new Map([[1, inbound("audio", 190, 10)], [2, inbound("video", 900, 50)]]));
  const change = difference(before, after);
  assert.equal(change.downLoss, 0.1);
  assert.equal(change.isFlowing, true);
  assert.equal(isWeak(change), true);
  assert.equal(difference(after, after).isFlowing, false);
  assert.equal(isWeak(difference(after, after)), false);
});

test("What arrives badly or doesn't fit is too much", () => {
  const pair = { type: "candidate-pair", nominated: true, state: "succeeded", availableOutgoingBitrate: 60_000 };
  const now = sample(new Map([[1, pair]]));
  assert.equal(isOverloaded(difference(now, now), 450_000), true);
  assert.equal(isOverloaded(difference(now, now), 0), false);
  const lossy = sample(new Map([[1, { type: "remote-inbound-rtp", fractionLost: 0.2, roundTripTime: 0.1 }]]));
  assert.equal(isOverloaded(difference(lossy, lossy), 0), true);
});

test("Nothing arriving from an open microphone is noticed", () => {
  const silence = new Silence();
  const missing = { isFlowing: false, isExpected: true, isTalking: false, isHeard: false };
  for (const expected of [false, false, true]) {
    silence.hear(missing);
    assert.equal(silence.isSilent, expected);
  }
  silence.hear({ ...missing, isFlowing: true });
  assert.equal(silence.isSilent, false);
});

test("Who listens quietly is not taken for broken, who speaks unheard is", () => {
  const silence = new Silence();
  const quiet = { isFlowing: true, isExpected: true, isTalking: false, isHeard: false };
  for (let turn = 0; turn < 9; turn += 1) silence.hear(quiet);
  assert.equal(silence.isSilent, false);
  for (let turn = 0; turn < 3; turn += 1) silence.hear({ ...quiet, isTalking: true });
  assert.equal(silence.isSilent, true);
});

test("A page that hears nothing at all blames nobody", () => {
  const silence = new Silence();
  for (let turn = 0; turn < 9; turn += 1) silence.hear({ isFlowing: true, isExpected: true, isTalking: true, isHeard: null });
  assert.equal(silence.isSilent, false);
});

test("The muted are not expected to be heard", () => {
  const silence = new Silence();
  for (let turn = 0; turn < 9; turn += 1) silence.hear({ isFlowing: false, isExpected: false });
  assert.equal(silence.isSilent, false);
});

test("A cough is not a word, and a pause for breath is no end", () => {
  const speech = new Speech();
  const hear = (level, now) => (speech.hear(level, now), speech.isSpeaking);
  assert.deepEqual([hear(0.3, 0), hear(0, 100), hear(0.3, 200), hear(0.3, 300)], [false, false, false, true]);
  assert.deepEqual([hear(0, 400), hear(0, 900), hear(0.3, 1_000), hear(0, 1_800)], [true, true, true, false]);
  assert.equal(speech.spoken, 1_500);
});

test("Only a microphone without any noise is dead, and not while it is muted", () => {
  const dead = new DeadMicrophone(1_000);
  dead.hear(0, true, 0);
  dead.hear(0, true, 999);
  assert.equal(dead.isDead, false);
  assert.equal(dead.hear(0, true, 1_000), true);
  assert.equal(dead.isDead, true);
  dead.hear(0.0001, true, 1_100);
  assert.equal(dead.isDead, false);
  for (const now of [2_000, 9_000]) dead.hear(0, false, now);
  assert.equal(dead.isDead, false);
});

test("Voices come from around, each as far from the next, beginning on my left", () => {
  const angles = places(["a", "b", "me", "c"], "me");
  assert.deepEqual(angles.map(([id]) => id), ["c", "a", "b"]);
  const [left, middle, right] = angles.map(([, angle]) => angle);
  assert.ok(left < 0 && middle === 0 && right === -left);
  assert.deepEqual(places(["me", "a"], "me"), [["a", 0]]);
  assert.deepEqual(places(["a"], "me"), [["a", 0]]);
});

test("Devices fail with a code there are words for", () => {
  assert.deepEqual(deviceError({ name: "NotAllowedError" }, "camera"), { code: "denied", kind: "camera" });
  assert.deepEqual(deviceError({ name: "NotReadableError" }, "microphone"), { code: "busy", kind: "microphone" });
  assert.deepEqual(deviceError({ name: "OverconstrainedError" }, "camera"), { code: "none", kind: "camera" });
  assert.deepEqual(deviceError(new TypeError("x"), "camera"), { code: "unsupported", kind: "camera" });
  assert.deepEqual(missingDevices("microphone", false), { code: "insecure", kind: "microphone" });
});

test("Keys mean something only while nothing is typed", () => {
  const target = (isTyping) => ({ matches: () => isTyping });
  assert.equal(shortcut({ key: "m", target: target(false) }), "mute");
  assert.equal(shortcut({ key: "m", target: target(true) }), null);
  assert.equal(shortcut({ key: "m", ctrlKey: true, target: target(false) }), null);
  assert.equal(shortcut({ key: "x", target: target(false) }), null);
});

test("Captions are sent seldom enough, the last word always, and fade", () => {
  const clock = new FakeClock();
  const sent = [];
  const captions = new Captions((text, final) => sent.push([text, final]), clock);
  for (const text of ["a", "as", "as I"]) captions.write(text, false);
  assert.deepEqual(sent, [["a", false]]);
  clock.pass(400);
  captions.write("as I said", true);
  assert.deepEqual(sent, [["a", false], ["as I", false], ["as I said", true]]);
  captions.hear("host", "Hello", true);
  assert.deepEqual(captions.shown.get("host"), { text: "Hello", final: true });
  clock.pass(8_000);
  assert.equal(captions.shown.size, 0);
});

test("The space bar is held to talk, but for where one types", () => {
  const target = (isField) => ({ matches: () => isField });
  assert.equal(isTalkKey({ key: " ", target: target(false) }), true);
  assert.equal(isTalkKey({ key: " ", target: target(true) }), false);
  assert.equal(isTalkKey({ key: " ", ctrlKey: true, target: target(false) }), false);
  assert.equal(isTalkKey({ key: "m", target: target(false) }), false);
});
