import assert from "node:assert/strict";
import test from "node:test";

import { createTopology } from "../../Sources/House/Public/js/room/topology.js";
import { FakeConnection } from "./fake-connection.js";
import { FakeClock } from "./fakes.js";

const flowing = { sendsAudio: true, sendsVideo: true, receivesAudio: true, receivesVideo: true };
const link = (peer, isPolite, more = {}) => ({ peer, isPolite, ...flowing, ...more });
const track = (name) => ({ name });

/** Lets time pass, and pending work finish. */
async function pass(clock, milliseconds = 1) {
  clock.pass(milliseconds);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** Pages by id whose signals reach each other; `cut` holds the ids of those without a socket. */
function pages(...ids) {
  const clock = new FakeClock();
  const cut = new Set();
  const all = {};
  for (const id of ids) all[id] = page(id, clock, (to, data) => {
    if (!cut.has(id) && !cut.has(to)) all[to]?.mesh.signal(id, data);
  });
  return { clock, cut, all, renew: (id) => (all[id] = page(id, clock, all[id].send)) };
}

function page(id, clock, send) {
  const made = [];
  const told = [];
  const sent = [];
  const options = [];
  const connect = (wanted) => {
    options.push(wanted);
    const connection = made[made.push(new FakeConnection()) - 1];
    if (all.hangs) connection.setRemoteDescription = () => new Promise(() => {});
    return connection;
  };
  const mesh = createTopology("mesh", {
    send: (to, data) => { sent.push({ to, data }); send(to, data); },
    isAudible: () => true, isHeard: () => true, isHere: () => !all.isAlone, isFresh: () => !all.isStale, clock, connect,
  });
  for (const type of ["track", "health", "unheard", "line"]) mesh.on(type, (detail) => told.push({ type, ...detail }));
  mesh.setLocal(track(`${id} voice`), track(`${id} camera`), null);
  const all = { mesh, made, options, told, sent, send, hangs: false, isAlone: false, isStale: false, get connection() { return made.at(-1); } };
  return all;
}

async function met() {
  const both = pages("a", "b");
  const { a, b } = both.all;
  a.mesh.apply([link("b", false)]);
  b.mesh.apply([link("a", true)]);
  await pass(both.clock);
  for (const one of [a, b]) one.connection.become("connected");
  await pass(both.clock);
  return { ...both, a, b };
}

const outgoing = ({ connection }) => connection.getTransceivers().map(({ sender }) => sender.track?.name ?? null);

test("Of two, one makes the connection and the other answers, once", async () => {
  const { a, b } = await met();
  assert.deepEqual([a.made.length, b.made.length], [1, 1]);
  assert.deepEqual([a.connection.signalingState, b.connection.signalingState], ["stable", "stable"]);
  assert.deepEqual(outgoing(a), ["a voice", "a camera", null]);
  assert.deepEqual(outgoing(b), ["b voice", "b camera", null]);
  assert.ok([...a.connection.getTransceivers(), ...b.connection.getTransceivers()].every(({ direction }) => direction === "sendrecv"));
});

test("It does not matter whose links come first", async () => {
  const { clock, all: { a, b } } = pages("a", "b");
  b.mesh.apply([link("a", true)]);
  await pass(clock);
  a.mesh.apply([link("b", false)]);
  await pass(clock);
  assert.deepEqual([a.made.length, b.made.length], [1, 1]);
  assert.equal(b.connection.signalingState, "stable");
});

test("Who is not linked any more is closed at once, with nothing awaited", async () => {
  const { a } = await met();
  a.mesh.apply([]);
  assert.equal(a.connection.connectionState, "closed");
  assert.equal(a.mesh.health("b"), null);
  assert.deepEqual(a.told.filter(({ type }) => type === "track").at(-1), { type: "track", peer: "b", kind: "audio", stream: null });
});

test("Who is not linked can't begin a connection", async () => {
  const { clock, all: { a, b } } = pages("a", "b");
  a.mesh.apply([link("b", false)]);
  await pass(clock);
  assert.equal(b.made.length, 0);
  assert.deepEqual(b.sent, []);
});

test("Signals under way when one parts wake nothing up", async () => {
  const { clock, b } = await met();
  const offer = { description: { type: "offer", sdp: "v=0\r\no=- 77 2 IN IP4 127.0.0.1\r\n" } };
  b.mesh.signal("a", offer);
  b.mesh.apply([]);
  b.mesh.signal("a", offer);
  await pass(clock);
  assert.equal(b.made.length, 1);
});

test("Only what the links say goes out and is shown", async () => {
  const { clock, a, b } = await met();
  a.mesh.apply([link("b", false, { sendsVideo: false, receivesAudio: false })]);
  await pass(clock);
  assert.deepEqual(outgoing(a), ["a voice", null, null]);
  assert.equal(a.told.filter(({ kind }) => kind === "audio").at(-1).stream, null);
  a.mesh.apply([link("b", false, { sendsAudio: false })]);
  await pass(clock);
  assert.deepEqual(outgoing(a), [null, "a camera", null]);
  assert.equal(a.made.length + b.made.length, 2, "without another connection");
});

test("A picture is shown when the other side says that it comes", async () => {
  const { a, b } = await met();
  const pictures = () => b.told.filter(({ kind }) => kind === "camera").map(({ stream }) => Boolean(stream));
  assert.deepEqual(pictures(), []);
  const note = a.connection.channel.sent.at(-1);
  assert.deepEqual(note, { camera: true, screen: false, talks: false });
  b.connection.channel.onmessage({ data: JSON.stringify(note) });
  assert.deepEqual(pictures(), [true]);
  b.connection.channel.onmessage({ data: JSON.stringify({ ...note, camera: false }) });
  assert.deepEqual(pictures(), [true, false]);
});

test("A screen and another camera go out without negotiating", async () => {
  const { clock, a } = await met();
  const count = a.sent.length;
  a.mesh.setLocal(track("voice"), track("another camera"), track("screen"));
  await pass(clock);
  assert.deepEqual(outgoing(a), ["voice", "another camera", "screen"]);
  assert.equal(a.sent.length, count);
});

test("The more get a picture, the smaller it is", async () => {
  const { clock, all: { a } } = pages("a");
  const rates = [];
  for (const count of [1, 3, 5]) {
    a.mesh.apply(Array.from({ length: count }, (_, index) => link(`g${index}`, false)));
    await pass(clock);
    rates.push(a.made[0].getTransceivers()[1].sender.parameters.encodings[0].maxBitrate);
  }
  assert.ok(rates[0] > rates[1] && rates[1] > rates[2], rates.join());
});

for (const [who, other] of [["a", "b"], ["b", "a"]]) {
  test(`A page that was reloaded is met anew (${who === "a" ? "who offers" : "who answers"})`, async () => {
    const { clock, all, renew } = await met();
    const before = all[other].connection;
    const fresh = renew(who);
    fresh.mesh.apply([link(other, who === "b")]);
    await pass(clock);
    await pass(clock);
    assert.equal(before.connectionState, "closed");
    assert.deepEqual([fresh.connection.signalingState, all[other].connection.signalingState], ["stable", "stable"]);
    assert.equal(all[other].made.length, 2);
  });
}

test("A lost way is looked for again, and found, the connection stays", async () => {
  const { clock, a, b } = await met();
  a.connection.become("disconnected");
  assert.equal(a.mesh.health("b"), "retrying");
  await pass(clock, 2_500);
  assert.equal(a.connection.restarts, 1);
  a.connection.become("connected");
  assert.equal(a.mesh.health("b"), "good");
  assert.deepEqual([a.made.length, b.made.length], [1, 1]);
});

test("When both look for the way at once, they agree", async () => {
  const { clock, a, b } = await met();
  for (const one of [a, b]) one.connection.become("failed");
  await pass(clock);
  assert.deepEqual([a.connection.signalingState, b.connection.signalingState], ["stable", "stable"]);
  assert.deepEqual([a.connection.rollbacks, b.connection.rollbacks], [0, 1], "the polite one gives way");
});

test("What never comes about is begun anew, less and less often, and called lost", async () => {
  const { clock, cut, all: { a } } = pages("a", "b");
  cut.add("b");
  a.mesh.apply([link("b", false)]);
  await pass(clock, 12_000);
  assert.deepEqual([a.made.length, a.mesh.health("b")], [2, "retrying"]);
  for (let turn = 0; turn < 9; turn += 1) await pass(clock, 10_000);
  const count = a.made.length;
  assert.ok(count >= 4 && count <= 6, `${count} attempts in a hundred seconds`);
  assert.equal(a.mesh.health("b"), "lost");
  assert.equal(a.told.find(({ type }) => type === "line").line, "textOnly");
  assert.ok(a.made.slice(0, -1).every(({ connectionState }) => connectionState === "closed"));
});

test("That nobody is reached who lost the socket, too, says nothing about one's own line", async () => {
  const { clock, cut, all: { a } } = pages("a", "b");
  cut.add("b");
  a.isAlone = true;
  a.mesh.apply([link("b", false)]);
  await pass(clock, 60_000);
  assert.equal(a.told.find(({ type }) => type === "line"), undefined);
  a.isAlone = false;
  await pass(clock, 20_000);
  assert.equal(a.told.find(({ type }) => type === "line").line, "textOnly");
});

test("What hangs on a connection that was given up holds up none of the next", async () => {
  const { clock, all: { a, b } } = pages("a", "b");
  b.mesh.apply([link("a", true)]);
  b.hangs = true;
  a.mesh.apply([link("b", false)]);
  await pass(clock);
  b.hangs = false;
  for (let turn = 0; turn < 4; turn += 1) await pass(clock, 10_000);
  assert.ok(b.made.length > 1);
  assert.equal(b.connection.signalingState, "stable");
  assert.deepEqual(outgoing(b), ["b voice", "b camera", null]);
});

test("When the socket is back, what was lost on the way is asked for again", async () => {
  const { clock, cut, all: { a, b } } = pages("a", "b");
  cut.add("b");
  a.mesh.apply([link("b", false)]);
  b.mesh.apply([link("a", true)]);
  await pass(clock);
  assert.equal(b.made.length, 0);
  cut.clear();
  b.mesh.recover();
  await pass(clock);
  b.mesh.recover();
  await pass(clock, 7_000);
  assert.equal(b.connection.signalingState, "stable");
});

test("A new network changes the way of every connection", async () => {
  const { clock, a } = await met();
  a.mesh.setIce([{ urls: ["turn:turn.example:3478"] }]);
  a.mesh.recover(true);
  await pass(clock);
  assert.equal(a.connection.restarts, 1);
  assert.equal(a.connection.configuration.iceServers.length, 1);
  assert.equal(a.made.length, 1);
});

test("A topology this page doesn't know is none", () => {
  assert.equal(createTopology("carrier pigeons", {}), null);
});

test("After sleep the way is looked for anew only when there are credentials that hold", async () => {
  const { clock, a } = await met();
  a.isStale = true;
  a.mesh.recover(true);
  await pass(clock);
  assert.equal(a.connection.restarts, 0);
  a.isStale = false;
  a.mesh.setIce([{ urls: ["turn:relay.example"], username: "new" }]);
  await pass(clock);
  assert.equal(a.connection.restarts, 1);
  assert.equal(a.connection.configuration.iceServers[0].username, "new");
  a.mesh.setIce([{ urls: ["turn:relay.example"], username: "newer" }]);
  await pass(clock);
  assert.equal(a.connection.restarts, 1, "new credentials alone move nothing");
});

test("What keeps somebody from being heard is told to the others, and to who comes later; what isn't known is nothing", async () => {
  const { clock, a, b } = await met();
  a.mesh.setTrouble("micHeld");
  assert.equal(a.connection.channel.sent.at(-1).trouble, "micHeld");
  b.connection.channel.onmessage({ data: JSON.stringify(a.connection.channel.sent.at(-1)) });
  assert.equal(b.mesh.trouble("a"), "micHeld");
  assert.equal(b.told.at(-1).type, "health");
  b.connection.channel.onmessage({ data: JSON.stringify({ camera: true, screen: false, talks: false, trouble: "<b>" }) });
  assert.equal(b.mesh.trouble("a"), "");
  a.mesh.apply([]);
  a.mesh.apply([link("b", false)]);
  await pass(clock);
  a.connection.channel.onopen();
  assert.equal(a.connection.channel.sent.at(-1).trouble, "micHeld");
});

test("Twenty moves within seconds leave the right people linked, and everything else closed", async () => {
  const ids = ["a", "b", "c", "d"];
  const { clock, all } = pages(...ids);
  const seat = (tables) => {
    for (const id of ids) all[id].mesh.apply(ids.filter((other) => other !== id && tables[other] === tables[id]).map((other) => link(other, id > other)));
  };
  for (let move = 0; move < 20; move += 1) {
    seat(Object.fromEntries(ids.map((id, index) => [id, (move * (index + 1)) % 3])));
    await pass(clock, 150);
  }
  seat({ a: 1, b: 2, c: 1, d: 2 });
  await pass(clock, 30_000);
  const open = (id) => all[id].made.filter(({ connectionState }) => connectionState !== "closed");
  for (const id of ids) {
    assert.equal(open(id).length, 1, id);
    assert.equal(open(id)[0].signalingState, "stable", id);
  }
  for (const [one, other, stranger] of [["a", "c", "b"], ["b", "d", "a"], ["c", "a", "d"], ["d", "b", "c"]]) {
    assert.notEqual(all[one].mesh.health(other), null);
    assert.equal(all[one].mesh.health(stranger), null);
  }
});

test("Where addresses are hidden no way but the relay is looked for, on a connection that lives and on every new one", async () => {
  const { clock, a } = await met();
  a.mesh.setIce([{ urls: ["turn:relay.example"] }], true);
  assert.equal(a.connection.configuration.iceTransportPolicy, "relay");
  a.mesh.apply([]);
  a.mesh.apply([link("b", false)]);
  await pass(clock);
  assert.equal(a.options.at(-1).iceTransportPolicy, "relay");
});
