// Shows times where the reader is. The server renders in the zone it knows; here every `<time datetime data-zoned="…">`
// is written again in the zone of the device, or in the one chosen from `<select data-zone>`. `data-guess` on it means that
// nobody has chosen yet; `data-zone-name` elements repeat the zone's name, and hidden fields `data-zone-value` send it.
// Without JavaScript the select's own small form asks the server.

const select = document.querySelector("select[data-zone]");
const note = document.querySelector("[data-zone-note]");
const forms = {
  day: { weekday: "short", day: "numeric", month: "short" },
  date: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "short" },
  number: { day: "numeric" },
  month: { month: "short" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

if (select) start();

function start() {
  select.form.querySelector("[data-zone-button]")?.setAttribute("hidden", "");
  select.addEventListener("change", () => show(select.value));
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!("guess" in select.dataset) || !here || here === select.value) return;
  offer(here);
  select.value = here;
  show(here);
  if (!note) return;
  note.textContent = `${note.dataset.text} ${select.selectedOptions[0].textContent}`;
  note.hidden = false;
}

function offer(zone) {
  if ([...select.options].some((option) => option.value === zone)) return;
  select.add(new Option(zone.split("/").pop().replaceAll("_", " "), zone));
}

function show(zone) {
  for (const field of document.querySelectorAll("[data-zone-value]")) field.value = zone;
  if (note) note.hidden = true;
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  for (const time of document.querySelectorAll("time[data-zoned]")) {
    const form = { ...forms[time.dataset.zoned], timeZone: zone };
    time.textContent = new Intl.DateTimeFormat(language, form).format(new Date(time.dateTime));
  }
  for (const name of document.querySelectorAll("[data-zone-name]")) {
    name.textContent = select.selectedOptions[0].textContent;
  }
}
