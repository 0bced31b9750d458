// Shows times where the reader is. The server renders in the zone it knows; here every `<time datetime data-zoned="…">`
// is written again in the zone of the device, or in the one chosen from `<select data-zone>`. `data-guess` on it means that
// nobody has chosen yet; `data-zone-name` elements repeat the zone's name, `data-zone-beside` has the host's time, and hidden
// fields `data-zone-value` send it. A choice is remembered at once by the select's own small form, which asks the server
// without JavaScript, too.

import { words } from "./dates.js";
import { deviceZone } from "./zones.js";

const select = document.querySelector("select[data-zone]");
const note = document.querySelector("[data-zone-note]");
const button = select?.form.querySelector("[data-zone-button]");

if (select) start();

function start() {
  button?.setAttribute("hidden", "");
  select.addEventListener("change", () => choose(select.value));
  if ("guess" in select.dataset) guess();
}

function guess() {
  const offered = [...select.options].map((option) => option.value);
  const device = deviceZone(offered, Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (device.isUncertain) return say(note?.dataset.ask);
  if (device.isOther) select.add(new Option(device.zone.split("/").pop().replaceAll("_", " "), device.zone));
  if (device.zone === select.value) return;
  const before = select.value;
  select.value = device.zone;
  if (show(device.zone)) return say(note && `${note.dataset.text} ${city()}`);
  select.value = before;
}

async function choose(zone) {
  if (!show(zone)) return button?.form.submit();
  say("");
  if (!button) return;
  const answer = await fetch(select.form.action, {
    method: "POST", body: new URLSearchParams({ zone }), redirect: "manual", keepalive: true,
  }).catch(() => null);
  if (answer?.type === "opaqueredirect") say(note?.dataset.saved);
}

/** Whether the browser knows the zone, and so the times could be written. */
function show(zone) {
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
  } catch {
    return false;
  }
  for (const field of document.querySelectorAll("[data-zone-value]")) field.value = zone;
  for (const name of document.querySelectorAll("[data-zone-name]")) name.textContent = city();
  return true;
}

function city() {
  return select.selectedOptions[0].textContent;
}

function say(sentence) {
  if (!note) return;
  note.textContent = sentence || "";
  note.hidden = !sentence;
}
