// The cost allowed for a picture and a voice, and the point at which a bad line gives up the picture. Independent of
// the DOM.

const voiceRate = 32_000;
const crowdVoiceRate = 20_000;
const screenRate = 900_000;

/** Steps by the number of receivers: `[most, bits per second, lines of height]`. */
const steps = [[1, 700_000, 360], [3, 450_000, 360], [5, 200_000, 180], [Infinity, 120_000, 180]];

/** The limits for each receiver: `level` is the Ladder's, for a bad line; `height` is the captured picture's. */
export function limits(pictures, voices, level = Ladder.full, height = 360) {
  const [, rate, lines] = steps.find(([most]) => pictures <= most);
  const most = Math.min(rate, height <= 180 ? 200_000 : rate);
  const share = level >= Ladder.small ? 2 : 1;
  return {
    audio: { maxBitrate: voices > 6 ? crowdVoiceRate : voiceRate },
    camera: { maxBitrate: most / share, scaleResolutionDownBy: Math.max(1, (height / lines) * share) },
    screen: { maxBitrate: screenRate / share },
  };
}

/** A level that falls quickly (sound has priority) and rises slowly, more slowly after each failed rise. */
export class Ladder {
  static full = 0;
  static small = 1;
  static soundOnly = 2;
  level = Ladder.full;
  #bad = 0;
  #good = 0;
  #patience = 5;

  /** Called with each measurement, every two seconds. Returns true if the level changed. */
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
