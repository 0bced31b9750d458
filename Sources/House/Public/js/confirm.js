// Asks before something is lost: `<a href="/people/7/erasure" data-dialog="erase">` opens `<dialog id="erase">` on the
// same page. The dialog contains the confirming page's own form; without JavaScript the link leads to that page.
// `<button type="button" data-close>` inside closes it, as Escape does.

for (const opener of document.querySelectorAll("[data-dialog]")) {
  const dialog = document.getElementById(opener.dataset.dialog);
  if (!dialog?.showModal) continue;
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  for (const closer of dialog.querySelectorAll("[data-close]")) {
    closer.addEventListener("click", () => dialog.close());
  }
}
