// An EventTarget that tells with a detail: what every part of the room is towards those who listen.

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
