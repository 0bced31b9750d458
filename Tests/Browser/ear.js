// The announcements a screen reader would make from the page's live regions, in order: everything that enters them or
// changes in them while they are perceivable. Kept in `spoken`.
() => {
  window.spoken = [];
  window.listened = 0;
  const live = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]";
  const region = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(live);
  new MutationObserver((records) => {
    const changed = new Set();
    for (const { target, addedNodes, type } of records) {
      const place = region(target);
      if (!place || place.closest("[aria-hidden=true], [hidden]")) continue;
      if (type === "characterData" || [...addedNodes].some((node) => node.nodeType === Node.TEXT_NODE)) changed.add(target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement);
      else for (const node of addedNodes) changed.add(node);
    }
    for (const node of changed) {
      const text = node.textContent.trim().replace(/\s+/g, " ");
      if (text) window.spoken.push({ at: performance.now(), text });
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
