// The output: the default loudspeaker, or another one. If the browser can't send Web Audio elsewhere (Firefox), an
// audio element can, and plays what it is given.

const can = (type) => "setSinkId" in (globalThis[type]?.prototype ?? {});

export class Speaker {
  #element = null;
  #way;

  constructor(context) {
    this.context = context;
    this.input = new GainNode(context);
    this.#lead(context.destination);
  }

  static get isChoosable() {
    return can("AudioContext") || can("HTMLMediaElement");
  }

  /** Chooses a speaker by id, empty for the default. If it has gone, the default stays. */
  async choose(id) {
    try {
      if (can("AudioContext")) await this.context.setSinkId(id);
      else if (id || this.#element) await this.#through(id);
    } catch {
      this.#lead(this.context.destination);
    }
  }

  close() {
    if (this.#element) this.#element.srcObject = null;
  }

  async #through(id) {
    if (!id) return this.#lead(this.context.destination);
    this.#element ??= new Audio();
    await this.#element.setSinkId(id);
    const stream = new MediaStreamAudioDestinationNode(this.context);
    this.#element.srcObject = stream.stream;
    await this.#element.play();
    return this.#lead(stream);
  }

  #lead(way) {
    if (this.#way) this.input.disconnect(this.#way);
    this.input.connect(way);
    this.#way = way;
  }
}
