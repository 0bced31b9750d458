// The actions of buttons: `data-do` names one, and its function is found here. Forms with `data-do` send their input.

import { tell } from "./told.js";

const actions = new Map();

export function on(name, does) {
  actions.set(name, does);
}

export function act(name, element = null, value = "") {
  return actions.get(name)?.(element, value);
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-do]");
    if (button && button.getAttribute("aria-disabled") !== "true") act(button.dataset.do, button);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[method=dialog]");
    if (!form) return;
    event.preventDefault();
    const field = form.elements.text;
    act(form.dataset.do ?? form.id, form, field?.value.trim() ?? "");
  });
}

/** Asks the floor, and shows the reason for a refusal. Resolves to true if it was done. */
export async function ask(room, kind, fields = {}) {
  try {
    await room.ask(kind, fields);
    return true;
  } catch (refusal) {
    refused(refusal);
    return false;
  }
}

export function refused(refusal) {
  if (refusal?.text) tell(refusal.text);
  else if (!refusal?.code) throw refusal;
}
