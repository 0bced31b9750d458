// The room page: which of its scenes is shown, and who draws what. Everything is drawn anew when something changed; each view
// writes only what differs.

import { openRoom } from "../room.js";
import { listen } from "./actions.js";
import { asks, tell } from "./asks.js";
import { $, meta, show } from "./dom.js";
import { dock, tab } from "./dock.js";
import { hosting } from "./hosting.js";
import { tables } from "./list.js";
import { countdown, lobby } from "./lobby.js";
import { news } from "./news.js";
import { notes } from "./notes.js";
import { person } from "./person.js";
import { picture } from "./picture.js";
import { programme, tick } from "./programme.js";
import { speakersClock, stage } from "./stage.js";
import { speaking, table } from "./table.js";
import { learn } from "./words.js";

learn($("room-words").dataset.text);
start(meta("floor-sample") ? await sample() : openRoom());

async function sample() {
  const { SampleRoom } = await import("./sample.js");
  return new SampleRoom(JSON.parse(meta("floor-sample")));
}

function start(room) {
  listen();
  news(room, tell);
  const views = [
    lobby, tables, picture, table, notes, stage, programme, hosting, person, dock, asks,
  ].map((view) => view(room));
  let isDue = false;
  const draw = () => {
    isDue = false;
    scene(room);
    if (room.state.isKnown) for (const view of views) view();
    else { views[0](); views.at(-1)(); }
  };
  const soon = () => {
    if (!isDue) requestAnimationFrame(draw);
    isDue = true;
  };
  for (const name of ["state", "change", "table", "connection", "peer", "me", "caption", "notice"]) room.addEventListener(name, soon);
  room.addEventListener("speaking", ({ detail }) => speaking(detail.id, detail.isSpeaking));
  setInterval(() => everySecond(room), 1000);
  tab("tables");
  draw();
  everySecond(room);
}

function everySecond(room) {
  if (!room.state.isKnown) return countdown(room);
  countdown(room);
  tick(room);
  speakersClock(room);
  return undefined;
}

/** Lobby, floor or ending. */
function scene(room) {
  const { state, connection } = room;
  const ending = endingOf(state, connection);
  const isIn = !ending && (state.me?.presence === "inside" || state.me?.presence === "away");
  const was = $("main").dataset.scene;
  const now = ending ? "ending" : isIn ? "floor" : "lobby";
  if (was === now) return;
  $("main").dataset.scene = now;
  for (const name of ["lobby", "floor", "ending"]) show($(name), name === now);
  for (const name of ["dock", "bar-actions"]) show($(name), isIn);
  if (isIn) $("settings-devices").append($("devices"));
  for (const words of document.querySelectorAll("[data-ending]")) show(words, words.dataset.ending === ending);
  show($("come-back"), ending === "left");
  show($("take-over"), ending === "elsewhere");
  if (ending) $("ending-title").focus();
  else if (isIn && was) $("tables-title").focus();
}

function endingOf(state, connection) {
  if (connection.state === "closed") return connection.reason;
  if (!state.isKnown) return "";
  if (state.hasEnded) return "ended";
  return state.me?.presence === "removed" ? "removed" : "";
}
