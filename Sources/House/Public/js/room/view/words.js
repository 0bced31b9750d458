// Sentences assembled here from the words the server sent in the reader's language; and times for them, in
// milliseconds.

let words = {};
export const language = () => globalThis.document?.documentElement.lang || "en";

/** Takes the words of `#room-words`; tests pass their own. */
export function learn(json) {
  words = typeof json === "string" ? JSON.parse(json) : json;
}

/** The sentence with its `{places}` filled. A missing value shows its name. */
export function say(key, values = {}) {
  const sentence = words[key] ?? `⟦${key}⟧`;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => apart(values[name] ?? ""));
}

/** Isolates a name written in the other direction, so that it reverses nothing of the sentence around it. */
function apart(value) {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(value) ? `\u2068${value}\u2069` : value;
}

/** The sentence for one or for several. */
export function count(key, number, values = {}) {
  return say(`${key}.${number === 1 ? "one" : "other"}`, { count: number, ...values });
}

/** “Ada, Kim and Jo” in the reader's language. */
export function list(names) {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(names);
}

/** `4:05`, `-0:30` when it is over. */
export function clock(left) {
  const seconds = Math.abs(Math.ceil(left / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return left <= -1000 ? `-${text}` : text;
}

/** The share of a part that has passed, 0…1. */
export function share(from, to, now) {
  if (to <= from) return 1;
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}

/** The time left of a part; a held clock stands still. */
export function left(clock, now) {
  return clock.endsAt - (clock.heldSince ?? now);
}

/** Days, hours and minutes until the doors open, the two largest that count. */
export function until(start, now) {
  const minutes = Math.max(0, Math.ceil((start - now) / 60000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return [["days", days], ["hours", hours]].filter(([, n]) => n > 0);
  if (hours > 0) return [["hours", hours], ["minutes", rest]].filter(([, n]) => n > 0);
  return [["minutes", rest]];
}
