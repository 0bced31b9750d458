// Counts while one writes, and warns before unsaved words are left behind.
// `<output for="why" data-count="characters|words" data-pattern="# von 400 Zeichen">` counts the field it is for.
// `<form data-dirty>` makes the browser ask before the page is left with unsent changes.

for (const output of document.querySelectorAll("output[data-count]")) {
  const field = document.getElementById(output.htmlFor.value);
  const show = () => {
    output.textContent = output.dataset.pattern.replace("#", count(field.value, output.dataset.count));
  };
  field.addEventListener("input", show);
  show();
}

for (const form of document.querySelectorAll("form[data-dirty]")) warn(form);

function count(text, what) {
  if (what === "words") return text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
  return [...text].length;
}

function warn(form) {
  let dirty = false;
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", () => { dirty = false; });
  addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
}
