// The page's templates and words. The server has written all of them; here they are cloned and filled in.

export const $ = (id) => document.getElementById(id);
export const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** A copy of `<template id="shape-…">`, with the elements that have a `data-slot` by name in `slots`. */
export function shape(name) {
  const element = $(`shape-${name}`).content.firstElementChild.cloneNode(true);
  const named = [...element.querySelectorAll("[data-slot]")].map((slot) => [slot.dataset.slot, slot]);
  element.slots = Object.fromEntries(named);
  return element;
}

/** Writes only a changed text, so that nothing is read out twice. */
export function text(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

export function show(element, isShown) {
  if (element && element.hidden === Boolean(isShown)) element.hidden = !isShown;
}

export function attribute(element, name, value) {
  if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** The sign of the sprite inside `element`. */
export function sign(element, name) {
  attribute(element.querySelector("use"), "href", `${meta("floor-icons")}#${name}`);
}

/** One child per item, in their order; children stay while their item stays, and with them focus and pictures. */
export function keyed(parent, items, make, update) {
  const old = (parent.children_ ??= new Map());
  const fresh = new Map();
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(item.id ?? item);
    const child = old.get(key) ?? make(item);
    fresh.set(key, child);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
    update(child, item);
  }
  for (const [key, child] of old) {
    if (fresh.get(key) === child) continue;
    child.leave?.();
    child.remove();
  }
  parent.children_ = fresh;
}
