// The page's reaction to the closing of the socket: the table of close codes in docs/protocol.md. `wait` is in
// milliseconds; null for the growing pause of a line that may come back at any time.

const byCode = {
  1000: { reason: "left" },
  1002: { isSecondFinal: true },
  1007: { isSecondFinal: true },
  1008: { wait: 60_000 },
  1009: { isSecondFinal: true },
  1013: { wait: 100 },
  4001: { reason: "invalid" },
  4002: { reason: "elsewhere" },
  4003: { reason: "ended" },
  4004: { isMoved: true },
};

/** `{reason}` when it is for good, `{wait}` when the page comes back. `announced` is the pause a `bye` asked for. */
export function closing(code, { announced = null, wasBroken = false } = {}) {
  const { reason, wait = null, isSecondFinal = false, isMoved = false } = byCode[code] ?? {};
  if (reason) return { reason };
  if (isSecondFinal && wasBroken) return { reason: "broken" };
  return { wait: announced ?? wait, isBroken: isSecondFinal, isMoved };
}

/** The socket's address at the server that a close names; as it was where none is named. */
export function movedTo(url, place) {
  if (!/^\/n\/[a-z0-9-]+$/.test(place ?? "")) return url;
  return url.replace(/^(\w+:\/\/[^/]*)(\/n\/[a-z0-9-]+)?/, `$1${place}`);
}

/** The address by which any server is reached. */
export function anywhere(url) {
  return url.replace(/^(\w+:\/\/[^/]*)\/n\/[a-z0-9-]+/, "$1");
}

/** The pause before the next attempt: short at first, because a restart takes a second, and different for each page. */
export function pause(attempt, chance = Math.random()) {
  return Math.round(Math.min(15_000, 250 * 1.6 ** attempt) * (0.7 + 0.6 * chance));
}
