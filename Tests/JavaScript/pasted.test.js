import assert from "node:assert/strict";
import test from "node:test";

import { tellsMore, written } from "../../Sources/House/Public/js/pasted.js";

const word = (data) => ({ nodeType: 3, data });
const node = (nodeName, children = [], attributes = {}) => ({
  nodeType: 1,
  nodeName,
  childNodes: children.map((child) => (typeof child === "string" ? word(child) : child)),
  getAttribute: (name) => attributes[name] ?? null,
});
const link = (text, href) => node("A", [text], { href });

test("A table's cells stay apart, and the address behind a link joins its text", () => {
  const row = (...cells) => node("TR", cells.map((cell) => node("TD", [cell])));
  const table = node("TABLE", [row("Name", "E-Mail"), "\n", row("Anna", link("E-Mail", "mailto:anna%40example.org?subject=x"))]);
  const body = node("BODY", [node("STYLE", ["td {}"]), table]);
  assert.equal(written(body), "Name\tE-Mail\nAnna\tE-Mail <anna@example.org>");
  assert.ok(tellsMore(body, "Name E-Mail Anna E-Mail"));
});

test("Items and paragraphs are lines", () => {
  const body = node("BODY", [node("UL", [node("LI", ["Anna,\n  Chefin"]), node("LI", ["Bea"])]), node("P", ["Carl", node("BR"), "Dora"])]);
  assert.equal(written(body), "Anna, Chefin\nBea\nCarl\nDora");
});

test("Where the plain text says as much, the browser pastes as always", () => {
  const body = node("BODY", [node("P", ["Anna ", link("anna@example.org", "mailto:anna@example.org"), link("Seite", "https://example.org")])]);
  assert.ok(!tellsMore(body, "Anna anna@example.org Seite"));
  assert.equal(written(body), "Anna anna@example.orgSeite");
});

test("A link that can't be decoded stays as it is", () => {
  assert.equal(written(node("BODY", [link("Anna", "mailto:%E0@example.org")])), "Anna <%E0@example.org>");
});
