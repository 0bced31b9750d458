import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";

const web = new URL("../../Sources/House/", import.meta.url);
const read = (path) => readFileSync(new URL(path, web));
const limit = 60 * 1000;

/** Modules that only pages of an installation with a media server load, as a file of their own. */
const forMediaServer = /\/(sfu|seal)[\w-]*\.js$/;

/** The size fetched by a browser that takes nothing better than gzip, in one piece (`ModuleBundle`). */
const weight = (texts) => gzipSync(texts.join("\n"), { level: 9 }).length;

/** A file without the comments and indentation that `AssetText` leaves out. */
function sent(path) {
  const text = read(path).toString();
  const bare = text.replace(/^ *\/\*[^]*?\*\/$/gm, (comment) => "\n".repeat(comment.split("\n").length - 1));
  return bare.replace(/^ *\/\/.*$/gm, "").replace(/^ +/gm, "");
}

/** The page's style sheets are one file. */
function sheet(names) {
  const parts = names.map((name) => sent(`Public/css/${name}.css`)).join("").split('"');
  const tight = (rules) => [" {", "{ ", "; ", ": ", ", ", " }", "} "].reduce((all, mark) => all.replaceAll(mark, mark.trim()), rules).replaceAll(";}", "}");
  return parts.map((part, index) => (index % 2 ? part : tight(part))).join('"');
}

function modules(folder) {
  const entries = readdirSync(new URL(folder, web), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? modules(`${folder}${entry.name}/`) : [folder + entry.name]));
}

test("The room page's own JavaScript and CSS weigh less than 60 kB compressed", () => {
  const page = read("../RoomPages/RoomPage.swift").toString();
  const sheets = [...page.match(/styleSheets: \[String\] \{ \[(.*?)\]/)[1].matchAll(/"([\w-]+)"/g), ...page.match(/ownStyleSheets = \[([^\]]*)\]/)[1].matchAll(/"([\w-]+)"/g)];
  const css = weight([sheet(sheets.map(([, name]) => name))]);
  // Only the gallery loads the gallery's frozen room.
  const js = weight(modules("Public/js/room/").filter((path) => !path.endsWith("/sample.js") && !forMediaServer.test(path)).map(sent));
  console.log(`JavaScript ${js} bytes, CSS ${css} bytes, together ${js + css}`);
  assert.ok(sheets.length >= 4);
  assert.ok(js + css < limit, `${js + css} bytes`);
});

test("The modules for a media server weigh less than 8 kB compressed, with what they share with the page", () => {
  const shared = ["clock", "health", "news", "noting", "quality"].map((name) => `Public/js/room/${name}.js`);
  const js = weight([...modules("Public/js/room/").filter((path) => forMediaServer.test(path)), ...shared].map(sent));
  console.log(`JavaScript for a media server ${js} bytes`);
  assert.ok(js < 8 * 1000, `${js} bytes`);
});
