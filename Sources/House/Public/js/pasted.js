// Converts the HTML that a browser or an office program puts on the clipboard into text that keeps the addresses of
// links: rows of a table become lines with tabs between the cells, items and paragraphs become lines. It uses only
// `nodeType`, `nodeName`, `childNodes`, `data` and `getAttribute` of a node.

const blocks = new Set(
  "ADDRESS ARTICLE BLOCKQUOTE BODY DD DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE UL".split(" "),
);
const unread = new Set("SCRIPT STYLE TEMPLATE HEAD TITLE NOSCRIPT SVG BUTTON SELECT".split(" "));

/** The text of a document; empty if there is none. */
export function written(root) {
  return tidy(text(root));
}

/** True if the HTML tells more than the plain text beside it: an address behind a link, or the cells of a table. */
export function tellsMore(root, plain) {
  const all = text(root);
  const addresses = all.match(/<[^<>\s]+@[^<>\s]+>/g) ?? [];
  return addresses.some((address) => !plain.includes(address.slice(1, -1))) || (all.includes("\t") && !plain.includes("\t"));
}

function text(node) {
  if (node.nodeType === 3) return node.data.replace(/\s+/g, " ");
  const name = (node.nodeName ?? "").toUpperCase();
  if (unread.has(name)) return "";
  if (name === "BR") return "\n";
  const inner = [...node.childNodes].map(text).join("");
  if (name === "TD" || name === "TH") return inner.replace(/\s+/g, " ").trim() + "\t";
  if (name === "TR") return "\n" + inner.replace(/\t$/, "") + "\n";
  if (name === "A") return linked(inner, node.getAttribute("href") ?? "");
  return blocks.has(name) ? `\n${inner}\n` : inner;
}

function linked(inner, target) {
  const match = /^mailto:([^?,]+)/i.exec(target);
  if (!match) return inner;
  const address = decoded(match[1]);
  if (inner.toLowerCase().includes(address.toLowerCase())) return inner;
  return inner.trim() ? `${inner} <${address}>` : address;
}

function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function tidy(whole) {
  const lines = whole.split("\n").map((line) => line.replace(/^ +| +$/g, "").replace(/ *\t */g, "\t"));
  return lines.filter((line) => line.trim() !== "").join("\n");
}
