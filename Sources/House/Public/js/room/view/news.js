// Events nearby as sentences: read out politely, and shown for a moment if they matter.

import { on } from "./actions.js";
import { $, keyed, text } from "./dom.js";
import { tab } from "./dock.js";
import { Gathering } from "./gathering.js";
import { honourName, isHonour } from "./honour.js";
import { nameOf } from "./list.js";
import { partName } from "./programme.js";
import { forget } from "./told.js";
import { count, say } from "./words.js";

let missed = [];

export function news(room, tell) {
  room.protocol?.on("welcome", (welcome) => { missed = welcome.missed ?? []; });
  on("come-back", () => location.reload());
  on("take-over", () => room.takeOver());
  on("reacted", (_, words) => tell(words, true));
  room.addEventListener("clink", ({ detail }) => clinked(room, detail, tell));
  const gathering = new Gathering(tell);
  room.addEventListener("change", ({ detail }) => {
    const [kind, values] = Object.entries(detail.event)[0];
    gather(room.state, gathering, kind, values);
    const words = sentences[kind]?.(room.state, values);
    const about = kind === "speaker" || kind === "glass" ? "word" : null;
    if (about || kind === "part") forget("word");
    if (words) tell(words.words ?? words, Boolean(words.isQuiet), about);
    follow(room, kind, values);
  });
}

const quiet = (words) => ({ words, isQuiet: true });
const isMine = (state, table) => table != null && table === state.me?.table;

/** Gathers what many do at the same time into one announcement. The guest of honour's coming and going is told separately, and shown, too. */
function gather(state, gathering, kind, { who, table, since }) {
  if (who === state.you || ((kind === "entered" || kind === "left") && isHonour(state, who))) return;
  const name = state.nameOf(who);
  if (kind === "entered") gathering.add("news.entered", name, "news.left");
  if (kind === "left") gathering.add("news.left", name, "news.entered");
  if (kind === "moved" && isMine(state, table)) gathering.add("news.joined", name);
  if (kind === "hand" && since != null) gathering.add("news.hand", name);
}

const sentences = {
  entered: (state, { who }) => who !== state.you && isHonour(state, who) && say("news.entered", { name: state.nameOf(who) }),
  left: (state, { who }) => who !== state.you && isHonour(state, who) && say("news.left", { name: state.nameOf(who) }),
  moved: (state, { who, table }) => who === state.you && quiet(table ? say("news.youMoved", { table: nameOf(state.tables.get(table)) }) : say("news.youLeft")),
  said: (state, { saying }) => saying.who !== state.you && quiet(say("news.said", { name: state.nameOf(saying.who), text: saying.text })),
  coaster: (state, { line }) => line.author !== state.you && isMine(state, line.table) && quiet(say("news.coaster", { name: state.nameOf(line.author), text: line.text })),
  promised: (state, { promise }) => promise.to.includes(state.you) && say("promise.theirs", { name: state.nameOf(promise.from), text: promise.text }),
  cardTaken: (state, { from, to }) => say("card.both", { name: state.nameOf(from === state.you ? to : from) }),
  part: (state) => state.part && say("news.part", { part: partName(state.part) }),
  extended: () => say("news.extended"),
  speaker: (state, { who }) => who && (who === state.you ? say("stage.you") : quiet(say("stage.speaks", { name: state.nameOf(who) }))),
  glass: (state, { who }) => who && say("stage.glass", { name: state.nameOf(who) }),
  announced: (state, { text: words, by }) => say("news.announced", { name: state.nameOf(by), text: words }),
  hosting: (state, { who }) => (who === state.you ? say("news.youHost") : say("news.hosts", { name: state.nameOf(who) })),
  knockEnded: (state, { who, isWelcome }) => who === state.you && !isWelcome && say("news.notNow"),
  staying: (state, { who, isStaying }) => state.me?.isHosting && isStaying && who !== state.you && quiet(say("news.staying", { name: state.nameOf(who) })),
  honour: (state, { progress: { lateMinutes, arrivedAt } }) => arrivedAt == null && honourComes(lateMinutes, honourName(state)),
  rounds: (state, { rounds }) => rounds?.endsAt && say("news.round", { round: rounds.current, count: rounds.count }),
};

const honourComes = (late, name) => (late ? count("news.honourLate", late, { name }) : say("news.honourOnTime", { name }));

/** On a telephone the page turns to the person's new place. */
function follow(room, kind, values) {
  const { state } = room;
  if (values.who !== state.you && kind !== "part") return;
  if (kind === "moved") tab(values.table ? "table" : "tables");
  if (kind === "part" && state.isOnStage) tab("table");
  if (kind === "entered" && !isHonour(state, state.you)) showMissed();
}

/** Shows what a latecomer missed, as the server says with the welcome. A guest of honour has read their brief. */
function showMissed() {
  if (missed.length === 0) return;
  const lines = missed.map((words, id) => ({ id, words }));
  keyed($("missed-lines"), lines, () => document.createElement("li"), (row, { words }) => text(row, words));
  $("missed").showModal();
  missed = [];
}

function clinked(room, { from, to }, tell) {
  const { state } = room;
  const names = { name: state.nameOf(from === state.you ? to : from), other: state.nameOf(to) };
  const key = from === state.you ? "clink.mine" : to === state.you ? "clink.me" : "clink.others";
  tell(say(key, names), key === "clink.others");
  for (const id of [from, to]) {
    for (const place of document.querySelectorAll(`[data-person="${CSS.escape(id)}"]`)) {
      place.classList.add("clinking");
      setTimeout(() => place.classList.remove("clinking"), 1600);
    }
  }
}
