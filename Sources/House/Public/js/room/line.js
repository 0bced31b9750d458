// The test of a line before the evening: the ways by which the relay is reached, the distance to the server, and the
// speed of bytes both ways. The server judges what it means (`Core/Floor/LineTest`). Independent of the DOM.

import { systemClock } from "./clock.js";

const gathering = 8_000;
const enough = 400;
const sizes = [1 << 14, 1 << 17, 1 << 19];

/** The transport to a relay address: `udp`, `tcp` or `tls`. */
export function wayOf(url) {
  if (url.startsWith("turns:")) return "tls";
  return url.includes("transport=tcp") ? "tcp" : "udp";
}

/** The ways that lead to a relayed address, each tried separately; null without a relay. */
export async function reachedWays(servers, { connect = (options) => new RTCPeerConnection(options), clock = systemClock } = {}) {
  const relays = servers.filter(({ username }) => username).flatMap(({ urls, ...rest }) => [urls].flat().map((url) => ({ ...rest, urls: [url] })));
  if (relays.length === 0) return null;
  const found = await Promise.all(relays.map(async (server) => (await reaches(server, connect, clock)) && wayOf(server.urls[0])));
  return [...new Set(found.filter(Boolean))];
}

/** True if a candidate of the relay comes in time. */
async function reaches(server, connect, clock) {
  const connection = connect({ iceServers: [server], iceTransportPolicy: "relay" });
  try {
    return await new Promise((done) => {
      clock.after(gathering, () => done(false));
      connection.onicecandidate = ({ candidate }) => candidate?.candidate && done(true);
      connection.onicegatheringstatechange = () => connection.iceGatheringState === "complete" && done(false);
      connection.createDataChannel("line");
      connection.setLocalDescription().catch(() => done(false));
    });
  } finally {
    connection.close();
  }
}

/** Milliseconds to the server and back, the quickest of a few tries. */
export async function roundTrip(load, clock = systemClock) {
  const times = [];
  for (let turn = 0; turn < 4; turn += 1) times.push(await timed(() => load(1), clock));
  return Math.round(Math.min(...times.slice(1)));
}

/** The speed in kilobits a second. Begins with few bytes, to spare a slow line, and continues until a transfer took long enough to be measured. */
export async function speed(transfer, clock = systemClock) {
  let best = 0;
  for (const size of sizes) {
    const time = Math.max(1, await timed(() => transfer(size), clock));
    best = Math.max(best, Math.round((size * 8) / time));
    if (time > enough) break;
  }
  return best;
}

async function timed(work, clock) {
  const start = clock.now();
  await work();
  return clock.now() - start;
}

/** The two directions to the server at `url`, as functions of a number of bytes. They reject if nothing comes through. */
export function transfers(url, fetch = globalThis.fetch) {
  const bytes = `${url}/bytes`;
  const checked = async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    await answer.arrayBuffer();
  };
  return {
    down: async (size) => checked(await fetch(`${bytes}?bytes=${size}`, { cache: "no-store" })),
    up: async (size) => checked(await fetch(bytes, { method: "POST", body: noise(size) })),
  };
}

function noise(size) {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  return bytes;
}

/** Runs the whole test; the answer has `lines` in the reader's language. `found` is the page's knowledge of its devices. */
export async function testLine({ url, ice, hasMicrophone, hasCamera }, fetch = globalThis.fetch) {
  const { down, up } = transfers(url, fetch);
  const ways = await reachedWays(ice);
  const form = new URLSearchParams({
    microphone: Number(hasMicrophone), camera: Number(hasCamera), relay: Number(ways !== null), roundTrip: await roundTrip(down),
    down: await speed(down), up: await speed(up),
  });
  for (const way of ways ?? []) form.append("way", way);
  const answer = await fetch(url, { method: "POST", body: form });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Records some seconds from one's own microphone and plays them, as others would hear them. */
export async function hearBack(track, seconds = 3) {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((done) => { recorder.onstop = done; });
  recorder.start();
  await new Promise((done) => setTimeout(done, seconds * 1000));
  recorder.stop();
  await ended;
  const audio = new Audio(URL.createObjectURL(new Blob(parts, { type: recorder.mimeType })));
  await new Promise((done) => {
    audio.onended = audio.onerror = done;
    audio.play().catch(done);
  });
  URL.revokeObjectURL(audio.src);
}
