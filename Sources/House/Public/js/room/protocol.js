// The floor's protocol (docs/protocol.md), version 1; independent of the DOM. It connects, states the last number it
// has, reconnects automatically, reports whether the line is alive, keeps the server's time, and turns requests into
// promises. Every message is an event of its `type` with the message as detail; `connection` carries `{state, retryAt,
// reason}`.

import { closing, movedTo, pause } from "./closings.js";
import { ServerClock, systemClock } from "./clock.js";
import { News } from "./news.js";
import { Outbox } from "./outbox.js";
import { Requests } from "./requests.js";

const beatPause = 15_000;
const patience = 6_000;
const stable = 10_000;

export class Protocol extends News {
  connection = { state: "closed", reason: "left" };
  /** The number of the last change this page has; null on a new page. */
  last = null;
  #socket = null;
  #attempt = 0;
  #timers = {};
  #announced = null;
  #wasBroken = false;
  #sentAt = 0;

  constructor(url, { open = (url) => new WebSocket(url), clock = systemClock, chance = Math.random } = {}) {
    super();
    Object.assign(this, { url, open, clock, chance });
    this.time = new ServerClock(clock);
    this.outbox = new Outbox((text) => this.#socket?.send(text), clock);
    this.requests = new Requests((message) => this.outbox.send(message));
  }

  /** Connects, also after a final close: that takes the seat over from another window. */
  connect() {
    this.#stop();
    this.#become("connecting");
    const socket = (this.#socket = this.open(this.url));
    socket.onopen = () => this.#greet();
    socket.onmessage = ({ data }) => this.#read(JSON.parse(data));
    socket.onclose = ({ code, reason }) => this.#closed(code, reason);
    this.#expect(2 * patience);
  }

  serverNow() {
    return this.time.now();
  }

  request(request) {
    if (this.connection.state === "closed") return Promise.reject({ code: "closed" });
    return this.requests.add(request, this.isOpen);
  }

  get isOpen() {
    return this.connection.state === "open";
  }

  /** Sends a message at once or not at all: `signal`, `caption`, `clink`, `react`, `unheard`. */
  send(message) {
    if (!this.isOpen) return false;
    this.outbox.send(message);
    return true;
  }

  /** Checks that the line is alive, after sleep or a change of network. */
  check() {
    if (this.connection.state === "waiting") return this.connect();
    if (!this.isOpen) return;
    this.time.forget();
    this.#beat(patience / 2);
  }

  /** The browser reports no network, so there is no need to wait for a missing beat. */
  offline() {
    if (this.isOpen) this.#closed(1006);
  }

  leave() {
    this.#stop();
    this.#finish("left");
  }

  #greet() {
    this.outbox.clear();
    this.#sentAt = this.clock.now();
    this.outbox.send({ type: "hello", ...(this.last === null ? {} : { last: this.last }) });
  }

  #read(message) {
    this.#alive();
    this[`_${message.type}`]?.(message);
    this.tell(message.type, message);
  }

  // Messages the protocol itself needs; others are told afterwards.

  _welcome({ number, now, you, changes }) {
    this.time.learn(now, this.#sentAt);
    this.last = number;
    this.#timers.stable = this.clock.after(stable, () => this.#settle());
    this.#become("open");
    this.requests.resume(changes, you);
    this.#schedule();
  }

  _change({ number }) {
    this.last = Math.max(this.last ?? 0, number);
  }

  _done(message) {
    this.requests.done(message);
  }

  _refused(message) {
    this.requests.refused(message);
  }

  _beat({ now }) {
    this.time.learn(now, this.#sentAt);
    this.#schedule();
  }

  _bye({ retryAfter }) {
    this.#announced = retryAfter ?? null;
  }

  #settle() {
    this.#attempt = 0;
    this.#wasBroken = false;
  }

  #schedule() {
    this.#timers.beat?.();
    this.#timers.beat = this.clock.after(beatPause, () => this.#beat(patience));
  }

  #beat(wait) {
    this.#timers.beat?.();
    this.#sentAt = this.clock.now();
    this.outbox.send({ type: "beat" });
    this.#expect(wait);
  }

  /** Any message shows that the line is alive; silence for `wait` shows that it isn't. */
  #expect(wait) {
    this.#timers.silence?.();
    this.#timers.silence = this.clock.after(wait, () => this.#closed(1006));
  }

  #alive() {
    this.#timers.silence?.();
  }

  #closed(code, place) {
    this.#stop();
    const fate = closing(code, { announced: this.#announced, wasBroken: this.#wasBroken });
    this.#announced = null;
    if (fate.reason) return this.#finish(fate.reason);
    this.#wasBroken ||= fate.isBroken;
    if (fate.isMoved) this.url = movedTo(this.url, place);
    const wait = this.#pause(fate);
    this.#become("waiting", { retryAt: this.serverNow() + wait });
    this.#timers.retry = this.clock.after(wait, () => this.connect());
  }

  /** To where the floor has moved at once, but not to and fro. */
  #pause({ wait, isMoved }) {
    if (wait !== null) return wait;
    const attempt = this.#attempt++;
    return isMoved && attempt === 0 ? 0 : pause(attempt, this.chance());
  }

  #finish(reason) {
    this.#become("closed", { reason });
    this.requests.fail("closed");
  }

  #stop() {
    for (const cancel of Object.values(this.#timers)) cancel?.();
    this.#timers = {};
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(1000);
  }

  #become(state, more = {}) {
    this.connection = { state, ...more };
    this.tell("connection", this.connection);
  }
}
