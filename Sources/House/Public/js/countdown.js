// Says how long it is until a time, updated every half minute: `<p data-countdown="2026-12-03T17:30:00Z" data-text="It
// begins #." hidden>`. Without JavaScript the date above says it.

const units = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]];

showAll();
setInterval(showAll, 30_000);
document.addEventListener("placed", showAll);

function showAll() {
  for (const place of document.querySelectorAll("[data-countdown]")) show(place);
}

function show(place) {
  const left = new Date(place.dataset.countdown) - Date.now();
  place.hidden = left <= 0;
  if (left > 0) place.textContent = place.dataset.text.replace("#", words(left));
}

/** The largest unit that fits at least twice, rounded; minutes otherwise. */
function words(left) {
  const [unit, length] = units.find(([, length]) => left >= 2 * length) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(document.documentElement.lang).format(Math.max(1, Math.round(left / length)), unit);
}
