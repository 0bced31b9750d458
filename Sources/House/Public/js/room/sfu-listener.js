// What comes from the media server: lines that belong to somebody as long as the server says so.

import { SfuLink } from "./sfu-link.js";

export class SfuListener extends SfuLink {
  #lines = [];

  /** What comes is opened before it can sound. */
  async offered(sdp, lines, clock, seal) {
    const { connection } = this;
    const isFirst = !connection.localDescription;
    await connection.setRemoteDescription({ type: "offer", sdp });
    this.#lines = lines;
    const name = (mid) => `${this.token} ${mid}`;
    seal?.setLines(Object.fromEntries(lines.map(({ mid, from }) => [name(mid), from])));
    for (const { mid, receiver } of connection.getTransceivers()) seal?.incoming(receiver, name(mid));
    await connection.setLocalDescription();
    this.say({ answer: isFirst ? await this.described(clock) : connection.localDescription.sdp });
  }

  receiver(from, kind) {
    const line = this.#lines.find((one) => one.from === from && one.kind === kind);
    return (line && this.connection.getTransceivers().find(({ mid }) => mid === line.mid)?.receiver) ?? null;
  }

  reroute() {
    this.isRerouted = true;
    this.say({ reroute: true });
  }
}
