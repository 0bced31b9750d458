// How much a picture and a voice may cost, and when a bad line gives the picture up. Knows no page.

const voiceRate = 32_000;
const crowdVoiceRate = 20_000;
const screenRate = 900_000;

/** By how many get it from here: `[most, bits per second, how much smaller than taken]`. */
const steps = [[1, 700_000, 1], [3, 450_000, 1], [5, 200_000, 2], [Infinity, 120_000, 2]];

/** What to send to each: `level` is the Ladder's, for a line that is bad. */
export function limits(pictures, voices, level = 0) {
  const [, rate, scale] = steps.find(([most]) => pictures <= most);
  const isSmall = level >= Ladder.small;
  return {
    audio: { maxBitrate: voices > 6 ? crowdVoiceRate : voiceRate },
    camera: { maxBitrate: isSmall ? rate / 3 : rate, scaleResolutionDownBy: isSmall ? Math.max(2, scale) : scale },
    screen: { maxBitrate: isSmall ? screenRate / 3 : screenRate },
  };
}

/** Down quickly (sound goes first), up slowly, and slower each time it was in vain. */
export class Ladder {
  static full = 0;
  static small = 1;
  static soundOnly = 2;
  level = Ladder.full;
  #bad = 0;
  #good = 0;
  #patience = 5;

  /** Called with each measurement, every two seconds. Returns whether the level changed. */
  step(isBad) {
    this.#bad = isBad ? this.#bad + 1 : 0;
    this.#good = isBad ? 0 : this.#good + 1;
    if (this.#bad >= 3 && this.level < Ladder.soundOnly) return this.#to(this.level + 1);
    if (this.#good >= this.#patience && this.level > Ladder.full) return this.#to(this.level - 1);
    return false;
  }

  #to(level) {
    if (level > this.level) this.#patience = Math.min(60, this.#patience * 2);
    this.level = level;
    this.#bad = this.#good = 0;
    return true;
  }
}
