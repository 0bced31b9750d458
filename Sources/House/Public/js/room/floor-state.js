// The floor as this page knows it; independent of the DOM. It starts from the `view` of a welcome and follows events as
// `Core/Floor` does: the same events make the same floor on both sides. Dispatches `state` when everything is new,
// `change` after each event, `table` when the notes of a new table can be read.

import { effects } from "./floor-effects.js";
import { News } from "./news.js";

const noHush = { isForAll: false, people: [] };
const stageKinds = new Set(["introductions", "question", "guestOfHonour", "close"]);

export class FloorState extends News {
  /** True once a first welcome has come. */
  isKnown = false;
  number = -1;
  you = null;
  doors = "closed";
  hasEnded = false;
  people = new Map();
  tables = new Map();
  programme = [];
  clock = null;
  stage = { queue: [], offered: [] };
  rounds = null;
  coaster = [];
  talk = [];
  promises = [];
  cards = [];
  announcements = [];
  /** The guest of honour, if there is one. */
  honour = null;
  /** The two people talking in private, or nobody. */
  backstage = [];
  /** Text from me to one other and to me alone, and the people from whom I want none. */
  whispers = [];
  hush = noHush;
  /** The quiet noise of a bar is on. */
  hasMurmur = false;
  /** The way to the meeting in another system, once one was let in. */
  meeting = "";

  /** Takes a welcome: a whole view, or the missed changes. */
  welcome({ view, changes, number }) {
    if (view) return this.take(view, number);
    for (const { event, number, at } of changes ?? []) this.apply(event, number, at);
  }

  take(view, number) {
    Object.assign(this, { clock: null, rounds: null, honour: null, backstage: [], whispers: [], hush: noHush, hasMurmur: false, meeting: "" }, view);
    this.people = new Map(view.people.map((person) => [person.id, person]));
    this.tables = new Map(view.tables.map((table) => [table.id, table]));
    this.number = number;
    this.isKnown = true;
    this.tell("state");
  }

  /** A change already seen has no effect. Events this page doesn't know yet are skipped. */
  apply(event, number, at) {
    if (number <= this.number) return;
    this.number = number;
    const [[kind, fields]] = Object.entries(event);
    effects[kind]?.(this, fields);
    this.tell("change", { number, at, event });
  }

  /** Takes the coaster, talk and knocks of one's new table. */
  read({ table, coaster, talk, knocking = [] }) {
    if (this.me?.table !== table) return;
    Object.assign(this, { coaster, talk });
    this.tables.set(table, { ...this.tables.get(table), knocking });
    this.tell("table", { table });
  }

  get me() {
    return this.people.get(this.you) ?? null;
  }

  person(id) {
    return this.people.get(id) ?? null;
  }

  nameOf(id) {
    return this.person(id)?.profile.name ?? "";
  }

  /** The people at a table, by seat. */
  at(table) {
    return this.#those((person) => table && person.table === table && isInRoom(person)).sort((a, b) => a.seat - b.seat);
  }

  get inside() {
    return this.#those(isInRoom);
  }

  get onTheWay() {
    return this.#those((person) => isInRoom(person) && !person.table);
  }

  get lobby() {
    return this.#those((person) => person.presence === "lobby");
  }

  get waiting() {
    return this.#those((person) => person.presence === "waiting");
  }

  get part() {
    return (this.clock && this.programme[this.clock.index]) ?? null;
  }

  /** True while I talk in private with one other. */
  get isBackstage() {
    return this.backstage.includes(this.you);
  }

  get isOnStage() {
    const { part, honour } = this;
    return stageKinds.has(part?.kind) && !(part.kind === "guestOfHonour" && honour?.slot.role === "guest");
  }

  #those(belongs) {
    return [...this.people.values()].filter(belongs);
  }
}

function isInRoom({ presence }) {
  return presence === "inside" || presence === "away";
}
