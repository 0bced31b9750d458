// Saves what was typed when its field is left: in `<form data-autosave="Gespeichert" data-unsaved="Noch nicht
// gespeichert">` the field is posted alone, together with the form's hidden ones, and the words appear under it.
// Without JavaScript the form's button saves everything.

document.addEventListener("change", async ({ target: field }) => {
  const form = field.form;
  if (!form?.matches("[data-autosave]") || !field.matches("textarea, input:not([type=radio], [type=checkbox])")) return;
  const value = field.value;
  const hidden = [...form.querySelectorAll("input[type=hidden]")].map((each) => [each.name, each.value]);
  const body = new URLSearchParams([...hidden, [field.name, value]]);
  const answer = await fetch(form.getAttribute("action"), {
    method: "POST", body, redirect: "manual", keepalive: true,
  }).catch(() => null);
  const isSaved = answer?.type === "opaqueredirect";
  if (isSaved) field.defaultValue = value;
  note(field, isSaved ? form.dataset.autosave : form.dataset.unsaved, isSaved);
});

document.addEventListener("input", ({ target: field }) => {
  if (field.form?.matches("[data-autosave]")) notes.get(field)?.replaceChildren();
});

const notes = new WeakMap();

function note(field, words, isSaved) {
  let place = notes.get(field);
  if (!place) {
    place = document.createElement("output");
    place.setAttribute("for", field.id);
    notes.set(field, place);
    field.after(place);
  }
  place.className = isSaved ? "autosaved" : "autosaved error";
  place.textContent = words;
}
