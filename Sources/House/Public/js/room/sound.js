// Everything audible: the others' voices from where they stand, glasses and chimes; and everybody's loudness, one's own
// included. Dispatches `speaking` with `{id, isSpeaking}`, `dead` with `{isDead}` for the own microphone, `blocked`
// with `{isBlocked}` while the browser demands a gesture first.

import { systemClock } from "./clock.js";
import { News } from "./news.js";
import { DeadMicrophone, Meter, Speech } from "./speech.js";
import { Murmur } from "./murmur.js";
import { Speaker } from "./speaker.js";
import { playTones } from "./tones.js";
import { Voice } from "./voice.js";

const own = "me";
const tick = 100;
const nearMost = 5;
const lately = 2_500;
const audible = 0.0005;
/** Interrupted by a phone call in Safari and, by now, elsewhere. */
const silent = ["suspended", "interrupted"];

export class Sound extends News {
  areSoundsOn = true;
  #context = null;
  #voices = new Map();
  #speeches = new Map();
  #levels = new Map();
  #heardAt = new Map();
  #volumes = new Map();
  #angles = new Map();
  #dead = new DeadMicrophone();
  #speakerId = "";
  #speaker = null;
  #own = null;
  #murmur = new Murmur();

  constructor(clock = systemClock) {
    super();
    this.clock = clock;
  }

  get canChooseSpeaker() {
    return Speaker.isChoosable;
  }

  setVoice(id, stream) {
    this.#voices.get(id)?.close();
    this.#voices.delete(id);
    if (!stream) return this.#forget(id);
    this.#voices.set(id, new Voice(this.#ready(), this.#output, stream));
    this.#arrange();
  }

  /** `angles` as `[id, angle]`. */
  place(angles) {
    this.#angles = new Map(angles);
    this.#arrange();
  }

  volume(id) {
    return this.#volumes.get(id) ?? 1;
  }

  /** Sets the volume, 0…2, of one person, or of everybody without an id. */
  setVolume(value, id) {
    if (id) this.#volumes.set(id, value);
    else this.#ready() && (this.#output.gain.value = value);
    this.#arrange();
  }

  /** One's own microphone is measured, not heard. */
  setOwn(track) {
    this.#own?.source.disconnect();
    this.#own = null;
    if (!track) return this.#forget(own);
    const source = new MediaStreamAudioSourceNode(this.#ready(), { mediaStream: new MediaStream([track]) });
    this.#own = { source, track, meter: new Meter(this.#context, source) };
  }

  level(id) {
    return this.#levels.get(id) ?? 0;
  }

  /** True if they made any sound lately; null if this page hears nothing at all. */
  isHeard(id) {
    if (this.#context?.state !== "running") return null;
    return this.clock.now() - (this.#heardAt.get(id) ?? -Infinity) < lately;
  }

  isSpeaking(id) {
    return this.#speeches.get(id)?.isSpeaking ?? false;
  }

  get spokenMs() {
    return Math.round(this.#speeches.get(own)?.spoken ?? 0);
  }

  /** `clink`, `glass`, `chime`; the `tone` for trying a speaker is heard even with the sounds off. */
  async play(name) {
    if (!this.areSoundsOn && name !== "tone") return;
    const context = this.#ready();
    if (name === "tone") await context.resume();
    if (context.state === "running") await playTones(context, this.#speaker.input, name);
  }

  setSpeaker(id) {
    this.#speakerId = id;
    this.#speaker?.choose(id);
  }

  /** Turns the quiet noise of a bar on or off; it begins with the first voice or tap. */
  setMurmur(isOn) {
    if (!isOn && !this.#context) return;
    const context = this.#ready();
    this.#murmur.set(isOn, context, this.#output);
  }

  close() {
    this.setMurmur(false);
    for (const id of [...this.#voices.keys()]) this.setVoice(id, null);
    this.setOwn(null);
    this.#stop?.();
    this.#speaker?.close();
    this.#context?.close();
    this.#context = this.#speaker = null;
  }

  #output = null;
  #stop = null;

  #ready() {
    if (this.#context) return this.#context;
    this.#context = new AudioContext({ latencyHint: "interactive" });
    this.#output = new GainNode(this.#context);
    this.#speaker = new Speaker(this.#context);
    this.#output.connect(this.#speaker.input);
    if (this.#speakerId) this.setSpeaker(this.#speakerId);
    this.#stop = this.clock.every(tick, () => this.#measure());
    this.#unlock(this.#context);
    return this.#context;
  }

  /** Browsers let a page make sound only after somebody touched it, or once a call is over; the first tap or key will do. */
  #unlock(context) {
    const gestures = ["pointerdown", "keydown"];
    const resume = () => context.resume().catch(() => {});
    let isBlocked = false;
    const look = () => {
      for (const voice of this.#voices.values()) voice.isPlaced = context.state === "running";
      if (isBlocked === silent.includes(context.state)) return;
      isBlocked = !isBlocked;
      for (const type of gestures) (isBlocked ? addEventListener : removeEventListener)(type, resume);
      this.tell("blocked", { isBlocked });
    };
    context.addEventListener("statechange", look);
    resume();
    this.clock.after(500, look);
  }

  #arrange() {
    for (const [id, voice] of this.#voices) {
      voice.place(this.#angles.get(id) ?? 0, this.#voices.size <= nearMost);
      voice.volume = this.volume(id);
    }
  }

  #measure() {
    const now = this.clock.now();
    for (const [id, { meter }] of this.#voices) this.#hear(id, meter.read(), now);
    if (!this.#own) return;
    const { meter, track } = this.#own;
    const level = meter.read();
    this.#hear(own, level, now);
    const isOpen = track.enabled && this.#context.state === "running";
    if (this.#dead.hear(level, isOpen, now)) this.tell("dead", { isDead: this.#dead.isDead });
  }

  #hear(id, level, now) {
    this.#levels.set(id, level);
    if (level > audible) this.#heardAt.set(id, now);
    if (!this.#speeches.has(id)) this.#speeches.set(id, new Speech());
    const speech = this.#speeches.get(id);
    if (speech.hear(level, now)) this.tell("speaking", { id, isSpeaking: speech.isSpeaking });
  }

  /** One's own speaking time is kept when the microphone is closed for a while. */
  #forget(id) {
    this.#levels.delete(id);
    const speech = this.#speeches.get(id);
    if (id !== own) this.#speeches.delete(id);
    if (!speech?.isSpeaking) return;
    speech.isSpeaking = false;
    this.tell("speaking", { id, isSpeaking: false });
  }
}
