// Time as an argument, so that tests need not wait. `after` and `every` return a function that cancels them.

export const systemClock = {
  now: () => Date.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    return () => clearInterval(timer);
  },
};

const kept = 8;

/** The server's time, from beats; the quickest answer is the most exact. */
export class ServerClock {
  #samples = [];

  constructor(clock) {
    this.clock = clock;
  }

  now() {
    return Math.round(this.clock.now() + (this.offset ?? 0));
  }

  /** The server said `serverNow` in an answer to what was sent at `sentAt` (this page's time). */
  learn(serverNow, sentAt) {
    const now = this.clock.now();
    const roundTrip = Math.max(0, now - sentAt);
    this.#samples = [...this.#samples, { roundTrip, offset: serverNow + roundTrip / 2 - now }].slice(-kept);
    this.offset = this.#samples.reduce((best, sample) => (sample.roundTrip < best.roundTrip ? sample : best)).offset;
  }

  /** After sleep or a change of network the old answers are worthless. */
  forget() {
    this.#samples = [];
  }
}
