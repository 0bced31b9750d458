// Notices that the page did not run for a while: the lid was closed, or the browser had frozen the tab. Timers of pages in the
// background come as seldom as once a minute, which is no sleep.

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
