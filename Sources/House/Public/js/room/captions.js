// Text that people type while they speak: shown for a while, sent at most every 400 ms. Dispatches `caption` with `{id,
// text, final}`.

import { systemClock } from "./clock.js";
import { News } from "./news.js";

const shownFor = 8_000;
const pause = 400;

export class Captions extends News {
  shown = new Map();
  #fading = new Map();
  #next = null;
  #isPausing = false;

  /** `send(text, final)`. */
  constructor(send, clock = systemClock) {
    super();
    this.send = send;
    this.clock = clock;
  }

  hear(id, text, final) {
    this.#fading.get(id)?.();
    if (text) this.shown.set(id, { text, final });
    else this.shown.delete(id);
    this.tell("caption", { id, text, final });
    if (text) this.#fading.set(id, this.clock.after(shownFor, () => this.hear(id, "", true)));
  }

  /** Called at every keystroke; text overtaken by newer text is not sent. */
  write(text, final) {
    this.#next = { text, final };
    if (final || !this.#isPausing) this.#flush();
  }

  #flush() {
    if (!this.#next) return;
    this.send(this.#next.text, this.#next.final);
    this.#next = null;
    if (this.#isPausing) return;
    this.#isPausing = true;
    this.clock.after(pause, () => {
      this.#isPausing = false;
      this.#flush();
    });
  }
}
