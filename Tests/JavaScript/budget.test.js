import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";

const web = new URL("../../Sources/Web/", import.meta.url);
const read = (path) => readFileSync(new URL(path, web));
const limit = 60 * 1000;

/** As a browser fetches them: each file compressed by itself; comments are sent along here, though the server leaves them out. */
function weight(paths) {
  return paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);
}

function modules(folder) {
  const entries = readdirSync(new URL(folder, web), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? modules(`${folder}${entry.name}/`) : [folder + entry.name]));
}

test("The room page's own JavaScript and CSS weigh less than 60 kB compressed", () => {
  const page = read("Floor/RoomPage.swift").toString();
  const sheets = [...page.match(/styleSheets: \[String\] \{ \[(.*?)\]/)[1].matchAll(/"([\w-]+)"/g), ...page.match(/ownStyleSheets = \[([^\]]*)\]/)[1].matchAll(/"([\w-]+)"/g)];
  const css = weight(sheets.map(([, name]) => `Public/css/${name}.css`));
  const js = weight(modules("Public/js/room/"));
  console.log(`JavaScript ${js} bytes, CSS ${css} bytes, together ${js + css}`);
  assert.ok(sheets.length >= 9);
  assert.ok(js + css < limit, `${js + css} bytes`);
});
