// Counts while somebody types, and warns before unsaved words are left behind. `<output for="why"
// data-count="characters|words" data-pattern="# von 400 Zeichen">` counts the field it is for. `<form data-dirty>`
// makes the browser ask before the page is left with unsent changes.

import { isChanged } from "./typed.js";

start();
document.addEventListener("placed", start);

function start() {
  for (const output of document.querySelectorAll("output[data-count]")) follow(output);
}

function follow(output) {
  const field = document.getElementById(output.htmlFor.value);
  const show = () => {
    output.textContent = output.dataset.pattern.replace("#", count(field.value, output.dataset.count));
  };
  field.addEventListener("input", show);
  show();
}

function count(text, what) {
  if (what === "words") return text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
  return [...text].length;
}

let isSending = false;
addEventListener("submit", (event) => { isSending = !event.defaultPrevented; }); // On the window: after modules that prevent it.
addEventListener("pageshow", () => { isSending = false; });
addEventListener("beforeunload", (event) => {
  const forms = [...document.querySelectorAll("form[data-dirty]")];
  if (!isSending && forms.some((form) => [...form.elements].some(isChanged))) event.preventDefault();
});
