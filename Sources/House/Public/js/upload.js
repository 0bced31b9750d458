// Lets a file be dropped on `[data-drop]`, and refuses one that is too large before it is sent. `<input type="file"
// data-limit="bytes" data-too-large="words">`; the words appear in the element `<id>-error`.

start();
document.addEventListener("placed", start);

function start() {
  for (const area of document.querySelectorAll("[data-drop]")) listen(area);
}

function listen(area) {
  const input = area.querySelector("input[type=file]");
  input.addEventListener("change", () => check(input));
  for (const kind of ["dragenter", "dragover"]) area.addEventListener(kind, (event) => hover(area, event, true));
  for (const kind of ["dragleave", "drop"]) area.addEventListener(kind, (event) => hover(area, event, false));
  area.addEventListener("drop", (event) => take(input, event.dataTransfer.files));
}

function hover(area, event, over) {
  event.preventDefault();
  area.classList.toggle("over-it", over);
}

function take(input, files) {
  if (files.length === 0) return;
  input.files = files;
  check(input);
}

function check(input) {
  const tooLarge = (input.files[0]?.size ?? 0) > Number(input.dataset.limit);
  const error = document.getElementById(`${input.id}-error`);
  const words = tooLarge ? input.dataset.tooLarge : "";
  input.setCustomValidity(words);
  input.toggleAttribute("aria-invalid", tooLarge);
  if (tooLarge) input.setAttribute("aria-invalid", "true");
  error.textContent = words;
  error.hidden = !tooLarge;
}
