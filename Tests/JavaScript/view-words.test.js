import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { colour, firstName, glassOf, initials } from "../../Sources/House/Public/js/room/view/faces.js";
import { Gathering } from "../../Sources/House/Public/js/room/view/gathering.js";
import { count, learn, say } from "../../Sources/House/Public/js/room/view/words.js";

import { FakeClock } from "./fakes.js";

const web = new URL("../../Sources/House/", import.meta.url);
const words = JSON.parse(readFileSync(new URL("Strings/de.json", web)));
const known = Object.keys(words).filter((key) => key.startsWith("room.words.")).map((key) => key.slice("room.words.".length));
const folder = new URL("Public/js/room/view/", web);
const code = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");

test("Every sentence the modules put together has its words", () => {
  for (const [, key] of code.matchAll(/\bsay\("([\w.]+)"/g)) assert.ok(known.includes(key), key);
  for (const [, key] of code.matchAll(/\bcount\("([\w.]+)"/g)) {
    for (const form of ["one", "other"]) assert.ok(known.includes(`${key}.${form}`), `${key}.${form}`);
  }
});

test("Every word the modules are sent is used by one of them", () => {
  const prefixes = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix);
  for (const key of known) {
    const plain = key.replace(/\.(one|other)$/, "");
    const isUsed = code.includes(`"${key}"`) || code.includes(`"${plain}"`) || prefixes.some((prefix) => key.startsWith(prefix));
    assert.ok(isUsed, `${key} is never said`);
  }
});

test("A sentence takes its values, one and many have forms of their own", () => {
  learn({ "free.one": "room for one", "free.other": "room for {count} at {table}" });
  assert.equal(count("free", 1), "room for one");
  assert.equal(count("free", 3, { table: "Trust" }), "room for 3 at Trust");
  assert.equal(say("nothing"), "⟦nothing⟧");
});

test("Initials leave titles out and understand every script", () => {
  assert.equal(initials("Prof. Dr. Ada von Winter"), "AW");
  assert.equal(initials("Okan Yıldız"), "OY");
  assert.equal(initials("Ilse"), "I");
  assert.equal(initials("山田 太郎"), "山太");
  assert.equal(initials("王小明"), "王");
  assert.equal(initials("דוד לוי"), "דל");
  assert.equal(initials("محمد العلي"), "م\u200cا", "two letters that join would be a word");
  assert.equal(initials("  "), "?");
  assert.equal(firstName("Dr. Kim Lee"), "Kim");
});

test("A person keeps their colour, and a drink has a glass; what we don't know is water", () => {
  assert.equal(colour("g1"), colour("g1"));
  assert.ok(colour("0198c1f0-0000-7000-8000-000000000001") < 8);
  assert.equal(glassOf("Rotwein"), "glass-4");
  assert.equal(glassOf("Pfefferminztee"), "glass-2");
  assert.equal(glassOf("ein Glas Wasser"), "glass-1");
  assert.equal(glassOf(""), "glass-1");
  assert.equal(glassOf("ein kleines Bier"), "glass-beer");
  assert.equal(glassOf("Whisky"), "glass-5");
});

test("A name written from right to left turns nothing of the sentence around it", () => {
  learn({ here: "{name} is here." });
  assert.equal(say("here", { name: "דוד לוי" }), "\u2068דוד לוי\u2069 is here.");
  assert.equal(say("here", { name: "Ada" }), "Ada is here.");
});

test("Forty who come in are told in one sentence, one by name, and who is out again at once not at all", () => {
  learn({
    "news.entered": "{name} is here.", "news.enteredMany": "{names} are here.", "news.left": "{name} left.", "news.more.one": "one more",
    "news.more.other": "{count} more",
  });
  const clock = new FakeClock();
  const told = [];
  const gathering = new Gathering((words, isQuiet) => told.push([words, isQuiet]), clock);
  for (let number = 1; number <= 40; number += 1) {
    gathering.add("news.entered", `G${number}`);
    clock.pass(30);
  }
  clock.pass(3_000);
  assert.deepEqual(told, [["G1, G2, and 38 more are here.", true]]);
  gathering.add("news.entered", "Ada");
  gathering.add("news.entered", "Ada");
  clock.pass(3_000);
  assert.deepEqual(told.at(-1), ["Ada is here.", true]);
  gathering.add("news.entered", "Kim", "news.left");
  gathering.add("news.left", "Kim", "news.entered");
  clock.pass(3_000);
  assert.equal(told.length, 2);
});
