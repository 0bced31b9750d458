// The part of an RTCPeerConnection that negotiating needs. The test decides when it is connected.

let made = 0;

globalThis.MediaStream ??= class {
  constructor(tracks) {
    this.tracks = tracks;
  }
};

export class FakeConnection {
  signalingState = "stable";
  connectionState = "new";
  iceGatheringState = "complete";
  localDescription = null;
  restarts = 0;
  rollbacks = 0;
  channel = { readyState: "open", sent: [], send: (text) => this.channel.sent.push(JSON.parse(text)) };
  #lines = [];
  #name = ++made;

  addTransceiver(kind) {
    this.#lines.push(line(kind));
    if (this.#lines.length === 1) queueMicrotask(() => this.onnegotiationneeded?.());
    return this.#lines.at(-1);
  }

  getTransceivers() {
    return this.#lines;
  }

  createDataChannel() {
    return this.channel;
  }

  async setLocalDescription() {
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.signalingState = type === "offer" ? "have-local-offer" : "stable";
    const description = { type, sdp: `v=0\r\no=- ${this.#name} 2 IN IP4 127.0.0.1\r\n` };
    this.localDescription = { ...description, toJSON: () => description };
  }

  async setRemoteDescription({ type }) {
    if (type === "offer" && this.signalingState === "have-local-offer") this.rollbacks += 1;
    if (type === "offer" && this.#lines.length === 0) this.#lines = ["audio", "video", "video"].map(line);
    this.signalingState = type === "offer" ? "have-remote-offer" : "stable";
  }

  async addIceCandidate() {}

  getConfiguration() {
    return {};
  }

  setConfiguration(configuration) {
    this.configuration = configuration;
  }

  restartIce() {
    this.restarts += 1;
    queueMicrotask(() => this.onnegotiationneeded?.());
  }

  close() {
    this.signalingState = this.connectionState = "closed";
  }

  become(state) {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

function line(kind) {
  const sender = {
    track: null,
    parameters: { encodings: [{}] },
    async replaceTrack(track) {
      sender.track = track;
    },
    getParameters: () => structuredClone(sender.parameters),
    async setParameters(parameters) {
      sender.parameters = parameters;
    },
  };
  return { sender, receiver: { track: { kind } }, direction: "recvonly" };
}
