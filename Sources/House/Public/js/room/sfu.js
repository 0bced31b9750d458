// By a media server that forwards (SFU): one connection for what goes out, one for what comes in, however many one is with. The server
// is spoken to by signals to `media` (docs/protocol.md). An implementation of the seam in topology.js.

import { systemClock } from "./clock.js";
import { difference, isOverloaded, sample } from "./health.js";
import { Noting, Reminder } from "./noting.js";
import { Ladder } from "./quality.js";
import { Seal } from "./seal.js";
import { SfuListener } from "./sfu-listener.js";
import { SfuPeer } from "./sfu-peer.js";
import { large, SfuPublisher } from "./sfu-publisher.js";

const measuring = 2_000;
const lonely = 12_000;
const patience = 8_000;

export class Sfu extends Noting {
  #links = new Map();
  #peers = new Map();
  #tracks = {};
  #ice = { iceServers: [] };
  #publisher = null;
  #listener = null;
  /** Heard until the new one has come about. */
  #former = null;
  #dark = new Set();
  #told = {};
  #turn = Promise.resolve();
  #line = "good";
  #last = null;
  #brokenSince = null;
  #attempts = 0;
  #reminder;

  constructor({ send, isAudible, isHeard, isHere = () => true, isFresh = () => true, sizeOf = () => null, sealUrl, clock = systemClock, connect }) {
    super();
    Object.assign(this, { clock, isAudible, isHeard, isHere, isFresh, sizeOf });
    this.#reminder = new Reminder(clock, (type, detail) => this.tell(type, detail));
    this.say = (data) => send("media", data);
    if (sealUrl && Seal.isPossible) {
      this.seal = new Seal(send, clock, sealUrl).on("sealed", () => this.tell("sealed"));
    }
    this.connect = connect ?? ((options) => new RTCPeerConnection(options));
    this.stop = clock.every(measuring, () => this.#measure());
  }

  /** From this moment the page plays only people in `links`, whatever the server still sends. */
  apply(links) {
    const gone = [...this.#links.keys()].filter((id) => !links.some(({ peer }) => peer === id));
    this.#links = new Map(links.map((link) => [link.peer, link]));
    for (const id of gone) {
      this.#show(id);
      this.#peers.delete(id);
      this.#reminder.forget(id);
      this.tell("health", { peer: id, health: null });
    }
    for (const { peer } of links) if (!this.#peers.has(peer)) this.#peers.set(peer, new SfuPeer());
    this.seal?.meet([...this.#links.keys()]);
    this.#update();
  }

  /** In the order they came. */
  signal(from, data) {
    if (from !== "media") return void (data.seal && this.seal?.hear(from, data.seal));
    this.#turn = this.#turn.then(() => this.#handle(data)).catch(() => {});
  }

  setLocal(audio, camera, screen) {
    this.#tracks = { audio, camera, screen };
    this.#update();
  }

  /** Nobody learns another's address here: every way to the server may be looked for. */
  setIce(iceServers) {
    this.#ice = { iceServers };
    for (const { connection } of this.#both) connection.setConfiguration({ ...connection.getConfiguration(), iceServers });
  }

  recover(isNewNetwork = false) {
    for (const one of this.#both) if (isNewNetwork || !one.isConnected) one.reroute(this.clock);
  }

  health(id) {
    if (!this.#links.has(id)) return null;
    const { receivesAudio, receivesVideo } = this.#links.get(id);
    const carrier = receivesAudio || receivesVideo ? this.#heard : this.#publisher;
    const isThere = carrier?.isConnected && (carrier === this.#publisher || this.#receiver(id, "audio"));
    if (isThere) return this.#peers.get(id).health;
    if (this.#attempts > 2) return "lost";
    return this.#brokenSince !== null && this.#last ? "retrying" : "connecting";
  }

  trouble(id) {
    return this.#peers.get(id)?.trouble ?? "";
  }

  /** Nobody on the way can hear or see anything, the media server among them. */
  get isSealed() {
    return Boolean(this.seal?.isOn);
  }

  /** For measuring from outside. */
  connectionTo() {
    return this.#heard?.connection ?? null;
  }

  close() {
    this.stop();
    this.apply([]);
    this.seal?.close();
    for (const one of [...this.#both, this.#former]) one?.close();
    this.#publisher = this.#listener = this.#former = null;
  }

  get #both() {
    return [this.#publisher, this.#listener].filter(Boolean);
  }

  /** The one that is heard now. */
  get #heard() {
    return this.#former && !this.#listener?.isConnected ? this.#former : this.#listener;
  }

  #receiver(id, kind) {
    return this.#heard?.receiver(id, kind) ?? null;
  }

  async #handle({ token, publish, answer, offer, lines = [], notes = {}, dark }) {
    if (publish) await this.#publish(token, publish);
    if (answer && token === this.#publisher?.token) await this.#publisher.answered(answer);
    for (const [id, note] of Object.entries(notes)) this.#peers.get(id)?.hear(note);
    if (dark) this.#dark = new Set(dark);
    if (offer) await this.#listen(token, offer, lines);
    this.#update();
    for (const id of Object.keys(notes)) if (this.#links.has(id)) this.tell("health", { peer: id, health: this.health(id) });
  }

  /** What is known to the server and not to this page was another page's: both begin anew. */
  async #publish(token, publish) {
    this.#told = {};
    if (this.#publisher?.token === token && !this.#publisher.isBroken) return;
    if (publish === "known") return void this.say({ anew: true });
    this.#publisher?.close();
    this.#publisher = new SfuPublisher(token, this.#connection(), this.say, () => this.#changed());
    this.#last = null;
    for (const sender of this.#publisher.senders) this.seal?.outgoing(sender);
    this.#flow();
    await this.#publisher.offer(this.clock);
  }

  async #listen(token, offer, lines) {
    if (this.#listener?.token !== token) {
      const old = this.#listener;
      if (old?.isConnected) [this.#former?.close(), (this.#former = old)];
      else old?.close();
      this.#listener = new SfuListener(token, this.#connection(), this.say, () => this.#changed());
    }
    await this.#listener.offered(offer, lines, this.clock, this.seal);
  }

  #connection() {
    return this.connect({ ...this.#ice, bundlePolicy: "max-bundle" });
  }

  #changed() {
    if (this.#former && this.#listener?.isConnected) {
      this.#former.close();
      this.#former = null;
    }
    if (this.#both.some((one) => one.isBroken && !one.isRerouted)) this.recover();
    this.#update();
    for (const id of this.#links.keys()) this.tell("health", { peer: id, health: this.health(id) });
  }

  #update() {
    this.#flow();
    for (const id of this.#links.keys()) this.#show(id);
  }

  get #outgoing() {
    const links = [...this.#links.values()];
    const isHeard = links.some(({ sendsAudio }) => sendsAudio);
    const { audio = null, camera = null, screen = null } = this.#tracks;
    return {
      audio: isHeard ? audio : null,
      camera: links.some(({ sendsVideo }) => sendsVideo) ? camera : null,
      screen: links.length > 0 ? screen : null,
    };
  }

  #flow() {
    this.#publisher?.flow(this.#outgoing);
    this.note();
  }

  note() {
    if (!this.#publisher) return;
    const { audio, camera, screen } = this.#outgoing;
    const isDark = this.#publisher.ladder.level === Ladder.soundOnly;
    this.#once("notes", this.notes(Boolean(audio), Boolean(camera) && !isDark, Boolean(screen) && !isDark));
  }

  /** Tells the server what it doesn't know yet. */
  #once(name, value) {
    const text = JSON.stringify(value);
    if (this.#told[name] !== text && this.say({ [name]: value }) !== false) this.#told[name] = text;
  }

  #show(id) {
    const link = this.#links.get(id);
    const peer = this.#peers.get(id);
    for (const kind of ["audio", "camera", "screen"]) {
      const isWanted = link && peer.isWanted(kind, link) && !(kind === "camera" && this.#dark.has(id));
      const track = isWanted ? (this.#receiver(id, kind)?.track ?? null) : null;
      if (peer.show(kind, track)) this.tell("track", { peer: id, kind, stream: track && new MediaStream([track]) });
    }
  }

  async #measure() {
    this.#care();
    this.#once("sizes", this.#sizes);
    await this.#measureOwn();
    for (const [id, peer] of this.#peers) await this.#measurePeer(id, peer);
    const line = this.#lineNow();
    if (line === this.#line) return;
    this.#line = line;
    this.tell("line", { line });
  }

  get #sizes() {
    const seen = [...this.#links.values()].filter(({ receivesVideo }) => receivesVideo);
    return Object.fromEntries(seen.map(({ peer }) => [peer, this.sizeOf(peer)]).filter(([, size]) => size !== null));
  }

  async #measureOwn() {
    if (!this.#publisher?.isConnected) return;
    const publisher = this.#publisher;
    const now = sample(await publisher.connection.getStats());
    const change = this.#last && difference(this.#last, now);
    this.#last = now;
    const wanted = this.#outgoing.camera ? large.maxBitrate : 0;
    if (change && publisher.ladder.step(isOverloaded(change, wanted))) this.#flow();
  }

  async #measurePeer(id, peer) {
    const receivers = ["audio", "camera"].map((kind) => this.#receiver(id, kind)).filter(Boolean);
    const before = peer.health;
    const isExpected = Boolean(this.#links.get(id)?.receivesAudio) && this.isAudible(id);
    if (receivers.length > 0 && this.#heard?.isConnected) await peer.measure(receivers, isExpected, this.isHeard(id));
    if (peer.health === "silent") this.#reminder.remind(id);
    if (peer.health !== before && this.#links.has(id)) this.tell("health", { peer: id, health: this.health(id) });
  }

  /** When a lost way doesn't come back, from the beginning, less and less often. */
  #care() {
    const isBroken = this.#both.some((one) => !one.isConnected);
    const now = this.clock.now();
    this.#brokenSince = isBroken ? (this.#brokenSince ?? now) : null;
    if (!isBroken) this.#attempts = 0;
    if (!isBroken || now - this.#brokenSince < patience * 1.5 ** this.#attempts || !this.isFresh()) return;
    this.#attempts = Math.min(6, this.#attempts + 1);
    this.#brokenSince = now;
    this.say({ anew: true });
  }

  #lineNow() {
    if (this.#brokenSince !== null && this.#links.size > 0) {
      return this.clock.now() - this.#brokenSince >= lonely || this.#attempts > 1 ? "textOnly" : this.#line;
    }
    return this.#publisher?.ladder.level === Ladder.soundOnly ? "soundOnly" : "good";
  }
}

globalThis.Sfu = Sfu;
