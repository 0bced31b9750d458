import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { colour, firstName, glassOf, initials } from "../../Sources/House/Public/js/room/view/faces.js";
import { count, learn, say } from "../../Sources/House/Public/js/room/view/words.js";

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
});
