// The participant's own table: a tile for everybody with picture, name, one line, and how well they are heard.

import { ask, on } from "./actions.js";
import { $, attribute, keyed, meta, shape, show, sign, text } from "./dom.js";
import { colour, glassOf, initials } from "./faces.js";
import { isHonour } from "./honour.js";
import { nameOf } from "./list.js";
import { tell } from "./told.js";
import { list, say } from "./words.js";

let seesSelf = true;

export function table(room) {
  on("privacy", () => ask(room, "privacy", { isPrivate: !own(room)?.isPrivate }));
  on("focus", () => {
    const floor = $("floor");
    floor.dataset.focus = floor.dataset.focus === "table" ? "room" : "table";
    room.remember({ focus: floor.dataset.focus });
    draw(room);
  });
  $("floor").dataset.focus = room.devices.choices.focus ?? "room";
  on("topic", (_, words) => (words === "" ? openTopic(room) : saveTopic(room, words)));
  $("self-view").addEventListener("change", (event) => {
    seesSelf = event.target.checked;
    draw(room);
  });
  return () => draw(room);
}

const own = (room) => room.state.tables.get(room.state.me?.table);

function openTopic(room) {
  $("topic-text").value = own(room)?.topic ?? "";
  $("topic").showModal();
}

async function saveTopic(room, words) {
  if (await ask(room, "topic", { topic: words })) $("topic").close();
}

function draw(room) {
  const table = own(room);
  const { state } = room;
  const people = state.isBackstage ? state.backstage.map((id) => state.person(id)) : table ? state.at(table.id) : [];
  const others = people.filter(({ id }) => id !== state.you);
  text($("own-title"), state.isBackstage ? say("backstage.title") : table ? nameOf(table) : say("own.none"));
  text($("own-word"), people.length ? company(others) : say("own.noneText"));
  $("own-word").classList.toggle("visually-hidden", others.length > 0);
  show($("own-actions"), table);
  attribute(document.querySelector("[data-do=privacy]"), "aria-pressed", table?.isPrivate ?? false);
  attribute(document.querySelector("[data-do=focus]"), "aria-pressed", $("floor").dataset.focus === "table");
  const faces = seesSelf || !others.length ? [...others, ...people.filter(({ id }) => id === state.you)] : others;
  show($("sealed"), room.isSealed && others.length > 0);
  $("faces").dataset.count = faces.length;
  keyed($("faces"), faces, () => makeTile(room), (tile, person) => putTile(room, tile, person));
  drawScreen(room, people);
}

function company(others) {
  if (others.length === 0) return say("own.alone");
  return say("own.with", { names: list(others.map(({ profile }) => profile.name)) });
}

export function makeTile(room) {
  const tile = shape("tile");
  tile.leave = () => room.hide(tile.slots.video);
  return tile;
}

/** Fills a tile; also the speaker's on the stage. */
export function putTile(room, tile, person) {
  const isMe = person.id === room.state.you;
  const peer = isMe ? null : room.peer(person.id);
  const hasPicture = isMe ? room.me.mode === "camera" : Boolean(peer?.hasPicture);
  const { slots } = tile;
  tile.dataset.person = person.id;
  tile.dataset.colour = colour(person.id);
  tile.classList.toggle("me", isMe);
  tile.classList.toggle("seen", hasPicture);
  tile.classList.toggle("away", person.presence === "away");
  tile.classList.toggle("speaking", Boolean(isMe ? room.me.isSpeaking : peer?.isSpeaking));
  picture(room, tile, person.id, hasPicture);
  text(slots.initials, initials(person.profile.name));
  text(slots.name, isMe ? say("youNamed", person.profile) : isHonour(room.state, person.id) ? say("honour.named", person.profile) : person.profile.name);
  text(slots.line, person.profile.line);
  trouble(tile, person, peer?.trouble ?? "");
  text(slots.health, health(person, peer, isMe, room));
  show(slots.hand, person.handUpSince != null);
  tile.classList.toggle("paused", person.pausedSince != null);
  show(slots.muted, person.isMuted && (person.mode === "camera" || person.mode === "voice"));
  drink(slots.glass, person.profile.drink);
  text(slots.caption, room.captions.get(person.id)?.text ?? "");
}

function picture(room, tile, id, hasPicture) {
  const shown = hasPicture ? id : "";
  if (tile.shown === shown) return;
  tile.shown = shown;
  if (hasPicture) room.show(tile.slots.video, id);
  else room.hide(tile.slots.video);
}

function drink(place, words) {
  if (place.title === words) return;
  place.title = words;
  place.replaceChildren(shape("stop").firstElementChild);
  sign(place, glassOf(words));
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.textContent = words;
  place.append(said);
}

/** Said once when it begins, because somebody who can't see gets nothing from the tile. */
function trouble(tile, { profile }, code) {
  if (code && tile.trouble !== code) tell(say("news.trouble", { name: profile.name, trouble: say(`health.${code}`) }), true);
  tile.trouble = code;
}

/** The state of the connection to somebody, in words; empty when all is well. */
function health(person, peer, isMe, room) {
  if (person.presence === "away") return say("health.away");
  if (person.pausedSince != null) return say("health.paused");
  if (meta("floor-elsewhere")) return "";
  if (person.mode === "listening" || person.mode === "text") return say(`health.${person.mode}`);
  if (isMe) return room.me.line === "good" ? "" : say(`health.${room.me.line}`);
  if (peer?.trouble) return say(`health.${peer.trouble}`);
  if (!peer || peer.health === "good") return "";
  return say(`health.${peer.health}`);
}

function drawScreen(room, people) {
  const who = people.find(({ id }) => (id === room.state.you ? room.me.isSharing : room.peer(id)?.hasScreen));
  const place = $("screen");
  show(place, who);
  if (place.dataset.of === (who?.id ?? "")) return;
  place.dataset.of = who?.id ?? "";
  if (!who) return void room.hide($("screen-video"));
  room.show($("screen-video"), who.id, "screen");
  text($("screen-word"), say("screen.of", { name: who.profile.name }));
}

/** Marks a speaking person wherever they are shown; cheap enough for every change. */
export function speaking(id, isSpeaking) {
  for (const place of document.querySelectorAll(`[data-person="${CSS.escape(id)}"]`)) {
    place.classList.toggle("speaking", isSpeaking);
  }
}

