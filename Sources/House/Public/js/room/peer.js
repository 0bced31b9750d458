// One other person, peer to peer: what is sent to them, what arrives from them, and how well. Three lines in a fixed
// order (voice, camera, screen) exist from the start; tracks are swapped without renegotiation. A small channel tells
// which pictures are really sent, whether somebody speaks, and what keeps them from it. Dispatches `track` with `{kind,
// stream}`, `health`, `unheard`.

import { difference, isOverloaded, isWeak, sample, Silence, troubles } from "./health.js";
import { Negotiation } from "./negotiation.js";
import { Noting } from "./noting.js";
import { Ladder, limits } from "./quality.js";

const kinds = ["audio", "camera", "screen"];
const weakFor = 4;

export class Peer extends Noting {
  ladder = new Ladder();
  health = "connecting";
  #negotiation;
  #link;
  #load = { pictures: 1, voices: 1 };
  #tracks = {};
  #lines = {};
  #channel = null;
  #told = "";
  #notes = {};
  #shown = {};
  #last = null;
  #wasConnected = false;
  /** Further measurements for which the line counts as weak, so that the sign doesn't flicker. */
  #weak = 0;
  #silence = new Silence();

  constructor(link, { isAudible, isHeard, ...deps }) {
    super();
    this.id = link.peer;
    Object.assign(this, { isAudible, isHeard });
    this.#link = link;
    this.#negotiation = new Negotiation({ ...deps, isPolite: link.isPolite })
      .on("built", (detail) => this.#prepare(detail))
      .on("state", () => this.#judge());
  }

  start() {
    this.#negotiation.start();
  }

  get connection() {
    return this.#negotiation.connection;
  }

  get isConnected() {
    return this.#negotiation.state === "connected";
  }

  receive(data) {
    this.#negotiation.receive(data);
  }

  recover(isNewNetwork) {
    if (isNewNetwork && this.isConnected) this.#negotiation.reroute();
    else this.#negotiation.recover();
  }

  /** `tracks` is `{audio, camera, screen}`, `load` the number of people who get pictures and voices from here. */
  update(link, tracks, load) {
    this.#link = link;
    this.#tracks = tracks;
    this.#load = load;
    this.#flow();
    this.#show();
  }

  /** The obstacle to hearing or seeing them, as their page reports it. */
  get trouble() {
    return troubles.includes(this.#notes.trouble) ? this.#notes.trouble : "";
  }

  setIce(ice) {
    this.#negotiation.setIce(ice);
  }

  /** Every two seconds. */
  async measure() {
    if (!this.isConnected) return this.#judge();
    const now = sample(await this.connection.getStats());
    const change = this.#last && difference(this.#last, now);
    this.#last = now;
    if (change && this.isConnected) this.#weigh(change);
  }

  /** Stops sending to them at once. */
  close() {
    this.#negotiation.close();
    this.#lines = {};
    this.#link = null;
    this.#show();
  }

  #prepare({ connection, isAnswering }) {
    const lines = isAnswering
      ? connection.getTransceivers()
      : kinds.map((kind) => connection.addTransceiver(kind === "audio" ? "audio" : "video", { direction: "sendrecv" }));
    for (const line of lines) line.direction = "sendrecv";
    this.#lines = Object.fromEntries(kinds.map((kind, index) => [kind, lines[index]]).filter(([, line]) => line));
    this.#channel = connection.createDataChannel("notes", { negotiated: true, id: 0 });
    this.#channel.onopen = () => this.note();
    this.#channel.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    this.#notes = {};
    this.#told = "";
    this.#last = null;
    this.#flow();
    this.#show();
  }

  #flow() {
    for (const [kind, line] of Object.entries(this.#lines)) {
      const track = this.#outgoing(kind);
      if (line.sender.track !== track) line.sender.replaceTrack(track).catch(() => {});
      this.#limit(kind, line.sender);
    }
    this.note();
  }

  #outgoing(kind) {
    const track = this.#tracks[kind] ?? null;
    if (kind === "audio") return this.#link.sendsAudio ? track : null;
    if (this.ladder.level === Ladder.soundOnly) return null;
    return kind === "screen" || this.#link.sendsVideo ? track : null;
  }

  /** Before negotiation there is no encoding to limit; once connected, this is called again. */
  #limit(kind, sender) {
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings ?? [];
    const wanted = this.#limits[kind];
    if (!encoding || Object.entries(wanted).every(([name, value]) => encoding[name] === value)) return;
    Object.assign(encoding, wanted);
    sender.setParameters(parameters).catch(() => {});
  }

  get #limits() {
    const height = this.#tracks.camera?.getSettings?.().height;
    return limits(this.#load.pictures, this.#load.voices, this.ladder.level, height);
  }

  note() {
    if (this.#channel?.readyState !== "open" || !this.#link) return;
    const note = JSON.stringify(this.notes(...kinds.map((kind) => Boolean(this.#outgoing(kind)))));
    if (note === this.#told) return;
    this.#told = note;
    this.#channel.send(note);
  }

  #hear(notes) {
    const { trouble } = this;
    this.#notes = notes;
    this.#show();
    if (trouble !== this.trouble) this.tell("health");
  }

  #show() {
    for (const kind of kinds) {
      const track = this.#incoming(kind);
      if ((this.#shown[kind] ?? null) === track) continue;
      this.#shown[kind] = track;
      this.tell("track", { kind, stream: track && new MediaStream([track]) });
    }
  }

  #incoming(kind) {
    const track = this.#lines[kind]?.receiver.track ?? null;
    if (!this.#link) return null;
    if (kind === "audio") return this.#link.receivesAudio ? track : null;
    return (kind === "screen" || this.#link.receivesVideo) && this.#notes[kind] ? track : null;
  }

  #weigh(change) {
    const isExpected = this.#link.receivesAudio && this.isAudible(this.id);
    const { isFlowing } = change;
    this.#silence.hear({ isFlowing, isExpected, isTalking: this.#notes.talks, isHeard: this.isHeard(this.id) });
    if (this.#silence.isSilent) this.tell("unheard");
    const wanted = this.#outgoing("camera") ? this.#limits.camera.maxBitrate : 0;
    if (this.ladder.step(isOverloaded(change, wanted))) this.#flow();
    this.#weak = isWeak(change) ? weakFor : Math.max(0, this.#weak - 1);
    this.#judge(change);
  }

  #judge(change) {
    const health = this.#healthNow(change);
    if (this.isConnected && !change) this.#flow();
    if (health === this.health) return;
    this.health = health;
    this.tell("health");
  }

  #healthNow(change) {
    if (this.isConnected) {
      this.#wasConnected = true;
      if (!change) return "good";
      if (this.#silence.isSilent) return "silent";
      return this.#weak > 0 ? "weak" : "good";
    }
    if (this.#negotiation.attempts > 2) return "lost";
    return this.#wasConnected || this.#negotiation.attempts > 0 ? "retrying" : "connecting";
  }
}
