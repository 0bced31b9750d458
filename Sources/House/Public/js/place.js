// Keeps the reader's place: a form inside an element with an id and `data-keeps-place` posts in the background, the
// element of the same id is taken from the answer, and the page stays where it was. The pressed button keeps the focus
// (by its `data-key`, or name and value), anything typed in other forms there stays, anything unfolded stays unfolded,
// and the answer's message (`data-said`) is announced in a live region. An answer without such an element, or a failed
// request, is left to the browser. Other modules look at the new elements on the event "placed". Without JavaScript the
// form posts and the page is reloaded.

import { changed, restore, settle } from "./typed.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const place = form.closest("[data-keeps-place]");
  if (event.defaultPrevented || !place || form.method !== "post" || "natively" in form.dataset) return;
  event.preventDefault();
  if (place.getAttribute("aria-busy") === "true") return;
  place.setAttribute("aria-busy", "true");
  const page = await post(form, event.submitter, place.id);
  if (page === "elsewhere") return;
  if (!page) return leaveToBrowser(form, event.submitter, place);
  renew(place, page, form, event.submitter);
});

async function post(form, submitter, id) {
  try {
    const fields = new FormData(form, submitter);
    const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
    // A button may be called "action", and form.action would then return it.
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
      settle(form);
      location.assign(answer.url);
      return "elsewhere";
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(id) ? page : null;
  } catch {
    return null;
  }
}

/** The browser shows the error as it would without this module. */
function leaveToBrowser(form, submitter, place) {
  place.removeAttribute("aria-busy");
  form.dataset.natively = "";
  form.requestSubmit(submitter);
}

function renew(place, page, form, submitter) {
  const [typed, unfolded] = [changed(place, form), summaries(place, "details[open]")];
  const pressed = submitter ?? form;
  const [selector, before, heading] = [selectorOf(pressed, form), pressed.getBoundingClientRect().top, headingOf(pressed)];
  const fresh = page.getElementById(place.id);
  const words = fresh.querySelector("[data-said]")?.textContent.trim();
  keepFiles(place, fresh);
  place.replaceWith(fresh);
  document.title = page.title;
  restore(fresh, typed);
  for (const [words, details] of summaries(fresh, "details")) if (unfolded.has(words)) details.open = true;
  stay(fresh, selector, heading, before);
  if (words) say(words);
  document.dispatchEvent(new Event("placed"));
}

/** A page can't choose a file for the user, so the old field is kept. */
function keepFiles(place, fresh) {
  for (const field of place.querySelectorAll("input[type=file]")) {
    const same = fresh.querySelector(`input[type=file][name="${CSS.escape(field.name)}"]`);
    if (!field.files.length || !same) continue;
    same.replaceWith(field);
    const error = fresh.querySelector(`#${CSS.escape(field.id)}-error`);
    if (error) error.hidden = true;
  }
}

function summaries(place, selector) {
  return new Map([...place.querySelectorAll(selector)].map((each) => [each.querySelector("summary")?.textContent, each]));
}

function selectorOf(pressed, form) {
  if (pressed.dataset.key) return `[data-key="${CSS.escape(pressed.dataset.key)}"]`;
  const name = pressed.name ? `[name="${CSS.escape(pressed.name)}"][value="${CSS.escape(pressed.value)}"]` : "[type=submit]";
  return `form[action="${CSS.escape(form.getAttribute("action"))}"] button${name}`;
}

function headingOf(pressed) {
  return pressed.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
}

/** The pressed button, or else the heading over it, stays where it was on the screen. */
function stay(fresh, selector, heading, before) {
  const error = fresh.querySelector("[aria-invalid=true]");
  if (error) return error.focus();
  const same = fresh.querySelector(selector);
  const next = same && !same.disabled ? same : heading && document.getElementById(heading);
  const target = next || fresh.querySelector("h2[tabindex], h1[tabindex]");
  if (!target) return;
  if (!target.matches("button, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (target === same) return scrollBy({ top: same.getBoundingClientRect().top - before, behavior: "instant" });
  target.scrollIntoView({ block: "nearest" });
}

let region;

function say(words) {
  if (!region) {
    region = document.createElement("p");
    region.className = "said";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => { region.textContent = words; }, 50); // An empty region first, so that the same words are said again.
  clearTimeout(region.timer);
  region.timer = setTimeout(() => { region.textContent = ""; }, 6000);
}
