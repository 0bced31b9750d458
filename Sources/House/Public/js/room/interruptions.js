// Interruptions between a device and the evening: a call that takes the microphone, a program that takes the camera, a
// plug that is pulled. Dispatches `notice` with `{code, isOver}` for this page and `trouble` with `{code}` for the
// others, who see why nothing arrives.

import { systemClock } from "./clock.js";
import { News } from "./news.js";

const names = { microphone: "mic", camera: "camera" };
/** Browsers mute a track for a moment when it begins. */
const patience = 1_500;

export class Interruptions extends News {
  #waiting = new Map();
  #said = new Set();

  constructor(devices, clock = systemClock) {
    super();
    this.clock = clock;
    devices
      .on("held", ({ kind, isHeld }) => this.#held(kind, isHeld))
      .on("gone", ({ kind, isOver }) => this.#say(`${names[kind]}Gone`, isOver))
      .on("swapped", ({ kind, label }) => this.tell("notice", { code: `${names[kind]}Swapped`, label, isPassing: true }));
  }

  #held(kind, isHeld) {
    this.#waiting.get(kind)?.();
    this.#waiting.delete(kind);
    const code = `${names[kind]}Held`;
    if (!isHeld) return this.#say(code, true);
    this.#waiting.set(kind, this.clock.after(patience, () => this.#say(code, false)));
  }

  #say(code, isOver) {
    if (this.#said.has(code) !== isOver) return;
    if (isOver) this.#said.delete(code);
    else this.#said.add(code);
    this.tell("notice", { code, isOver });
    this.tell("trouble", { code: [...this.#said][0] ?? "" });
  }
}
