// The look of people without a picture: initials, a colour, the glass they hold.

const title = /^(dr|prof|mag|dipl)\b\.?/i;

/** First letters of the first and the last word of a name, without titles. */
export function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !title.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word][0].toLocaleUpperCase()).join(between(ends)) || "?";
}

/** Letters that join when they stand together would make a word of two initials. */
const between = (words) => (words.some((word) => /\p{Script=Arabic}/u.test(word)) ? "\u200c" : "");

export const firstName = (name) => name.split(/\s+/).find((word) => !title.test(word)) ?? name;

/** One of eight colours, always the same for the same person. */
export function colour(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % 8;
}

const glasses = [
  [2, /tea|tee\b|coffee|kaff|espresso|chai|kakao|cocoa/i],
  [6, /sekt|sparkling|champ|prosecco|crémant|cava/i],
  [3, /cocktail|martini|negroni|mocktail|spritz|gin/i],
  [4, /wein|wine|riesling|merlot|schorle|saft|juice/i],
  ["beer", /bier|beer|pils|ale\b|lager|stout|weizen|radler/i],
  [5, /whisk|rum\b/i],
];

/** The sign of the glass for a drink; water for unknown drinks. */
export function glassOf(drink) {
  return `glass-${glasses.find(([, words]) => words.test(drink))?.[0] ?? 1}`;
}
