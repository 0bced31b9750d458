// Who hears whom share keys that no server knows: each page has a key of its own for what it sends, and hands it to those it is linked with,
// wrapped for each (ECDH, AES-GCM). When one of them leaves, there is a new one. The frames are sealed in seal-worker.js. Where one of
// those who hear can't open them, nothing is sealed, and the page says so.

import { News } from "./news.js";

const curve = { name: "ECDH", namedCurve: "P-256" };
const patience = 3_000;

export class Seal extends News {
  #peers = new Map();
  #pair = null;
  #public = null;
  #id = 0;
  #raw = null;
  #lines = {};
  #mode = "hold";
  #turn = Promise.resolve();

  static get isPossible() {
    return "RTCRtpScriptTransform" in globalThis && Boolean(globalThis.crypto?.subtle);
  }

  /** `say(to, data)` tells another page. */
  constructor(say, clock, url) {
    super();
    Object.assign(this, { say, clock, worker: new Worker(url) });
    this.#next(async () => {
      this.#pair = await crypto.subtle.generateKey(curve, false, ["deriveKey"]);
      this.#public = text(await crypto.subtle.exportKey("raw", this.#pair.publicKey));
      await this.#renew();
    });
  }

  /** True if frames in both directions are sealed for the linked people alone. */
  get isOn() {
    return this.#mode === "sealed" && [...this.#peers.values()].every(({ isUnsealed }) => !isUnsealed);
  }

  outgoing(sender) {
    sender.transform = new RTCRtpScriptTransform(this.worker, {});
  }

  /** Each line once: whose it is changes. */
  incoming(receiver, line) {
    if (!receiver.transform) receiver.transform = new RTCRtpScriptTransform(this.worker, { line });
  }

  /** By line, whose it is. */
  setLines(lines) {
    this.#lines = { ...this.#lines, ...lines };
    this.worker.postMessage({ lines: this.#lines });
  }

  /** With whom one is linked now. */
  meet(ids) {
    const gone = [...this.#peers.keys()].filter((id) => !ids.includes(id));
    const come = ids.filter((id) => !this.#peers.has(id));
    for (const id of gone) {
      this.#peers.delete(id);
      this.worker.postMessage({ gone: id });
    }
    for (const id of come) this.#peers.set(id, { since: this.clock.now() });
    if (come.length > 0) this.clock.after(patience + 100, () => this.#decide());
    this.#next(async () => {
      if (gone.length > 0) await this.#renew();
      for (const id of come) this.#tell(id, {});
    });
  }

  hear(from, data) {
    this.#next(() => this.#hear(from, data));
  }

  close() {
    this.worker.terminate();
  }

  async #hear(from, { pub, id, iv, key, isUnsealed = false }) {
    const peer = this.#peers.get(from);
    if (!peer) return;
    if (peer.pub !== pub) Object.assign(peer, { pub, handed: null, wrapping: await this.#wrapping(pub) });
    peer.isUnsealed = isUnsealed;
    if (key) {
      const raw = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, peer.wrapping, bytes(key));
      this.worker.postMessage({ from, id, key: await imported(raw, "decrypt") });
    }
    await this.#hand(from, peer);
  }

  async #wrapping(pub) {
    const key = await crypto.subtle.importKey("raw", bytes(pub), curve, false, []);
    return crypto.subtle.deriveKey({ name: "ECDH", public: key }, this.#pair.privateKey, { name: "AES-GCM", length: 128 }, false, ["encrypt", "decrypt"]);
  }

  /** What goes out from now on is not for those who had the key before. */
  async #renew() {
    this.#raw = crypto.getRandomValues(new Uint8Array(16));
    this.#id = (this.#id + 1) % 256;
    this.worker.postMessage({ own: { id: this.#id, key: await imported(this.#raw, "encrypt") } });
    for (const [id, peer] of this.#peers) await this.#hand(id, peer);
  }

  async #hand(id, peer) {
    if (!peer.wrapping || peer.handed === this.#id) return;
    peer.handed = this.#id;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const key = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, peer.wrapping, this.#raw);
    this.#tell(id, { id: this.#id, iv: text(iv), key: text(key) });
  }

  #tell(id, more) {
    this.say(id, { seal: { pub: this.#public, ...more, ...(this.#mode === "clear" && { isUnsealed: true }) } });
  }

  /** Nothing goes out open as long as somebody may still answer; who doesn't can't. */
  #decide() {
    const silent = [...this.#peers.values()].filter(({ pub }) => !pub);
    const isOver = silent.some(({ since }) => this.clock.now() - since >= patience);
    const mode = isOver ? "clear" : silent.length > 0 && this.#mode !== "sealed" ? "hold" : "sealed";
    const isClear = mode === "clear";
    const wasClear = this.#mode === "clear";
    this.#mode = mode;
    if (isClear !== wasClear) for (const [id, { pub }] of this.#peers) if (pub) this.#tell(id, {});
    const unsealed = [...this.#peers].filter(([, { pub, isUnsealed }]) => isUnsealed || !pub).map(([id]) => id);
    this.worker.postMessage({ mode, unsealed: isClear ? unsealed : unsealed.filter((id) => this.#peers.get(id).pub) });
    this.tell("sealed");
  }

  #next(step) {
    this.#turn = this.#turn.then(step).then(() => this.#decide()).catch(() => {});
  }
}

function imported(raw, use) {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, [use]);
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)));
}

function bytes(text) {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}
