// Input in forms that has not been sent: found, and restored in the same forms of a renewed page.

/** The fields in `place` whose values differ from the page's original ones, except those of `sent`. */
export function changed(place, sent) {
  return [...place.querySelectorAll("form")].filter((form) => form !== sent)
    .flatMap((form) => [...form.elements].filter(isChanged).map((field) => remembered(form, field)));
}

export function restore(place, fields) {
  for (const { action, name, value, isChecked } of fields) {
    const form = [...place.querySelectorAll("form")].find((each) => each.getAttribute("action") === action);
    const named = [...(form?.elements ?? [])].filter((field) => field.name === name);
    const field = isChecked === undefined ? named[0] : named.find((each) => each.value === value);
    if (!field) continue;
    if (isChecked === undefined) field.value = value;
    else field.checked = isChecked;
  }
}

/** Marks the form's fields as stored in their present state. */
export function settle(form) {
  for (const field of form.elements) {
    if ("defaultValue" in field && isChanged(field)) field.defaultValue = field.value;
  }
}

export function isChanged(field) {
  if (field.matches("input[type=radio], input[type=checkbox]")) return field.checked !== field.defaultChecked;
  if (field.matches("input:not([type=hidden], [type=file]), textarea")) return field.value !== field.defaultValue;
  return false;
}

function remembered(form, field) {
  const isTicked = field.matches("input[type=radio], input[type=checkbox]");
  return {
    action: form.getAttribute("action"), name: field.name, value: field.value,
    isChecked: isTicked ? field.checked : undefined,
  };
}
