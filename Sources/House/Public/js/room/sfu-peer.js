// One whom one hears by the media server: what of theirs is shown, and how well it comes.

import { difference, isWeak, sample, Silence } from "./health.js";
import { troubles } from "./health.js";

const weakFor = 4;

export class SfuPeer {
  health = "good";
  #notes = {};
  #shown = {};
  #last = null;
  #weak = 0;
  #silence = new Silence();

  /** What they say of what they send. */
  hear(notes) {
    this.#notes = notes;
  }

  get trouble() {
    return troubles.includes(this.#notes.trouble) ? this.#notes.trouble : "";
  }

  isWanted(kind, { receivesAudio, receivesVideo }) {
    if (kind === "audio") return receivesAudio;
    return kind === "screen" ? Boolean(this.#notes.screen) : receivesVideo && Boolean(this.#notes.camera);
  }

  /** Returns whether that is news. */
  show(kind, track) {
    if ((this.#shown[kind] ?? null) === track) return false;
    this.#shown[kind] = track;
    return true;
  }

  async measure(receivers, isExpected, isHeard) {
    const now = sum((await Promise.all(receivers.map((one) => one.getStats()))).map(sample));
    const change = this.#last && difference(this.#last, now);
    this.#last = now;
    if (!change) return;
    this.#silence.hear({ isFlowing: change.isFlowing, isExpected, isTalking: this.#notes.talks, isHeard });
    this.#weak = isWeak(change) ? weakFor : Math.max(0, this.#weak - 1);
    this.health = this.#silence.isSilent ? "silent" : this.#weak > 0 ? "weak" : "good";
  }
}

function sum(samples) {
  return samples.reduce((all, one) => ({
    ...all, received: all.received + one.received, lost: all.lost + one.lost, voice: all.voice + one.voice,
    roundTrip: Math.max(all.roundTrip, one.roundTrip),
  }));
}
