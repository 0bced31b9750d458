// The negotiation by which two pages establish a connection, and re-establish it when it breaks. One of the two (the
// impolite one) makes the connection and offers; the other answers, so that both have the same three media lines. Later
// either may offer (ICE restart): perfect negotiation. A reloaded page is recognised by the origin line of its
// description, which differs for each RTCPeerConnection. Dispatches `built` with `{connection, isAnswering}` before
// anything flows, and `state`.

import { systemClock } from "./clock.js";
import { News } from "./news.js";

const settling = 80;
const youth = 6_000;
const grace = 2_500;
const offerPatience = 7_000;
const firstPatience = 12_000;
const mostPatience = 40_000;

export class Negotiation extends News {
  connection = null;
  /** The number of unsuccessful restarts in a row. */
  attempts = 0;
  #turn = Promise.resolve();
  #origin = null;
  #isOffering = false;
  #isHolding = false;
  #isClosed = false;
  /** True while a new way must wait for new credentials. */
  #waitsForIce = false;
  #builtAt = 0;
  #cancel = null;

  constructor({ isPolite, send, ice, isFresh = () => true, clock = systemClock, connect = (options) => new RTCPeerConnection(options) }) {
    super();
    Object.assign(this, { isPolite, send, ice, isFresh, clock, connect });
  }

  get state() {
    return this.connection?.connectionState ?? "new";
  }

  start() {
    if (this.isPolite) this.send({ restart: true });
    else this.#build();
    this.#watch();
  }

  /** Takes signals in the order they came; remains of a lost connection may fail. */
  receive(data) {
    this.#turn = this.#turn.then(() => this.#handle(data)).catch(() => {});
  }

  /** The socket is back, and signals may have been lost on the way. */
  recover() {
    if (this.state !== "connected") this.#renew();
  }

  /** New credentials, also for a live connection, which uses them when it looks for another way. */
  setIce(ice) {
    this.connection?.setConfiguration({ ...this.connection.getConfiguration(), ...ice });
    if (this.#waitsForIce) this.reroute();
  }

  /** On another network the way changes and the connection stays. After sleep the credentials have expired, and new ones must come first. */
  reroute() {
    this.#waitsForIce = !this.isFresh();
    if (this.#waitsForIce) return this.#watch();
    this.connection?.setConfiguration({ ...this.connection.getConfiguration(), ...this.ice() });
    this.connection?.restartIce();
    return this.#watch();
  }

  close() {
    this.#isClosed = true;
    this.#cancel?.();
    this.#drop();
  }

  /** Operations on a closed connection never settle (as the standard says), so the next signals must not wait for them. */
  #drop() {
    const old = this.connection;
    this.connection = null;
    this.#turn = Promise.resolve();
    this.#isOffering = false;
    if (!old) return;
    old.onnegotiationneeded = old.onicecandidate = old.onconnectionstatechange = null;
    old.close();
  }

  #build() {
    this.#drop();
    this.#origin = null;
    this.#builtAt = this.clock.now();
    const connection = (this.connection = this.connect({ ...this.ice(), bundlePolicy: "max-bundle" }));
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate && !this.#isHolding) this.send({ candidate: candidate.toJSON() });
    };
    connection.onconnectionstatechange = () => this.#changed(connection);
    connection.onnegotiationneeded = () => this.#offer(connection);
    if (!this.isPolite) this.tell("built", { connection, isAnswering: false });
  }

  async #offer(connection) {
    this.#isOffering = true;
    try {
      await connection.setLocalDescription();
      await this.#describe(connection, "offer");
    } catch {
      // The other side's offer came in between; it is answered instead.
    }
    if (connection === this.connection) this.#isOffering = false;
  }

  /** The first candidates travel inside the description, in one message instead of ten. */
  async #describe(connection, type) {
    this.#isHolding = true;
    await new Promise((done) => {
      if (connection.iceGatheringState === "complete") return done();
      this.clock.after(settling, done);
    });
    this.#isHolding = false;
    const { localDescription } = connection;
    if (connection === this.connection && localDescription?.type === type) this.send({ description: localDescription.toJSON() });
  }

  async #handle({ description, candidate, restart }) {
    if (this.#isClosed) return;
    if (restart) return this.#asked();
    if (candidate) return this.connection?.addIceCandidate(candidate);
    if (this.state !== "connected") this.#watch(); // It goes on, however slowly.
    if (description.type === "offer") return this.#offered(description);
    const { connection } = this;
    if (connection?.signalingState !== "have-local-offer") return;
    await connection.setRemoteDescription(description);
    if (connection === this.connection) this.#origin = originOf(description);
  }

  async #offered(description) {
    const isForeign = originOf(description) !== this.#origin;
    if (isForeign && !this.isPolite) return;
    if (isForeign) this.#build();
    const connection = this.connection;
    if (!this.isPolite && (this.#isOffering || connection.signalingState !== "stable")) return;
    await connection.setRemoteDescription(description);
    if (connection !== this.connection) return;
    this.#origin = originOf(description);
    if (isForeign) this.tell("built", { connection, isAnswering: true });
    await connection.setLocalDescription();
    await this.#describe(connection, "answer");
  }

  /** The other page knows of no connection; perhaps it just hasn't got ours yet. */
  #asked() {
    if (this.isPolite) return;
    const isYoung = this.state !== "connected" && this.clock.now() - this.#builtAt < youth;
    if (this.connection && isYoung) return;
    this.#build();
    this.#watch();
  }

  #changed(connection) {
    if (connection !== this.connection) return;
    const state = this.state;
    if (state === "connected") {
      this.#cancel?.();
      this.attempts = 0;
    }
    if (state === "connecting") this.#watch();
    if (state === "failed") this.reroute();
    if (state === "disconnected") {
      this.#cancel?.();
      this.#cancel = this.clock.after(grace, () => this.reroute());
    }
    this.tell("state");
  }

  /** Restarts a connection that doesn't come about, less and less often: on a bad line haste undoes an attempt that had almost succeeded. */
  #watch() {
    this.#cancel?.();
    this.#cancel = this.clock.after(this.#patience, () => this.#renew());
  }

  /** The side that makes the connection is quicker to make another; a side that got no offer asks again. */
  get #patience() {
    const patience = Math.min(mostPatience, firstPatience * 1.5 ** this.attempts);
    if (!this.isPolite) return patience;
    return this.connection ? patience * 2 : Math.min(patience, offerPatience * (1 + this.attempts));
  }

  #renew() {
    if (this.state === "connected") return;
    this.attempts += 1;
    if (this.isPolite) this.#drop();
    this.start();
    this.tell("state");
  }
}

function originOf({ sdp }) {
  return /^o=.*$/m.exec(sdp)?.[0].split(" ").slice(0, 2).join(" ");
}
