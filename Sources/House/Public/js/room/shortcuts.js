// Keys for one hand, active while nobody is typing.

export const keys = [
  { key: "m", name: "mute" },
  { key: "v", name: "camera" },
  { key: "s", name: "screen" },
  { key: "h", name: "hand" },
  { key: "b", name: "pause" },
  { key: "c", name: "coaster" },
  { key: "t", name: "text" },
  { key: "l", name: "tables" },
  { key: "g", name: "glass" },
  { key: "?", name: "help" },
];

const byKey = new Map(keys.map(({ key, name }) => [key, name]));
const typing = "input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit]), textarea, select";

/** The shortcut's name, or null when the key means something else here. */
export function shortcut(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || event.defaultPrevented) return null;
  const { target } = event;
  if (target?.isContentEditable || target?.matches?.(typing)) return null;
  return byKey.get(event.key.toLowerCase()) ?? null;
}

/** True for the key that is held while one speaks. Buttons are then pressed by Enter alone. */
export function isTalkKey(event) {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (key !== " " || ctrlKey || altKey || metaKey) return false;
  return !target?.isContentEditable && !target?.matches?.("input, textarea, select, summary");
}
