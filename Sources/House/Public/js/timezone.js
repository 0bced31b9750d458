// Shows times where the reader is. The server renders in the zone it knows; for the zone of the device, or the one
// chosen from `<select data-zone>`, it is asked for the same page again (`?zone=`), whose times are used: a browser's
// own rules may be older than the server's, and must not show another hour than the letter. `data-guess` on the select
// means that nobody has chosen yet. Times are `<time data-zoned="…">` and `data-zone-text`; `data-zone-name` elements
// repeat the zone's name, `data-zone-beside` has the host's time, and hidden fields `data-zone-value` send the zone. A
// choice is remembered at once by the select's own small form, which also works without JavaScript.

import { words } from "./dates.js";
import { deviceZone } from "./zones.js";

let select, note, button, hasTimes;

start();
document.addEventListener("placed", start);

function start() {
  const before = select;
  select = document.querySelector("select[data-zone]");
  if (!select || select === before) return;
  note = document.querySelector("[data-zone-note]");
  button = select.form.querySelector("[data-zone-button]");
  hasTimes = document.querySelector("time[data-zoned]") !== null;
  button?.setAttribute("hidden", "");
  select.addEventListener("change", () => choose(select.value));
  if ("guess" in select.dataset) guess();
}

async function guess() {
  const offered = [...select.options].map((option) => option.value);
  const device = deviceZone(offered, Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (device.isUncertain) return say(note?.dataset.ask);
  if (device.isOther) select.add(new Option(device.zone.split("/").pop().replaceAll("_", " "), device.zone));
  if (device.zone === select.value) return;
  const before = select.value;
  select.value = device.zone;
  if (await show(device.zone)) return say(note && `${note.dataset.text} ${city()}`);
  select.value = before;
}

async function choose(zone) {
  say("");
  const [isShown, isKept] = await Promise.all([show(zone), remember(zone)]);
  if (!isShown) return button?.form.submit();
  if (isKept) say(note?.dataset.saved);
}

async function remember(zone) {
  if (!button) return false;
  const answer = await fetch(select.form.action, {
    method: "POST", body: new URLSearchParams({ zone }), redirect: "manual", keepalive: true,
  }).catch(() => null);
  return answer?.type === "opaqueredirect";
}

/** True if the times could be written: by the server, or without it as far as the browser knows the zone. */
async function show(zone) {
  if (hasTimes && !(await ask(zone)) && !convert(zone)) return false;
  if (select.value !== zone) return true;
  for (const field of document.querySelectorAll("[data-zone-value]")) field.value = zone;
  for (const name of document.querySelectorAll("[data-zone-name]")) name.textContent = city();
  return true;
}

async function ask(zone) {
  const answer = await fetch(`${location.pathname}?${new URLSearchParams({ zone })}`).catch(() => null);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const times = "time[data-zoned], [data-zone-text], [data-zone-beside]";
  const [old, fresh] = [document, page].map((each) => [...each.querySelectorAll(times)]);
  if (old.length !== fresh.length || select.value !== zone) return select.value !== zone;
  old.forEach((place, index) => {
    place.replaceChildren(...fresh[index].childNodes);
    place.hidden = fresh[index].hidden;
  });
  return true;
}

function convert(zone) {
  const language = document.documentElement.lang;
  try {
    for (const time of document.querySelectorAll("time[data-zoned]")) {
      time.textContent = words(time.dataset.zoned, time.dateTime, zone, language);
    }
    for (const place of document.querySelectorAll("[data-zone-beside]")) {
      const [here, there] = [zone, place.dataset.zoneBeside].map((each) =>
        ["date", "time"].map((form) => words(form, place.dataset.time, each, language)).join());
      place.hidden = here === there;
    }
    return true;
  } catch {
    return false;
  }
}

function city() {
  return select.selectedOptions[0].textContent;
}

function say(sentence) {
  if (!note) return;
  note.textContent = sentence || "";
  note.hidden = !sentence;
}
