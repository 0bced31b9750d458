// A `<progress data-progress="/imports/7/progress">` asks how far the work is and shows it. The answer is JSON:
// {"value": 62, "max": 100, "text": "…", "heading": "…", "location": "/imports/7" when done}. Without JavaScript a
// `<meta http-equiv="refresh">` inside `<noscript>` reloads the page.

const bar = document.querySelector("progress[data-progress]");
const text = document.querySelector("[data-progress-text]");
const heading = document.querySelector("[data-progress-heading]");
const slowest = 10_000;

if (bar) ask(1_000);

async function ask(pause) {
  await new Promise((done) => setTimeout(done, pause));
  try {
    const answer = await fetch(bar.dataset.progress, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    const state = await answer.json();
    if (state.location) return location.replace(state.location);
    show(state);
    ask(1_000);
  } catch {
    ask(Math.min(pause * 2, slowest)); // The server may be restarting: ask again, less often.
  }
}

function show(state) {
  bar.max = state.max;
  bar.value = state.value;
  write(text, state.text);
  write(heading, state.heading);
}

function write(element, words) {
  if (element && words && element.textContent !== words) element.textContent = words;
}
