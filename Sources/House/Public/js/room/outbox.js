// Keeps the page below the server's limits, whose violation would shut it out for a minute: 100 messages in 10 seconds
// not counting signals, and 1000 frames with them. A burst of signals (many people linked at once) is spread out, and
// nothing else waits for it.

const span = 10_000;
const most = { signal: 600, other: 90 };

export class Outbox {
  #sent = { signal: [], other: [] };
  #queue = [];
  #cancel = null;

  /** `write(text)` puts a frame on the wire. */
  constructor(write, clock) {
    this.write = write;
    this.clock = clock;
  }

  send(message) {
    const lane = message.type === "signal" ? "signal" : "other";
    this.#queue.push({ text: JSON.stringify({ v: 1, ...message }), lane });
    this.#drain();
  }

  /** A new connection makes everything queued for the old one void. */
  clear() {
    this.#queue = [];
    this.#sent = { signal: [], other: [] };
    this.#cancel?.();
    this.#cancel = null;
  }

  #drain() {
    const now = this.clock.now();
    for (const lane of Object.keys(most)) this.#sent[lane] = this.#sent[lane].filter((at) => at > now - span);
    this.#queue = this.#queue.filter(({ text, lane }) => !this.#isWritten(text, lane, now));
    if (this.#queue.length === 0 || this.#cancel) return;
    this.#cancel = this.clock.after(250, () => {
      this.#cancel = null;
      this.#drain();
    });
  }

  #isWritten(text, lane, now) {
    if (this.#sent[lane].length >= most[lane]) return false;
    this.#sent[lane].push(now);
    this.write(text);
    return true;
  }
}
