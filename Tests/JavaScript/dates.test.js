import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { localTime, words } from "../../Sources/House/Public/js/dates.js";
import { deviceZone } from "../../Sources/House/Public/js/zones.js";

const examples = JSON.parse(readFileSync(new URL("../dates.json", import.meta.url)));

test("The script says days and times as the pages do", () => {
  assert.ok(examples.length > 20);
  for (const { time, zone, language, texts } of examples) {
    for (const [form, text] of Object.entries(texts)) assert.equal(words(form, time, zone, language), text);
  }
});

test("Midnight is the day's first hour, whatever the browser's own clock looks like", () => {
  assert.equal(words("time", "2026-12-02T23:00:00Z", "Europe/Berlin", "en"), "00:00");
  assert.equal(words("spoken", "2026-12-02T23:07:00Z", "Europe/Berlin", "de"), "0 Uhr 7");
  assert.deepEqual(localTime("2026-12-31T23:59:00Z", "UTC"), { year: 2026, month: 12, day: 31, hour: 23, minute: 59, weekday: 4 });
});

const offered = ["Europe/Berlin", "Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Africa/Asmara", "Atlantic/Faroe", "UTC"];

test("An old name means the offered zone that the browser calls the same", () => {
  for (const [old, zone] of [
    ["Europe/Kiev", "Europe/Kyiv"], ["Asia/Calcutta", "Asia/Kolkata"], ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Africa/Asmera", "Africa/Asmara"], ["Atlantic/Faeroe", "Atlantic/Faroe"], ["Europe/Berlin", "Europe/Berlin"],
  ]) assert.deepEqual(deviceZone(offered, old), { zone });
});

test("A zone that isn't offered is offered besides", () => {
  assert.deepEqual(deviceZone(offered, "Asia/Tokyo"), { zone: "Asia/Tokyo", isOther: true });
  assert.deepEqual(deviceZone(offered, "Mars/Olympus"), { zone: "Mars/Olympus", isOther: true });
});

test("A device that says UTC all year doesn't say where it is", () => {
  for (const here of ["UTC", "Etc/UTC", "GMT", "Atlantic/Reykjavik", "Africa/Abidjan", "Etc/Unknown", "", undefined]) {
    assert.deepEqual(deviceZone(offered, here), { isUncertain: true });
  }
  assert.deepEqual(deviceZone([...offered, "Europe/London"], "Europe/London"), { zone: "Europe/London" });
});
