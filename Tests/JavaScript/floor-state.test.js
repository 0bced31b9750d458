import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { effects } from "../../Sources/House/Public/js/room/floor-effects.js";
import { FloorState } from "../../Sources/House/Public/js/room/floor-state.js";

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

function person(id, more = {}) {
  const profile = { name: id, line: "", drink: "Water" };
  return {
    id, profile, presence: "inside", isHosting: id === "host", mode: "camera", isMuted: false, hasSpoken: false, isStaying: false, ...more,
  };
}

function floor(more = {}) {
  const state = new FloorState();
  const table = (id) => ({ id, topic: "", isPrivate: false, limit: 4, knocking: [] });
  const people = [person("host", { table: "t1", seat: 0 }), person("ada", { table: "t1", seat: 2 }), person("kim", { presence: "lobby" })];
  state.welcome({
    number: 10,
    view: {
      you: "ada", doors: "open", hasEnded: false, people, tables: [table("t1"), table("t2")], programme: [], coaster: [], talk: [],
      stage: { queue: [], offered: [] }, promises: [], cards: [], announcements: [], ...more,
    },
  });
  let number = state.number;
  return Object.assign(state, { happen: (kind, fields) => state.apply({ [kind]: fields }, ++number, 1) });
}

const line = (id, words, table = "t1") => ({ id, table, author: "host", text: words, revision: 1 });
const clock = (index) => ({ index, startedAt: 1, endsAt: 100, isWarned: false });

test("Every event of the floor has its effect on the page", () => {
  const source = text("Sources/Core/Floor/FloorEvent.swift").split("package enum Doors")[0];
  const cases = [...source.matchAll(/^ {2}case (\w+)\(/gm)].map(([, name]) => name);
  assert.ok(cases.length > 30);
  assert.deepEqual(cases.filter((name) => !effects[name]), []);
});

test("What the server may send, as the protocol writes it down, is understood", () => {
  const state = new FloorState();
  const blocks = [...text("docs/protocol.md").matchAll(/```json server\n([^]*?)```/g)].flatMap(([, block]) => block.trim().split("\n"));
  const messages = blocks.map((block) => JSON.parse(block));
  state.welcome(messages.find(({ view }) => view));
  for (const { event, number, at } of messages.filter(({ type }) => type === "change")) state.apply(event, number, at);
  state.read(messages.find(({ type }) => type === "table"));
  assert.equal(state.number, 50);
  assert.equal(state.me.table, "t2");
  assert.equal(state.coaster[0].text, "Ask Kim");
});

test("Somebody moves, and where they came from is kept", () => {
  const state = floor();
  state.happen("moved", { who: "host", table: "t2", seat: 1 });
  assert.deepEqual(state.at("t1").map(({ id }) => id), ["ada"]);
  assert.deepEqual(state.at("t2").map(({ id, previousTable }) => [id, previousTable]), [["host", "t1"]]);
});

test("A guest of honour is late, comes, is asked; a guest leaves the tables talking, a speaker doesn't", () => {
  const slot = { startsAt: 1000, minutes: 20, role: "speaker", lateMinutes: 0 };
  const programme = [{ kind: "guestOfHonour", title: "", minutes: 20 }];
  const honour = { who: "kim", slot, questions: ["Why?"], asked: 0, isThanked: false };
  const state = floor({ honour, programme, clock: clock(0) });
  state.happen("honour", { progress: { lateMinutes: 10, asked: 0, isThanked: false } });
  assert.equal(state.honour.slot.lateMinutes, 10);
  state.happen("honour", { progress: { lateMinutes: 10, arrivedAt: 5, leftAt: 9, asked: 1, isThanked: true } });
  state.happen("honour", { progress: { lateMinutes: 10, arrivedAt: 5, asked: 1, isThanked: true } });
  assert.deepEqual(state.honour, { ...honour, asked: 1, isThanked: true, slot: { ...slot, lateMinutes: 10, arrivedAt: 5 } });
  assert.equal(state.isOnStage, true);
  assert.equal(floor({ honour: { ...honour, slot: { ...slot, role: "guest" } }, programme, clock: clock(0) }).isOnStage, false);
});

test("Faces stand by seat", () => {
  const state = floor();
  state.happen("entered", { who: "kim" });
  state.happen("moved", { who: "kim", table: "t1", seat: 1 });
  assert.deepEqual(state.at("t1").map(({ id }) => id), ["host", "kim", "ada"]);
});

test("A change that comes twice changes nothing", () => {
  const state = floor();
  const saying = { who: "host", table: "t1", text: "Hello", at: 1, heardBy: ["ada"] };
  state.apply({ said: { saying } }, 11, 1);
  state.apply({ said: { saying } }, 11, 1);
  assert.equal(state.talk.length, 1);
});

test("Missed changes are told in order, after what is there", () => {
  const state = floor();
  const heard = [];
  state.on("change", ({ number }) => heard.push(number));
  const changes = [9, 10, 11, 14].map((number) => ({ number, at: 1, event: { away: { who: "host" } } }));
  state.welcome({ number: 14, changes });
  assert.deepEqual(heard, [11, 14]);
  assert.equal(state.person("host").presence, "away");
});

test("Who leaves a table takes nothing of it along", () => {
  const state = floor({ coaster: [line(1, "Ask Kim")], talk: [{ who: "host", table: "t1", text: "Hello", at: 1, heardBy: [] }] });
  state.happen("knocked", { who: "kim", table: "t1" });
  state.happen("moved", { who: "ada", table: "t2", seat: 0 });
  assert.deepEqual([state.coaster, state.talk, state.tables.get("t1").knocking], [[], [], []]);
});

test("The new table is read when one stands there, not otherwise", () => {
  const state = floor();
  state.read({ table: "t2", coaster: [line(1, "No", "t2")], talk: [] });
  assert.deepEqual(state.coaster, []);
  state.happen("moved", { who: "ada", table: "t2", seat: 0 });
  state.read({ table: "t2", coaster: [line(1, "Yes", "t2")], talk: [], knocking: ["kim"] });
  assert.equal(state.coaster[0].text, "Yes");
  assert.deepEqual(state.tables.get("t2").knocking, ["kim"]);
});

test("A line of the coaster is written once and rewritten in place", () => {
  const state = floor();
  state.happen("coaster", { line: line(1, "one") });
  state.happen("coaster", { line: line(2, "two") });
  state.happen("coaster", { line: { ...line(1, "one, better"), revision: 2 } });
  assert.deepEqual(state.coaster.map((item) => item.text), ["one, better", "two"]);
});

test("From the lobby through the door", () => {
  const state = floor();
  state.happen("asked", { who: "kim" });
  assert.deepEqual(state.waiting.map(({ id }) => id), ["kim"]);
  state.happen("entered", { who: "kim" });
  assert.deepEqual(state.onTheWay.map(({ id }) => id), ["kim"]);
  assert.equal(state.inside.length, 3);
});

test("Somebody nobody knew yet arrives", () => {
  const state = floor();
  state.happen("arrived", { who: "lee", profile: { name: "Lee", line: "", drink: "Tea" }, mode: "text" });
  assert.deepEqual(state.lobby.map(({ id }) => id), ["kim", "lee"]);
});

test("Who is sent away stands nowhere and has no hand up", () => {
  const state = floor();
  state.happen("hand", { who: "host", since: 5 });
  state.happen("removed", { who: "host", by: "ada" });
  const { presence, table, handUpSince } = state.person("host");
  assert.deepEqual([presence, table, handUpSince], ["removed", undefined, undefined]);
});

test("A hand goes down again", () => {
  const state = floor();
  state.happen("hand", { who: "host", since: 5 });
  assert.equal(state.person("host").handUpSince, 5);
  state.happen("hand", { who: "host" });
  assert.equal(state.person("host").handUpSince, undefined);
});

test("Exactly one hosts", () => {
  const state = floor();
  state.happen("hosting", { who: "kim", from: "host" });
  assert.deepEqual([...state.people.values()].filter(({ isHosting }) => isHosting).map(({ id }) => id), ["kim"]);
});

test("A card is offered once, taken, laid aside", () => {
  const state = floor();
  state.happen("cardOffered", { from: "host", to: "ada" });
  state.happen("cardOffered", { from: "host", to: "ada" });
  assert.deepEqual(state.cards, [{ from: "host", to: "ada", isTaken: false }]);
  state.happen("cardTaken", { from: "host", to: "ada" });
  assert.equal(state.cards[0].isTaken, true);
  state.happen("cardOffered", { from: "kim", to: "ada" });
  state.happen("cardLaidAside", { from: "kim", to: "ada" });
  assert.equal(state.cards.length, 1);
});

test("The programme goes on, is warned of, extended and held", () => {
  const state = floor({ programme: [{ kind: "arrivals", title: "", minutes: 5 }, { kind: "question", title: "", minutes: 9 }] });
  assert.equal(state.part, null);
  state.happen("part", { clock: clock(0) });
  assert.equal(state.isOnStage, false);
  state.happen("warned", { endsAt: 100 });
  assert.equal(state.clock.isWarned, true);
  state.happen("warned", { endsAt: 55 });
  state.happen("extended", { endsAt: 160 });
  assert.deepEqual([state.clock.endsAt, state.clock.isWarned], [160, false]);
  state.happen("held", { since: 50, endsAt: 160 });
  assert.equal(state.clock.heldSince, 50);
  state.happen("held", { endsAt: 170 });
  assert.equal(state.clock.heldSince, undefined);
  state.happen("part", { clock: clock(1) });
  assert.equal(state.isOnStage, true);
});

test("Who gets the word leaves the line", () => {
  const state = floor();
  state.happen("speakers", { queue: ["ada", "host"] });
  state.happen("wordOffered", { who: "ada" });
  state.happen("speaker", { who: "ada", until: 99 });
  assert.deepEqual(state.stage, { queue: ["host"], offered: [], speaker: "ada", until: 99 });
  assert.equal(state.me.hasSpoken, true);
  state.happen("wordPassed", { who: "host" });
  assert.deepEqual(state.stage.queue, []);
});

test("Who stood at a table that closes is on the way", () => {
  const state = floor();
  state.happen("tableClosed", { table: "t1" });
  assert.deepEqual(state.onTheWay.map(({ id, previousTable }) => [id, previousTable]), [["host", "t1"], ["ada", "t1"]]);
  assert.deepEqual([...state.tables.keys()], ["t2"]);
});

test("Who comes anew stands nowhere and is not muted", () => {
  const state = floor();
  state.happen("mode", { who: "host", mode: "voice", muted: true });
  state.happen("arrived", { who: "host", profile: person("host").profile, mode: "camera" });
  const { table, isMuted, presence } = state.person("host");
  assert.deepEqual([table, isMuted, presence], [undefined, false, "lobby"]);
});

test("What an older page doesn't know is passed over, and what follows is not", () => {
  const state = floor();
  state.happen("fireworks", { who: "ada" });
  state.happen("away", { who: "host" });
  assert.equal(state.person("host").presence, "away");
});

test("What was seen does not change behind one's back", () => {
  const state = floor();
  const before = state.person("host");
  state.happen("away", { who: "host" });
  assert.equal(before.presence, "inside");
});

test("Muted, away for a minute, apart with one other, and written to alone", () => {
  const state = floor();
  state.happen("muted", { who: "ada", by: "host" });
  state.happen("pausing", { who: "ada", since: 5 });
  assert.deepEqual([state.me.isMuted, state.me.pausedSince], [true, 5]);
  state.happen("pausing", { who: "ada" });
  assert.equal(state.me.pausedSince, undefined);
  state.happen("backstage", { who: ["host", "ada"] });
  assert.equal(state.isBackstage, true);
  state.happen("backstage", { who: [] });
  assert.equal(state.isBackstage, false);
  state.happen("whispered", { whisper: { from: "host", to: "ada", text: "Psst", at: 1 } });
  state.happen("hushed", { who: "ada", hush: { isForAll: true, people: [] } });
  state.happen("murmur", { isOn: true });
  assert.equal(state.hasMurmur, true);
  assert.deepEqual([state.whispers.map(({ text }) => text), state.hush.isForAll], [["Psst"], true]);
});
