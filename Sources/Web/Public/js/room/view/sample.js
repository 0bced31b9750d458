// A room that stands still, for the gallery: the same to read as `room.js`, nothing to do.

export class SampleRoom extends EventTarget {
  connection = { state: "open" };
  captions = new Map();
  sounds = true;
  keys = [];
  devices = {
    choices: {}, open: async () => {}, list: async () => ({}), choose() {}, close() {}, testSpeaker: async () => {},
  };

  constructor(view) {
    super();
    this.state = new SampleState(view);
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
  async ask() {}
}

class SampleState {
  isKnown = true;

  constructor(view) {
    Object.assign(this, view);
    this.people = new Map(view.people.map((person) => [person.id, person]));
    this.tables = new Map(view.tables.map((table) => [table.id, table]));
  }

  get me() { return this.person(this.you); }
  get part() { return this.programme[this.clock?.index] ?? null; }
  get isOnStage() { return this.part !== null && !["arrivals", "mingling"].includes(this.part.kind); }
  get inside() { return this.those("inside", "away"); }
  get onTheWay() { return this.inside.filter(({ table }) => !table); }
  get lobby() { return this.those("lobby"); }
  get waiting() { return this.those("waiting"); }
  person(id) { return this.people.get(id); }
  those(...presences) { return [...this.people.values()].filter(({ presence }) => presences.includes(presence)); }
  at(table) { return this.inside.filter((person) => person.table && person.table === table).sort((a, b) => a.seat - b.seat); }
}
