import assert from "node:assert/strict";
import test from "node:test";

import { Protocol } from "../../Sources/House/Public/js/room/protocol.js";
import { FakeClock, FakeSocket } from "./fakes.js";

function line(url = "ws://test") {
  const clock = new FakeClock();
  const sockets = [];
  const open = () => sockets[sockets.push(new FakeSocket()) - 1];
  const protocol = new Protocol(url, { open, clock, chance: () => 0.5 });
  protocol.connect();
  return { clock, sockets, protocol, get socket() { return sockets.at(-1); } };
}

const welcome = (number, more = { view: {} }) => ({ type: "welcome", number, now: 5_000_000, you: "host", ice: [], ...more });

function opened(url) {
  const all = line(url);
  all.socket.open();
  all.socket.receive(welcome(41));
  return all;
}

function retry({ clock, protocol }) {
  clock.pass(protocol.connection.retryAt - protocol.serverNow() + 1);
}

test("A new page says hello without a number", () => {
  const { socket } = opened();
  assert.deepEqual(socket.sent, [{ v: 1, type: "hello" }]);
});

test("A page that comes back says the last number it has", () => {
  const all = opened();
  all.socket.receive({ type: "change", number: 44, at: 1, event: {} });
  all.socket.drop();
  all.clock.pass(1_000);
  all.socket.open();
  assert.deepEqual(all.socket.sent, [{ v: 1, type: "hello", last: 44 }]);
});

test("The pauses grow up to a quarter of a minute", () => {
  const all = opened();
  const waits = [];
  for (let turn = 0; turn < 14; turn += 1) {
    all.socket.drop();
    waits.push(all.protocol.connection.retryAt - all.protocol.serverNow());
    retry(all);
  }
  assert.ok(waits[0] <= 400, `${waits[0]}`);
  assert.ok(waits.every((wait, index) => index === 0 || wait >= waits[index - 1]), waits.join());
  assert.equal(waits.at(-1), 15_000);
  assert.ok(waits.slice(0, 5).reduce((a, b) => a + b) < 5_000, "several attempts in the first five seconds");
});

test("A line that held starts with a short pause again", () => {
  const all = opened();
  for (let turn = 0; turn < 8; turn += 1) {
    all.socket.drop();
    retry(all);
  }
  all.socket.open();
  all.socket.receive(welcome(41, { changes: [] }));
  all.clock.pass(11_000);
  all.socket.drop();
  assert.ok(all.protocol.connection.retryAt - all.protocol.serverNow() <= 400);
});

for (const [code, reason] of [[4001, "invalid"], [4002, "elsewhere"], [4003, "ended"], [1000, "left"]]) {
  test(`After ${code} (${reason}) the page does not come back`, () => {
    const all = opened();
    all.socket.drop(code);
    all.clock.pass(120_000);
    assert.equal(all.sockets.length, 1);
    assert.deepEqual(all.protocol.connection, { state: "closed", reason });
  });
}

test("After a restart the page comes back when the server said", () => {
  const all = opened();
  all.socket.receive({ type: "bye", reason: "restart", retryAfter: 1_000 });
  all.socket.drop(1012);
  all.clock.pass(999);
  assert.equal(all.sockets.length, 1);
  all.clock.pass(1);
  assert.equal(all.sockets.length, 2);
});

test("A page whose floor has moved goes there at once, with its last number", () => {
  const all = opened("wss://test/n/a/g/token/floor/socket");
  all.socket.drop(4004, "/n/b");
  all.clock.pass(1);
  assert.equal(all.protocol.url, "wss://test/n/b/g/token/floor/socket");
  all.socket.open();
  assert.deepEqual(all.socket.sent, [{ v: 1, type: "hello", last: 41 }]);
});

test("A page that is sent to and fro waits longer each time", () => {
  const all = opened("wss://test/g/token/floor/socket");
  all.socket.drop(4004, "/n/b");
  retry(all);
  all.socket.drop(4004, "/n/a");
  assert.equal(all.protocol.url, "wss://test/n/a/g/token/floor/socket");
  assert.ok(all.protocol.connection.retryAt - all.protocol.serverNow() >= 250);
});

for (const place of ["", "/n/", "/n/a/../b", "//elsewhere", "/n/a?", "https://elsewhere"]) {
  test(`What is no server's place (${place}) leaves the address as it is`, () => {
    const all = opened("wss://test/n/a/g/token/floor/socket");
    all.socket.drop(4004, place);
    assert.equal(all.protocol.url, "wss://test/n/a/g/token/floor/socket");
  });
}

test("After too many messages the page waits a minute", () => {
  const all = opened();
  all.socket.drop(1008);
  all.clock.pass(59_000);
  assert.equal(all.sockets.length, 1);
  all.clock.pass(1_000);
  assert.equal(all.sockets.length, 2);
});

test("After a broken frame the page comes back once", () => {
  const all = opened();
  all.socket.drop(1007);
  all.clock.pass(1_000);
  assert.equal(all.sockets.length, 2);
  all.socket.drop(1007);
  assert.deepEqual(all.protocol.connection, { state: "closed", reason: "broken" });
});

test("A seat taken over in another window can be taken back", () => {
  const all = opened();
  all.socket.drop(4002);
  all.protocol.connect();
  all.socket.open();
  assert.deepEqual(all.socket.sent, [{ v: 1, type: "hello", last: 41 }]);
});

test("Every quarter of a minute a beat; unanswered, the line is given up", () => {
  const all = opened();
  all.clock.pass(15_000);
  assert.equal(all.socket.ofType("beat").length, 1);
  all.socket.receive({ type: "beat", now: 5_015_000 });
  all.clock.pass(15_000);
  assert.equal(all.socket.ofType("beat").length, 2);
  all.clock.pass(6_000);
  assert.equal(all.sockets[0].isClosed, true);
  assert.equal(all.protocol.connection.state, "waiting");
});

test("A server that never greets is given up", () => {
  const all = line();
  all.socket.open();
  all.clock.pass(12_000);
  assert.equal(all.protocol.connection.state, "waiting");
});

test("The clock follows the server's, by the quickest answer", () => {
  const all = opened();
  assert.equal(all.protocol.serverNow(), 5_000_000);
  all.clock.pass(15_000);
  all.clock.pass(2_000);
  all.socket.receive({ type: "beat", now: 5_900_000 });
  assert.equal(all.protocol.serverNow(), 5_017_000);
});

test("When the browser is offline the page waits, and comes back when it is online", () => {
  const all = opened();
  all.protocol.offline();
  assert.equal(all.protocol.connection.state, "waiting");
  all.protocol.check();
  assert.equal(all.sockets.length, 2);
});

test("After sleep the line is asked at once whether it lives", () => {
  const all = opened();
  all.protocol.check();
  assert.equal(all.socket.ofType("beat").length, 1);
  all.clock.pass(3_000);
  assert.equal(all.protocol.connection.state, "waiting");
});

test("A burst of signals stays below the server's limit, loses none, and nothing else waits for it", () => {
  const all = opened();
  for (let count = 0; count < 900; count += 1) all.protocol.send({ type: "signal", to: "host", data: { count } });
  assert.equal(all.socket.ofType("signal").length, 600);
  all.protocol.request({ hand: { up: true } });
  assert.equal(all.socket.ofType("request").length, 1);
  all.clock.pass(9_000);
  assert.equal(all.socket.ofType("signal").length, 600);
  all.clock.pass(2_000);
  assert.deepEqual(all.socket.ofType("signal").map(({ data }) => data.count), [...Array(900).keys()]);
});

test("However quickly somebody claps, the page is not shut out for it", () => {
  const all = opened();
  for (let count = 0; count < 120; count += 1) all.protocol.send({ type: "react", kind: "clap" });
  assert.ok(all.socket.sent.length < 100);
  all.clock.pass(11_000);
  assert.equal(all.socket.ofType("react").length, 120);
});

test("What is passed on at once is not kept for later", () => {
  const all = opened();
  all.protocol.offline();
  assert.equal(all.protocol.send({ type: "react", kind: "clap" }), false);
});
