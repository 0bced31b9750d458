// The programme: a glass for each part of the evening, the time left, and the host's ways to change it.

import { ask, on } from "./actions.js";
import { $, attribute, keyed, meta, shape, show, sign, text } from "./dom.js";
import { clock, left, say, share } from "./words.js";

const glasses = { arrivals: 1, introductions: 2, tableIntroductions: 2, question: 3, mingling: 4, guestOfHonour: 6, close: 5 };

export const partName = (part) => part.title || say(`part.${part.kind}`);

export function programme(room) {
  on("minute", () => ask(room, "oneMoreMinute"));
  on("next-part", () => ask(room, "nextPart"));
  on("extend", () => ask(room, "extend", { seconds: 300 }));
  on("hold", () => ask(room, "hold", { isHeld: room.state.clock?.heldSince == null }));
  return () => draw(room);
}

function draw(room) {
  const { state } = room;
  const at = state.clock?.index ?? -1;
  show($("programme"), state.programme.length > 0 && !state.hasEnded);
  const parts = state.programme.map((part, id) => ({ id, part }));
  keyed($("arc"), parts, () => shape("stop"), (stop, { id, part }) => {
    stop.className = id < at ? "done" : id === at ? "current" : "";
    sign(stop, `glass-${glasses[part.kind] ?? 1}`);
    text(stop.slots.name, partName(part));
    if (id === at) attribute(stop, "aria-current", "step");
    else stop.removeAttribute("aria-current");
  });
  text($("part-name"), state.part ? partName(state.part) : before(room.serverNow()));
  drawHosting(room, at);
  tick(room);
}

/** A day ahead nothing is about to begin. */
function before(now) {
  const start = Number(meta("floor-start"));
  return say(start && start - now > 900_000 ? "part.ahead" : "part.before");
}

function drawHosting({ state }, at) {
  const next = state.programme[at + 1];
  text($("hosting-part"), state.part ? say("hosting.now", { part: partName(state.part) }) : say("hosting.notStarted"));
  text($("next-part").lastElementChild, say(next ? "hosting.next" : "hosting.noNext", { part: next ? partName(next) : "" }));
  attribute($("next-part"), "aria-disabled", !next);
  const isHeld = state.clock?.heldSince != null;
  attribute($("hold"), "aria-pressed", isHeld);
  text($("hold").lastElementChild, say(isHeld ? "hosting.goOn" : "hosting.hold"));
}

/** Redraws the clocks every second, by the server's time. */
export function tick(room) {
  const { clock: running } = room.state;
  const now = room.serverNow();
  for (const button of document.querySelectorAll(".only-part")) show(button, running);
  if (!running) return text($("part-left"), "");
  const rest = left(running, now);
  text($("part-left"), running.heldSince != null ? say("part.held") : say("part.left", { time: clock(rest) }));
  const passed = share(running.startedAt, running.endsAt, running.heldSince ?? now);
  $("passed").style.width = `${(passed * 100).toFixed(1)}%`;
  $("programme").classList.toggle("soon", rest < 60000 && running.heldSince == null);
  return undefined;
}
