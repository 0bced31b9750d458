// Sentences that are put together here, from the words the server sent in the reader's language.

let words = {};
export const language = () => globalThis.document?.documentElement.lang || "en";

/** Takes the words of `<meta name="room-words">`; tests give their own. */
export function learn(json) {
  words = typeof json === "string" ? JSON.parse(json) : json;
}

/** The sentence with its `{places}` filled. A missing one shows its name. */
export function say(key, values = {}) {
  const sentence = words[key] ?? `⟦${key}⟧`;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** The sentence for one or for several. */
export function count(key, number, values = {}) {
  return say(`${key}.${number === 1 ? "one" : "other"}`, { count: number, ...values });
}

/** “Ada, Kim and Jo” in the reader's language. */
export function list(names) {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(names);
}
