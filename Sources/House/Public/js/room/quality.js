// The cost allowed for a picture and a voice, and the point at which a bad line gives up the picture. Independent of
// the DOM.

const voiceRate = 32_000;
const crowdVoiceRate = 20_000;
const screenRate = 900_000;

/** By how many get it from here: `[most, bits per second, how many lines high]`. */
const steps = [[1, 700_000, 360], [3, 450_000, 360], [5, 200_000, 180], [Infinity, 120_000, 180]];

/** What to send to each: `level` is the Ladder's, for a line that is bad; `height` that of the picture as it is taken. */
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
