// Some seconds for undoing an action, counted by the server: `<section data-second="10" data-gone="It has left."><span
// data-left>10</span>`. It counts them down and then shows the page as it is afterwards, unless something was typed on
// it in the meantime.

let typed = false;
document.addEventListener("input", () => {
  typed = true;
});

for (const notice of document.querySelectorAll("[data-second]")) count(notice);

function count(notice) {
  const end = performance.now() + Number(notice.dataset.second) * 1000;
  const place = notice.querySelector("[data-left]");
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    place.textContent = left;
    if (left > 0) return;
    clearInterval(timer);
    notice.querySelector("form").inert = true;
    // The server looks every second.
    setTimeout(() => (typed ? tell(notice) : location.reload()), 2500);
  }, 250);
}

function tell(notice) {
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  notice.replaceChildren(words);
  words.textContent = notice.dataset.gone;
}
