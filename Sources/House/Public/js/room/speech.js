// Tells from the loudness whether somebody speaks, and whether a microphone is dead.

const loud = 0.02;
const quiet = 0.01;
const hold = 700;

/** Begins at the second loud moment (a cough is not a word), ends after a pause. */
export class Speech {
  isSpeaking = false;
  /** Total speaking time in milliseconds. */
  spoken = 0;
  #loudBefore = false;
  #heardAt = 0;
  #at = null;

  /** Returns true if `isSpeaking` changed. `level` is 0…1. */
  hear(level, now) {
    if (this.isSpeaking) this.spoken += now - (this.#at ?? now);
    this.#at = now;
    const before = this.isSpeaking;
    if (level > (before ? quiet : loud)) this.#heardAt = now;
    if (!before) this.isSpeaking = level > loud && this.#loudBefore;
    else if (now - this.#heardAt > hold) this.isSpeaking = false;
    this.#loudBefore = level > loud;
    return this.isSpeaking !== before;
  }
}

/** A room is never digitally silent for long; a microphone that is switched off at its cable is. */
export class DeadMicrophone {
  isDead = false;
  #since = null;

  constructor(patience = 12_000) {
    this.patience = patience;
  }

  /** Returns true if `isDead` changed. */
  hear(level, isOpen, now) {
    const before = this.isDead;
    if (!isOpen || level > 0) this.#since = null;
    else this.#since ??= now;
    this.isDead = this.#since !== null && now - this.#since >= this.patience;
    return this.isDead !== before;
  }
}

/** The current loudness of a Web Audio node, 0…1. */
export class Meter {
  constructor(context, node) {
    this.analyser = new AnalyserNode(context, { fftSize: 1024 });
    this.samples = new Float32Array(1024);
    node.connect(this.analyser);
  }

  read() {
    this.analyser.getFloatTimeDomainData(this.samples);
    let sum = 0;
    for (const sample of this.samples) sum += sample * sample;
    return Math.min(1, Math.sqrt(sum / this.samples.length));
  }
}
