// Keeps the page below the server's 100 messages in 10 seconds, for which it would be shut out for a minute. A burst of
// signals (many linked at once) is spread; requests and beats find room left for them.

const span = 10_000;
const bulkLimit = 70;
const limit = 95;

export class Outbox {
  #sent = [];
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
    this.#sent = [];
    this.#cancel?.();
    this.#cancel = null;
  }

  #drain() {
    const now = this.clock.now();
    this.#sent = this.#sent.filter((at) => at > now - span);
    this.#queue = this.#queue.filter(({ text, isBulk }) => !this.#isWritten(text, isBulk ? bulkLimit : limit, now));
    if (this.#queue.length === 0 || this.#cancel) return;
    this.#cancel = this.clock.after(250, () => {
      this.#cancel = null;
      this.#drain();
    });
  }

  #isWritten(text, most, now) {
    if (this.#sent.length >= most) return false;
    this.#sent.push(now);
    this.write(text);
    return true;
  }
}
