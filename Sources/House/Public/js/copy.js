// Copy buttons: `<button type="button" data-copy="id" data-copied="Kopiert" hidden>`.
// Without JavaScript the button stays hidden and the text can be selected by hand.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const text = source.value ?? (source.innerText || source.textContent); // Folded away, a text is not rendered.
  try {
    await navigator.clipboard.writeText(text);
    announce(button);
  } catch {
    select(source); // Without permission the reader can still press Ctrl+C.
  }
}

function announce(button) {
  const label = button.querySelector("[data-label]") ?? button;
  const before = label.textContent;
  label.textContent = button.dataset.copied;
  label.setAttribute("role", "status");
  setTimeout(() => {
    label.textContent = before;
    label.removeAttribute("role");
  }, 2500);
}

function select(source) {
  if (source.select) return source.select();
  getSelection().selectAllChildren(source);
}
