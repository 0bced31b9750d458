// The room page: decides which of its scenes is shown, and which view draws what after a change; each view writes only
// the differences.

import { openRoom } from "../room.js";
import { listen } from "./actions.js";
import { asks } from "./asks.js";
import { $, meta, show } from "./dom.js";
import { dock, tab } from "./dock.js";
import { honour } from "./honour.js";
import { hosting } from "./hosting.js";
import { tables } from "./list.js";
import { countdown, lobby } from "./lobby.js";
import { meetings } from "./meetings.js";
import { news } from "./news.js";
import { notes } from "./notes.js";
import { person } from "./person.js";
import { picture } from "./picture.js";
import { programme, tick } from "./programme.js";
import { speakersClock, stage } from "./stage.js";
import { speaking, table } from "./table.js";
import { tell } from "./told.js";
import { whispers } from "./whispers.js";
import { learn } from "./words.js";

/** What these show is drawn by few views; all else by every one. */
const few = { peer: ["table", "stage", "person"], me: ["dock", "table", "stage", "asks", "hosting"], caption: ["table", "stage"], notice: ["asks"] };
const kinds = ["state", "change", "table", "connection", ...Object.keys(few)];

/** The room that this page shows, for whoever looks at it from a console. */
export function shownRoom() {
  return openRoom();
}

learn($("room-words").dataset.text);
start(meta("floor-sample") ? await sample() : openRoom());

async function sample() {
  const { SampleRoom } = await import("./sample.js");
  return new SampleRoom(JSON.parse(meta("floor-sample")));
}

function start(room) {
  document.documentElement.classList.toggle("is-elsewhere", Boolean(meta("floor-elsewhere")));
  listen();
  news(room, tell);
  meetings(room);
  const makers = { lobby, tables, picture, table, notes, stage, programme, hosting, honour, person, whispers, dock, asks };
  const views = new Map(Object.entries(makers).map(([name, make]) => [name, make(room)]));
  const due = new Set();
  const draw = () => {
    if (due.size === views.size) scene(room);
    const shown = room.state.isKnown ? [...views.keys()] : ["lobby", "asks"];
    for (const name of shown) if (due.has(name)) views.get(name)();
    due.clear();
  };
  const soon = (names) => {
    if (due.size === 0) requestAnimationFrame(draw);
    for (const name of names) due.add(name);
  };
  for (const kind of kinds) room.addEventListener(kind, () => soon(few[kind] ?? views.keys()));
  room.addEventListener("speaking", ({ detail }) => speaking(detail.id, detail.isSpeaking));
  setInterval(() => everySecond(room, views.get("asks")), 1000);
  tab("tables");
  soon(views.keys());
  everySecond(room);
}

function everySecond(room, drawAsks) {
  countdown(room);
  if (!room.state.isKnown) return;
  tick(room);
  speakersClock(room);
  if (room.state.honour) drawAsks?.();
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
