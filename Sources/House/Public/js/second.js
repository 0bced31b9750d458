// Ten seconds to take it back: `<form data-second="Geht in # Sekunden hinaus." data-second-back="…" data-second-now="…">` is sent ten
// seconds after it was pressed; until then two buttons take it back or send it at once. Whoever leaves the page meanwhile has decided:
// it is sent as they go. Without JavaScript it is sent at once.

const seconds = 10;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const pressed = event.submitter;
  if (!form.dataset.second || pressed?.dataset.second === "never" || "natively" in form.dataset) return;
  event.preventDefault();
  if (form.nextElementSibling?.matches(".second")) return;
  wait(form, pressed);
});

function wait(form, pressed) {
  const bar = document.createElement("div");
  bar.className = "notice second";
  bar.setAttribute("role", "status");
  const text = document.createElement("p");
  const clock = document.createElement("span");
  clock.setAttribute("aria-hidden", "true");
  text.append(form.dataset.second.replace("#", seconds), " ", clock);
  const [now, back] = [button(form.dataset.secondNow, "button small"), button(form.dataset.secondBack, "button small primary")];
  const actions = document.createElement("div");
  actions.className = "actions";
  actions.append(back, now);
  bar.append(text, actions);
  form.after(bar);
  form.inert = true;
  back.focus();
  bar.scrollIntoView({ block: "nearest" });
  let left = seconds;
  const timer = setInterval(() => {
    left -= 1;
    clock.textContent = `(${left})`;
    if (left <= 0) send();
  }, 1000);
  const leave = () => navigator.sendBeacon(form.getAttribute("action"), new URLSearchParams(new FormData(form, pressed)));
  addEventListener("pagehide", leave);
  const stop = () => {
    clearInterval(timer);
    removeEventListener("pagehide", leave);
    form.inert = false;
    bar.remove();
  };
  const send = () => {
    stop();
    form.dataset.natively = "";
    form.requestSubmit(pressed);
  };
  now.addEventListener("click", send);
  back.addEventListener("click", () => {
    stop();
    pressed?.focus();
  });
}

function button(words, style) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.textContent = words;
  return made;
}
