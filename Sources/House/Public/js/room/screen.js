// Sharing the screen: one track, ended by the page or by the browser's own bar. Dispatches `track`.

import { News } from "./news.js";

export class Screen extends News {
  track = null;

  constructor({ media = globalThis.navigator?.mediaDevices } = {}) {
    super();
    this.media = media;
  }

  get isPossible() {
    return Boolean(this.media?.getDisplayMedia);
  }

  /** Starts sharing; false if one changed one's mind. */
  async start() {
    if (!this.isPossible) throw { code: "unsupported", kind: "screen" };
    const stream = await this.media.getDisplayMedia({ video: { frameRate: { max: 10 } }, audio: false }).catch(() => null);
    if (!stream) return false;
    this.stop();
    [this.track] = stream.getVideoTracks();
    this.track.contentHint = "detail"; // Letters stay sharp, the frame rate gives way.
    this.track.onended = () => this.stop();
    this.tell("track");
    return true;
  }

  stop() {
    if (!this.track) return;
    this.track.onended = null;
    this.track.stop();
    this.track = null;
    this.tell("track");
  }
}
