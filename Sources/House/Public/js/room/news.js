// An EventTarget whose events carry a detail: every part of the room is one to its listeners.

export class News extends EventTarget {
  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Calls `hear(detail)` for every event of this type. */
  on(type, hear) {
    this.addEventListener(type, (event) => hear(event.detail));
    return this;
  }
}
