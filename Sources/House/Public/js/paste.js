// `<textarea data-paste>`: text pasted from a web page, from Word or from a mail keeps the addresses of its links and
// the cells of its tables. Without JavaScript, or if the plain text says as much, the browser pastes as always.

import { tellsMore, written } from "./pasted.js";

for (const area of document.querySelectorAll("[data-paste]")) {
  area.addEventListener("paste", (event) => paste(area, event));
}

function paste(area, event) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (html === "") return;
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!tellsMore(page.body, event.clipboardData.getData("text/plain"))) return;
  event.preventDefault();
  area.setRangeText(written(page.body), area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
