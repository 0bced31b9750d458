// Requests waiting for their answer, as promises: done with the number, refused with `{code, text}`. After a lost
// connection a request is repeated only if that is harmless, or if the missed changes show that it was not stored.

const harmless = new Set([
  "arrive", "change", "mode", "enter", "leave", "hand", "move", "withdrawKnock", "topic", "privacy", "offerCard", "withdrawCard",
  "stay", "doors", "letIn", "remove", "handOver", "glass", "comeLater", "programme", "hold", "speakers", "mute", "muteTable", "lowerHands",
  "pause", "hush", "backstage", "murmur",
]);

/** The sign in an event that a written text is stored. */
const traces = {
  say: ({ text }, { said }, you) => said?.saying.who === you && said.saying.text === text.trim(),
  coaster: ({ text }, { coaster }, you) => coaster?.line.author === you && coaster.line.text === text.trim(),
  whisper: ({ to, text }, { whispered }, you) => whispered?.whisper.from === you && whispered.whisper.to === to && whispered.whisper.text === text.trim(),
  promise: ({ text }, { promised }, you) => promised?.promise.from === you && promised.promise.text === text.trim(),
};

export class Requests {
  #waiting = new Map();
  #last = 0;

  /** `send(message)` is called only while the floor is there. */
  constructor(send) {
    this.send = send;
  }

  add(request, isOpen) {
    const [kind] = Object.keys(request);
    return new Promise((resolve, reject) => {
      if (!isOpen && !harmless.has(kind) && !traces[kind]) return reject({ code: "lost" });
      const id = ++this.#last;
      this.#waiting.set(id, { kind, request, resolve, reject, isSent: isOpen });
      if (isOpen) this.send({ type: "request", id, request });
    });
  }

  done({ id, number }) {
    this.#take(id)?.resolve(number);
  }

  refused({ id, code, text }) {
    const waiting = this.#take(id);
    if (waiting?.isRepeated && code === "alreadyThere") return waiting.resolve();
    waiting?.reject({ code, text });
  }

  /** The floor is back. `changes` are the missed ones; undefined if a whole view came. */
  resume(changes, you) {
    const missed = changes?.map((change) => change.event);
    for (const [id, waiting] of this.#waiting) this.#settle(id, waiting, missed, you);
  }

  fail(code) {
    for (const id of [...this.#waiting.keys()]) this.#take(id).reject({ code });
  }

  #settle(id, waiting, missed, you) {
    const { kind, request, isSent } = waiting;
    const trace = traces[kind];
    const index = isSent && trace && missed ? missed.findIndex((event) => trace(request[kind], event, you)) : -1;
    if (index >= 0) {
      missed.splice(index, 1); // Said twice, stored once: the second is asked again.
      this.#take(id).resolve();
    } else if (!isSent || harmless.has(kind) || (trace && missed)) {
      waiting.isRepeated = isSent;
      waiting.isSent = true;
      this.send({ type: "request", id, request });
    } else {
      this.#take(id).reject({ code: "lost" });
    }
  }

  #take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
