// A clock moved by hand, and a socket whose server is the test.

export class FakeClock {
  time = 1_000_000;
  #works = [];

  now() {
    return this.time;
  }

  after(wait, work) {
    const entry = { at: this.time + wait, work };
    this.#works.push(entry);
    return () => (this.#works = this.#works.filter((other) => other !== entry));
  }

  every(wait, work) {
    let cancel;
    const again = () => {
      cancel = this.after(wait, again);
      work();
    };
    cancel = this.after(wait, again);
    return () => cancel();
  }

  pass(milliseconds) {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.#works.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#works = this.#works.filter((other) => other !== next);
      this.time = next.at;
      next.work();
    }
    this.time = end;
  }
}

export class FakeSocket {
  sent = [];
  isClosed = false;

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.isClosed = true;
  }

  open() {
    this.onopen();
  }

  receive(message) {
    this.onmessage({ data: JSON.stringify({ v: 1, ...message }) });
  }

  drop(code = 1006, reason = "") {
    this.onclose({ code, reason });
  }

  ofType(type) {
    return this.sent.filter((message) => message.type === type);
  }
}
