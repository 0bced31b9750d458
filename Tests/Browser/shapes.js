// Faults in the controls of a page: those off the screen, under another, or with a label that overflows; and
// overlapping names.
() => {
  const faults = [];
  const name = (one) => (one.getAttribute("aria-label") || one.textContent || one.id || one.name || "").trim().replace(/\s+/g, " ").slice(0, 30);
  const scrolls = (box, side) => /auto|scroll/.test(getComputedStyle(box)[`overflow${side}`]);
  const isOut = document.querySelector("dialog[open]") ? "dialog[open] " : "";
  for (const one of document.querySelectorAll(`${isOut}button, ${isOut}a[href], ${isOut}input, ${isOut}select, ${isOut}textarea`)) {
    // A control half outside a scrolling pane is looked at where a person would scroll it to.
    one.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    if (one.closest(".visually-hidden")) continue;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width < 3 || box.height < 3 || box.bottom < 0 || style.pointerEvents === "none") continue;
    // A control that can be scrolled to is not lost: only the visible part is looked at.
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    let [isSideways, isDown] = [false, false];
    for (let outer = one.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      const edge = outer.getBoundingClientRect();
      if (scrolls(outer, "X") && outer.scrollWidth > outer.clientWidth) [left, right, isSideways] = [Math.max(left, edge.left), Math.min(right, edge.right), true];
      if (scrolls(outer, "Y") && outer.scrollHeight > outer.clientHeight) [top, bottom, isDown] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom), true];
    }
    if (right - left < 12 || bottom - top < 12) { if (isSideways || isDown) continue; }
    if (left < -1 || right > innerWidth + 1) faults.push(`${name(one)} leaves the screen: ${Math.round(left)}–${Math.round(right)} of ${innerWidth}`);
    if (!scrolls(document.documentElement, "Y") && getComputedStyle(document.body).overflowY === "hidden" && (top < -1 || bottom > innerHeight + 1)) {
      faults.push(`${name(one)} leaves the screen: ${Math.round(top)}–${Math.round(bottom)} down of ${innerHeight}`);
    }
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const met = document.elementFromPoint(x, y);
    if (met && met !== one && !one.contains(met) && !met.contains(one) && !met.closest("label")?.contains(one)) {
      faults.push(`${name(one)} lies under ${met.closest("button, a, [id]")?.id || met.className || met.tagName}`);
    }
    if (one.matches(".control, .bar button") && one.querySelector("[data-label], span")?.getBoundingClientRect().width > 2 && one.scrollWidth > one.clientWidth + 2) faults.push(`the label of ${name(one)} runs over`);
  }
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 1) faults.push(`the page is ${wide} pixels wider than the screen`);
  // The words themselves: a label that wraps is as wide as its control.
  const words = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const lines = [...range.getClientRects()];
    return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
  };
  const labels = [...document.querySelectorAll(".dock .control > [data-label]")].filter((one) => one.getBoundingClientRect().width > 2).map(words);
  labels.forEach(({ left }, index) => {
    if (index && labels[index - 1].right > left - 1) faults.push(`labels touch at ${Math.round(left)}`);
  });
  const heading = document.querySelector(".bar-title h1");
  if (heading?.checkVisibility() && heading.clientWidth < 80) faults.push(`the evening's title has ${heading.clientWidth} pixels`);
  const timer = document.getElementById("part-left");
  if (timer?.checkVisibility() && timer.textContent && timer.getBoundingClientRect().right > timer.parentElement.getBoundingClientRect().right + 1) {
    faults.push("the time left is cut off");
  }
  const faces = [...document.querySelectorAll(".faces:not([hidden]), .spotlight")].filter((one) => one.checkVisibility() && one.children.length);
  for (const one of faces) {
    const tile = one.firstElementChild.getBoundingClientRect();
    if (tile.height < 80) faults.push(`a face is ${Math.round(tile.height)} pixels high`);
  }
  // Names and initials of people side by side, in any script.
  for (const group of document.querySelectorAll(".boards, .places, .people-row, .audience, .people-list")) {
    const seen = [...group.querySelectorAll(".guest-name, .person-name, .face")].filter((one) => one.checkVisibility() && one.textContent.trim());
    const boxes = seen.map((one) => ({ one, holder: one.closest(".guest, li"), box: one.getBoundingClientRect() }));
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        if (a.holder === b.holder || a.one.className !== b.one.className) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 2 && high > 2) faults.push(`${name(a.one)} and ${name(b.one)} lie on each other in ${group.className}`);
      }
    });
  }
  return faults;
}
