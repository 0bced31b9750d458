// Common to all ways of being connected: the notes beside one's own tracks, and a word when somebody who should be heard isn't.

import { News } from "./news.js";

const reminding = 10_000;

/** Says beside the tracks which pictures are really sent, whether somebody speaks, and what keeps them from it. A subclass sends it in `note()`. */
export class Noting extends News {
  #isTalking = false;
  #trouble = "";

  setTalking(isTalking) {
    this.#isTalking = isTalking;
    this.note();
  }

  /** Sets the obstacle to being heard or seen, as a code; empty for none. */
  setTrouble(trouble) {
    this.#trouble = trouble;
    this.note();
  }

  notes(audio, camera, screen) {
    return { camera, screen, talks: audio && this.#isTalking, ...(this.#trouble && { trouble: this.#trouble }) };
  }
}

/** Tells of each person who isn't heard at most every ten seconds. */
export class Reminder {
  #last = new Map();

  constructor(clock, tell) {
    Object.assign(this, { clock, tell });
  }

  remind(id) {
    const now = this.clock.now();
    if (now - (this.#last.get(id) ?? -Infinity) < reminding) return;
    this.#last.set(id, now);
    this.tell("unheard", { peer: id });
  }

  /** Somebody who comes back is told of at once. */
  forget(id) {
    this.#last.delete(id);
  }
}
