// Keeps the page below the server's 100 messages in 10 seconds, and 1000 with signals, for which it would be shut out for a
// minute. A burst is spread; requests and beats find room however many are signalled with.

const span = 10_000;
const bulkLimit = 850;
const limit = 95;

export class Outbox {
  #sent = { true: [], false: [] };
  #queue = [];
  #cancel = null;

  /** `write(text)` puts a frame on the wire. */
  constructor(write, clock) {
    this.write = write;
    this.clock = clock;
  }

  send(message, isBulk = false) {
    this.#queue.push({ text: JSON.stringify({ v: 1, ...message }), isBulk });
    this.#drain();
  }

  /** A new connection: what was meant for the old one is void. */
  clear() {
    this.#queue = [];
    this.#sent = { true: [], false: [] };
    this.#cancel?.();
    this.#cancel = null;
  }

  #drain() {
    const now = this.clock.now();
    for (const kind in this.#sent) this.#sent[kind] = this.#sent[kind].filter((at) => at > now - span);
    this.#queue = this.#queue.filter(({ text, isBulk }) => !this.#isWritten(text, isBulk, now));
    if (this.#queue.length === 0 || this.#cancel) return;
    this.#cancel = this.clock.after(250, () => {
      this.#cancel = null;
      this.#drain();
    });
  }

  #isWritten(text, isBulk, now) {
    if (this.#sent[isBulk].length >= (isBulk ? bulkLimit : limit)) return false;
    this.#sent[isBulk].push(now);
    this.write(text);
    return true;
  }
}
