// The zone a device is in, as far as its browser tells.

/**
 * The zone among those offered that the device is in: `{ zone }`. A browser may know it by an old name (`Asia/Calcutta`), which
 * means the offered one that it calls the same. Where it isn't offered it is `{ zone, isOther: true }`. Where the clocks show UTC all
 * year it is `{ isUncertain: true }`: browsers say so to hide where somebody is. So it is with `Etc/Unknown`, which Chromium says where
 * the system's zone has no name.
 */
export function deviceZone(offered, here, now = Date.now()) {
  if (!here || here === "Etc/Unknown" || hides(here, now)) return { isUncertain: true };
  if (offered.includes(here)) return { zone: here };
  const same = offered.find((zone) => canonical(zone) === canonical(here));
  return same ? { zone: same } : { zone: here, isOther: true };
}

function hides(zone, now) {
  const half = 182 * 86_400_000;
  const minute = Math.floor(now / 60_000) * 60_000;
  return [minute, minute + half].every((time) => offset(zone, time) === 0);
}

/** Minutes east of UTC; nothing for a zone that this browser doesn't know. */
function offset(zone, time) {
  try {
    const format = new Intl.DateTimeFormat("en-u-nu-latn", {
      timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23",
    });
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
    return Math.round((shown - time) / 60_000);
  } catch {
    return undefined;
  }
}

function canonical(zone) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
