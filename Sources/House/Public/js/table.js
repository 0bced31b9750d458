// Keeps one's place while people are moved at the table: a button inside `<div id="table" data-keeps-place>` posts in the
// background, the element of the same id is taken from the answer, and the pressed button keeps the focus (by its data-key).
// Without JavaScript the form posts and the page comes back from the top.

document.addEventListener("submit", async (event) => {
  const place = event.target.closest("[data-keeps-place]");
  if (!place || event.target.method !== "post") return;
  event.preventDefault();
  if (place.getAttribute("aria-busy") === "true") return;
  place.setAttribute("aria-busy", "true");
  const page = await post(event.target, event.submitter);
  const fresh = page?.getElementById(place.id);
  if (!fresh) return location.reload();
  place.replaceWith(fresh);
  refocus(fresh, event.submitter?.dataset.key);
});

async function post(form, submitter) {
  try {
    const body = new URLSearchParams(new FormData(form, submitter));
    // The buttons are called "action", and form.action would be them.
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}

function refocus(place, key) {
  const same = key && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const next = same && !same.disabled ? same : place.querySelector("h2[tabindex], h1[tabindex]");
  next?.focus();
}
