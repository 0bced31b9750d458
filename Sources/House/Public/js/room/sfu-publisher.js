// What goes out to the media server, once for all who hear it: a voice, a camera in two sizes, a screen. The three lines exist from the
// start; what flows on them is exchanged without negotiating.

import { Ladder } from "./quality.js";
import { SfuLink } from "./sfu-link.js";

const kinds = ["audio", "camera", "screen"];
export const large = { rid: "h", maxBitrate: 350_000 };
const small = { rid: "l", maxBitrate: 100_000, scaleResolutionDownBy: 2 };
/** Of a camera that is small already, of which browsers send one size. */
const economyRate = 200_000;
const voiceRate = 32_000;
const screenRate = 900_000;

const encodings = {
  audio: [{ maxBitrate: voiceRate }],
  camera: [large, small],
  screen: [{ maxBitrate: screenRate }],
};

export class SfuPublisher extends SfuLink {
  ladder = new Ladder();
  #lines = {};

  constructor(...options) {
    super(...options);
    for (const kind of kinds) {
      this.#lines[kind] = this.connection.addTransceiver(kind === "audio" ? kind : "video", { direction: "sendonly", sendEncodings: structuredClone(encodings[kind]) });
    }
  }

  get senders() {
    return kinds.map((kind) => this.#lines[kind].sender);
  }

  /** Tracks by kind, null for what doesn't go out. */
  flow(tracks) {
    for (const kind of kinds) {
      const { sender } = this.#lines[kind];
      const track = kind !== "audio" && this.ladder.level === Ladder.soundOnly ? null : (tracks[kind] ?? null);
      if (sender.track !== track) sender.replaceTrack(track).catch(() => {});
    }
    this.#limit();
  }

  /** On a bad line the small picture alone. */
  #limit() {
    const { sender } = this.#lines.camera;
    const parameters = sender.getParameters();
    const encoding = parameters.encodings?.find(({ rid }) => rid === large.rid);
    const isSmall = (sender.track?.getSettings?.().height ?? Infinity) <= 180;
    const wanted = { active: this.ladder.level < Ladder.small || isSmall, maxBitrate: isSmall ? economyRate : large.maxBitrate };
    if (!encoding || Object.entries(wanted).every(([name, value]) => (encoding[name] ?? true) === value)) return;
    Object.assign(encoding, wanted);
    sender.setParameters(parameters).catch(() => {});
  }

  async offer(clock, iceRestart = false) {
    const { connection } = this;
    this.hold();
    await connection.setLocalDescription(await connection.createOffer({ iceRestart }));
    const lines = Object.fromEntries(kinds.map((kind) => [kind, this.#lines[kind].mid]));
    this.say({ offer: await this.described(clock), lines });
  }

  /** After the answer to an offer that is under way. */
  async reroute(clock) {
    this.isRerouted = true;
    this.clock = this.connection.signalingState === "stable" ? null : clock;
    if (!this.clock) await this.offer(clock, true);
  }

  async answered(sdp) {
    if (this.connection.signalingState === "have-local-offer") await this.connection.setRemoteDescription({ type: "answer", sdp });
    if (this.clock) await this.reroute(this.clock);
  }
}
