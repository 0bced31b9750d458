// A room that stands still, for the gallery: it reads like `room.js` but does nothing.

import { FloorState } from "../floor-state.js";

export class SampleRoom extends EventTarget {
  connection = { state: "open" };
  captions = new Map();
  sounds = true;
  keys = [];
  devices = {
    choices: {}, open: async () => {}, list: async () => ({}), choose() {}, close() {}, canBlur: false, testSpeaker: async () => {},
  };

  constructor(view) {
    super();
    this.state = Object.assign(new FloorState(), { you: view.you });
    this.state.take(view, 0);
    this.me = { mode: "voice", isMuted: this.state.me.isMuted, isSharing: false, isSpeaking: false, spokenMs: 240000, line: "good" };
    const other = this.state.at(this.state.me.table)[0];
    if (other && !this.state.isOnStage) this.captions.set(other.id, { text: this.state.talk[0]?.text ?? "" });
  }

  serverNow() { return this.state.clock ? this.state.clock.startedAt + 600000 : Date.now(); }

  peer(id) {
    const sum = [...id].reduce((all, letter) => all + letter.charCodeAt(0), 0);
    const health = { 5: "weak", 3: "retrying" }[sum % 7] ?? "good";
    const isSpeaking = this.state.isOnStage ? this.state.stage.speaker === id : this.state.at(this.state.me.table)[0]?.id === id;
    return { health, isSpeaking, hasPicture: false, hasScreen: false, volume: 1 };
  }

  level() { return 0.4; }
  hide() {}
  show() {}
  askWhoMet() {}
  remember() {}
  async ask() {}
}
