// Peer to peer: one connection to each linked person, and none to anybody else. An implementation of the interface in
// topology.js.

import { systemClock } from "./clock.js";
import { News } from "./news.js";
import { Reminder } from "./noting.js";
import { Peer } from "./peer.js";
import { Ladder } from "./quality.js";

const measuring = 2_000;
const lonely = 12_000;

export class Mesh extends News {
  #peers = new Map();
  #links = [];
  #tracks = {};
  #ice = { iceServers: [] };
  #line = "good";
  #isTalking = false;
  #trouble = "";
  #aloneSince = null;
  #reminder;

  constructor({ send, isAudible, isHeard, isHere = () => true, isFresh, clock = systemClock, connect }) {
    super();
    Object.assign(this, { clock, isHere, deps: { isAudible, isHeard, isFresh, clock, connect }, transmit: send });
    this.#reminder = new Reminder(clock, (type, detail) => this.tell(type, detail));
    this.stop = clock.every(measuring, () => this.#measure());
  }

  /** Connections to people not in `links` are closed before anything else. */
  apply(links) {
    this.#links = links;
    const wanted = new Set(links.map(({ peer }) => peer));
    for (const id of [...this.#peers.keys()]) if (!wanted.has(id)) this.#part(id);
    for (const link of links) if (!this.#peers.has(link.peer)) this.#meet(link);
    this.#update();
  }

  signal(from, data) {
    this.#peers.get(from)?.receive(data);
  }

  setLocal(audio, camera, screen) {
    this.#tracks = { audio, camera, screen };
    this.#update();
  }

  /** `isRelayOnly`: nobody is to learn another's address. */
  setIce(iceServers, isRelayOnly = false) {
    this.#ice = { iceServers, ...(isRelayOnly && { iceTransportPolicy: "relay" }) };
    for (const peer of this.#peers.values()) peer.setIce(this.#ice);
  }

  setTalking(isTalking) {
    this.#isTalking = isTalking;
    for (const peer of this.#peers.values()) peer.setTalking(isTalking);
  }

  /** Sets the obstacle to being heard or seen, as a code; empty for none. */
  setTrouble(trouble) {
    this.#trouble = trouble;
    for (const peer of this.#peers.values()) peer.setTrouble(trouble);
  }

  /** The socket came back, or the network changed. */
  recover(isNewNetwork = false) {
    for (const peer of this.#peers.values()) peer.recover(isNewNetwork);
  }

  health(id) {
    return this.#peers.get(id)?.health ?? null;
  }

  trouble(id) {
    return this.#peers.get(id)?.trouble ?? "";
  }

  /** From browser to browser nobody between can open anything (RFC 8827 §6.5), also over a relay. */
  get isSealed() {
    return this.#links.length > 0;
  }

  /** For measuring from outside. */
  connectionTo(id) {
    return this.#peers.get(id)?.connection ?? null;
  }

  close() {
    this.stop();
    this.apply([]);
  }

  #meet(link) {
    const send = (data) => this.transmit(link.peer, data);
    const peer = new Peer(link, { ...this.deps, send, ice: () => this.#ice });
    this.#peers.set(link.peer, peer);
    peer
      .on("track", ({ kind, stream }) => this.tell("track", { peer: peer.id, kind, stream }))
      .on("health", () => this.tell("health", { peer: peer.id, health: peer.health }))
      .on("unheard", () => this.#reminder.remind(peer.id));
    peer.setTalking(this.#isTalking);
    peer.setTrouble(this.#trouble);
    peer.update(link, this.#tracks, this.#load);
    peer.start();
  }

  #part(id) {
    this.#peers.get(id).close();
    this.#peers.delete(id);
    this.#reminder.forget(id);
    this.tell("health", { peer: id, health: null });
  }

  #update() {
    const load = this.#load;
    for (const link of this.#links) this.#peers.get(link.peer)?.update(link, this.#tracks, load);
  }

  get #load() {
    const count = (flag) => this.#links.filter((link) => link[flag]).length;
    return { pictures: Math.max(1, count("sendsVideo")), voices: count("sendsAudio") };
  }

  #measure() {
    for (const peer of this.#peers.values()) peer.measure().catch(() => {});
    const line = this.#lineNow();
    if (line === this.#line) return;
    this.#line = line;
    this.tell("line", { line });
  }

  /** One bad connection means the other's line is bad; all of them, one's own. A peer without a socket may have gone altogether. */
  #lineNow() {
    const peers = [...this.#peers.values()].filter(({ id }) => this.isHere(id));
    const isAlone = peers.length > 0 && peers.every((peer) => !peer.isConnected);
    this.#aloneSince = isAlone ? (this.#aloneSince ?? this.clock.now()) : null;
    if (isAlone) return this.clock.now() - this.#aloneSince >= lonely ? "textOnly" : this.#line;
    const isDark = peers.length > 0 && peers.every((peer) => peer.ladder.level === Ladder.soundOnly);
    return isDark ? "soundOnly" : "good";
  }
}
