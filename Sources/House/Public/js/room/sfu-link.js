// One connection with the media server, and what both of ours have in common: the first candidates travel inside the description, the
// others follow, and a way that was lost is looked for anew.

const settling = 80;

export class SfuLink {
  #isHolding = true;

  /** `say(data)` tells the server, with this connection's token. */
  constructor(token, connection, say, changed) {
    Object.assign(this, { token, connection });
    this.say = (data) => say({ token, ...data });
    this.isRerouted = false;
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate && !this.#isHolding) this.say({ candidate: candidate.toJSON() });
    };
    connection.onconnectionstatechange = () => {
      if (this.isConnected) this.isRerouted = false;
      changed();
    };
  }

  get isConnected() {
    return this.connection.connectionState === "connected";
  }

  get isBroken() {
    return ["failed", "closed"].includes(this.connection.connectionState);
  }

  /** The description with what was found until then. */
  async described(clock) {
    const { connection } = this;
    if (connection.iceGatheringState !== "complete") await new Promise((done) => clock.after(settling, done));
    this.#isHolding = false;
    return connection.localDescription.sdp;
  }

  hold() {
    this.#isHolding = true;
  }

  close() {
    this.connection.onicecandidate = this.connection.onconnectionstatechange = null;
    this.connection.close();
  }
}
