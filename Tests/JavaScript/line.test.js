import assert from "node:assert/strict";
import test from "node:test";

import { reachedWays, roundTrip, speed, transfers, wayOf } from "../../Sources/House/Public/js/room/line.js";
import { FakeClock } from "./fakes.js";

const relay = (...urls) => ({ urls, username: "1:ada", credential: "x" });

/** Connections that find a relayed address, or not, by their one URL. */
function network(clock, open) {
  const made = [];
  const connect = (options) => {
    const connection = {
      options, isClosed: false, createDataChannel() {}, close() { this.isClosed = true; },
      async setLocalDescription() {
        const [url] = options.iceServers[0].urls;
        queueMicrotask(() => {
          if (open.includes(url)) this.onicecandidate({ candidate: { candidate: "candidate:1 1 udp 1 192.0.2.1 1 typ relay" } });
          else if (!url.includes("silent")) Object.assign(this, { iceGatheringState: "complete" }).onicegatheringstatechange();
        });
      },
    };
    made.push(connection);
    return connection;
  };
  return { made, connect, clock };
}

test("An address says by which way it is reached", () => {
  assert.deepEqual(["turn:a:3478", "turn:a:3478?transport=tcp", "turns:a:443?transport=tcp"].map(wayOf), ["udp", "tcp", "tls"]);
});

test("Each way to the relay is tried by itself, by the relay only, and let go again", async () => {
  const clock = new FakeClock();
  const { made, connect } = network(clock, ["turns:a:443"]);
  const ways = await reachedWays([{ urls: ["stun:a"] }, relay("turn:a", "turn:a?transport=tcp", "turns:a:443")], { connect, clock });
  assert.deepEqual(ways, ["tls"]);
  assert.equal(made.length, 3);
  assert.ok(made.every(({ isClosed, options }) => isClosed && options.iceTransportPolicy === "relay" && options.iceServers[0].urls.length === 1));
});

test("A firewall that swallows everything is noticed after a while; where there is no relay there is none to reach", async () => {
  const clock = new FakeClock();
  const { connect } = network(clock, []);
  const trial = reachedWays([relay("turn:silent")], { connect, clock });
  await new Promise(setImmediate);
  clock.pass(8_000);
  assert.deepEqual(await trial, []);
  assert.equal(await reachedWays([{ urls: ["stun:a"] }], { connect, clock }), null);
});

test("The quickest of a few answers tells how far the server is; the first, which may have to connect, doesn't count", async () => {
  const clock = new FakeClock();
  const times = [400, 60, 45, 90];
  assert.equal(await roundTrip(async () => { clock.time += times.shift(); }, clock), 45);
});

test("A slow line is asked for little, a fast one until it can be told how fast", async () => {
  const clock = new FakeClock();
  const transfer = (perSecond) => {
    const sizes = [];
    return { sizes, go: async (size) => { sizes.push(size); clock.time += (size * 8) / (perSecond / 1000); } };
  };
  const slow = transfer(100_000);
  assert.equal(await speed(slow.go, clock), 100);
  assert.deepEqual(slow.sizes, [16_384]);
  const fast = transfer(80_000_000);
  assert.equal(await speed(fast.go, clock), 80_000);
  assert.equal(fast.sizes.length, 3);
});

test("Bytes that are refused are no speed", async () => {
  const { down, up } = transfers("/line", async () => ({ ok: false, status: 429 }));
  await assert.rejects(down(1));
  await assert.rejects(up(1));
});
