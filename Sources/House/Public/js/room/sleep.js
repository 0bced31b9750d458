// Detects that the page was suspended: the lid was closed, or the browser froze the tab. Timers of background pages may
// run as seldom as once a minute, which doesn't count.

import { systemClock } from "./clock.js";

const look = 5_000;
const asleep = 90_000;

/** Calls `wake` after each sleep. */
export function watchSleep(wake, clock = systemClock) {
  let last = clock.now();
  return clock.every(look, () => {
    const now = clock.now();
    if (now - last > asleep) wake();
    last = now;
  });
}
