import assert from "node:assert/strict";
import test from "node:test";

import "../../Sources/House/Public/js/room/sfu.js";
import { createTopology } from "../../Sources/House/Public/js/room/topology.js";
import { FakeConnection } from "./fake-connection.js";
import { FakeClock } from "./fakes.js";

const link = (peer, more = {}) => ({ peer, sendsAudio: true, sendsVideo: true, receivesAudio: true, receivesVideo: true, isPolite: true, ...more });
const track = (name) => ({ name });

async function pass(clock, milliseconds = 1) {
  clock.pass(milliseconds);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** A connection whose lines come with the offer: as many as its text has letters. */
class Connection extends FakeConnection {
  #mids = [];

  addTransceiver(kind, { sendEncodings }) {
    const line = super.addTransceiver(kind);
    line.sender.parameters.encodings = sendEncodings;
    return Object.assign(line, { mid: String(this.getTransceivers().length - 1) });
  }

  async createOffer(options) {
    this.offered = options;
  }

  async setRemoteDescription(description) {
    await super.setRemoteDescription(description);
    if (description.type === "offer") this.#mids = [...description.sdp];
  }

  getTransceivers() {
    if (this.#mids.length === 0) return super.getTransceivers();
    return this.#mids.map((mid) => ({ mid, receiver: (this.receivers ??= {})[mid] ??= { track: track(mid), getStats: async () => new Map() } }));
  }

  async getStats() {
    return new Map();
  }
}

function page() {
  const clock = new FakeClock();
  const [made, sent, told] = [[], [], []];
  const connect = () => made[made.push(new Connection()) - 1];
  const sfu = createTopology("sfu", {
    send: (to, data) => { sent.push(data); return to === "media"; },
    isAudible: () => true, isHeard: () => true, isHere: () => true, isFresh: () => true, sizeOf: () => 90, clock, connect,
  });
  for (const type of ["track", "health", "unheard", "line"]) sfu.on(type, (detail) => told.push({ type, ...detail }));
  sfu.setLocal(track("voice"), track("camera"), null);
  const last = (key) => sent.filter((data) => key in data).at(-1);
  const voice = (peer) => told.filter((one) => one.type === "track" && one.kind === "audio" && one.peer === peer).at(-1)?.stream;
  return { clock, made, sent, told, sfu, last, voice };
}

/** Published, and hearing b on line x. */
async function heard() {
  const all = page();
  const { sfu, clock, made } = all;
  sfu.apply([link("b")]);
  sfu.signal("media", { publish: "fresh", token: "p" });
  await pass(clock, 100);
  sfu.signal("media", { answer: "v=0", token: "p" });
  sfu.signal("media", { offer: "x", token: "l", lines: [{ mid: "x", from: "b", kind: "audio" }] });
  await pass(clock, 100);
  for (const connection of made) connection.become("connected");
  await pass(clock);
  return all;
}

test("One connection carries what goes out, and another what comes in", async () => {
  const { made, last, voice, sfu } = await heard();
  assert.equal(made.length, 2);
  assert.deepEqual(last("offer").lines, { audio: "0", camera: "1", screen: "2" });
  assert.equal(last("answer").token, "l");
  assert.equal(voice("b").tracks[0].name, "x");
  assert.equal(sfu.health("b"), "good");
  sfu.close();
});

test("A camera goes out in two sizes", async () => {
  const { made, sfu } = await heard();
  const [large, small] = made[0].getTransceivers()[1].sender.parameters.encodings;
  assert.ok(large.maxBitrate > small.maxBitrate);
  assert.equal(small.scaleResolutionDownBy, 2);
  sfu.close();
});

test("Who isn't linked any more isn't heard, whatever still comes", async () => {
  const { sfu, voice } = await heard();
  sfu.apply([]);
  assert.equal(voice("b"), null);
  assert.equal(sfu.health("b"), null);
  sfu.close();
});

test("A line that becomes another's is theirs alone", async () => {
  const { sfu, clock, voice } = await heard();
  sfu.apply([link("c")]);
  sfu.signal("media", { offer: "x", token: "l", lines: [{ mid: "x", from: "c", kind: "audio" }] });
  await pass(clock, 100);
  assert.equal(voice("b"), null);
  assert.equal(voice("c").tracks[0].name, "x");
  sfu.close();
});

test("Nothing goes out to nobody", async () => {
  const { sfu, made } = await heard();
  sfu.apply([link("b", { sendsAudio: false, sendsVideo: false })]);
  const senders = made[0].getTransceivers().map(({ sender }) => sender.track);
  assert.deepEqual(senders, [null, null, null]);
  sfu.close();
});

test("A page that was loaded anew begins anew", async () => {
  const { sfu, clock, last, made } = page();
  sfu.apply([link("b")]);
  sfu.signal("media", { publish: "known", token: "p" });
  await pass(clock, 100);
  assert.deepEqual(last("anew"), { anew: true });
  assert.equal(made.length, 0);
  sfu.close();
});

test("A page that comes back goes on with what it has", async () => {
  const { sfu, clock, made } = await heard();
  sfu.signal("media", { publish: "known", token: "p" });
  await pass(clock, 100);
  assert.equal(made.length, 2);
  sfu.close();
});

test("What was heard is heard until the new connection has come about", async () => {
  const { sfu, clock, made, voice } = await heard();
  sfu.signal("media", { offer: "y", token: "l2", lines: [{ mid: "y", from: "b", kind: "audio" }] });
  await pass(clock, 100);
  assert.equal(voice("b").tracks[0].name, "x");
  made[2].become("connected");
  await pass(clock);
  assert.equal(voice("b").tracks[0].name, "y");
  assert.equal(made[1].connectionState, "closed");
  sfu.close();
});

test("A way that is lost is looked for, then begun anew", async () => {
  const { sfu, clock, made, last } = await heard();
  made[0].become("failed");
  await pass(clock, 100);
  assert.deepEqual(made[0].offered, { iceRestart: true });
  assert.equal(last("anew"), undefined);
  for (let turn = 0; turn < 6; turn += 1) await pass(clock, 2_000);
  assert.deepEqual(last("anew"), { anew: true });
  sfu.close();
});

test("A new way that is wanted while an offer is under way is looked for after its answer", async () => {
  const { sfu, clock, made, last } = page();
  sfu.apply([link("b")]);
  sfu.signal("media", { publish: "new", token: "p1" });
  await pass(clock, 100);
  assert.ok(last("offer"));
  sfu.recover(true);
  await pass(clock, 100);
  assert.deepEqual(made[0].offered, { iceRestart: false });
  sfu.signal("media", { answer: "sdp", token: "p1" });
  await pass(clock, 100);
  assert.deepEqual(made[0].offered, { iceRestart: true });
  sfu.close();
});
