// Turns pages with the arrow keys, if a page links to others by `rel="prev"` and `rel="next"`; inside a form, Ctrl and
// Enter press its button `data-enter`. Without JavaScript the links and the button are there.

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return field?.form?.querySelector("[data-enter]")?.click();
  if (field || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (rel) document.querySelector(`main a[rel="${rel}"]`)?.click();
});
