// Events that happen to many people within moments are announced once: a single one by name, several together. Forty
// people coming in don't cause a flood.

import { systemClock } from "../clock.js";
import { count, list, say } from "./words.js";

const pause = 2_500;
const named = 2;
/** The sentence about several people for each about one. */
const ofMany = {
  "news.entered": "news.enteredMany", "news.left": "news.leftMany", "news.joined": "news.joinedMany", "news.hand": "news.handMany",
};

export class Gathering {
  #waiting = new Map();

  constructor(tell, clock = systemClock) {
    Object.assign(this, { tell, clock });
  }

  /** `key` names the sentence about one person. If the opposite happens meanwhile (in and out again), neither is told. */
  add(key, name, opposite = "") {
    const others = this.#waiting.get(opposite);
    if (others?.includes(name)) return void others.splice(others.indexOf(name), 1);
    if (!this.#waiting.has(key)) {
      this.#waiting.set(key, []);
      this.clock.after(pause, () => this.#say(key));
    }
    const names = this.#waiting.get(key);
    if (!names.includes(name)) names.push(name);
    return undefined;
  }

  #say(key) {
    const names = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (names.length === 0) return;
    if (names.length === 1) return void this.tell(say(key, { name: names[0] }), true);
    const rest = names.length - named;
    const said = rest > 0 ? [...names.slice(0, named), count("news.more", rest)] : names;
    this.tell(say(ofMany[key], { names: list(said) }), true);
  }
}
