// The room from above: tables with the faces around them. It shows for the eye what the list says; one may drag oneself
// to a table, or tap it. Movements are CSS transitions, which the style sheet leaves out for people who prefer reduced
// motion.

import { $, keyed, shape, sign, text } from "./dom.js";
import { glassOf } from "./faces.js";
import { arrange, atBar, seatAt } from "./layout.js";
import { nameOf, openCard, putFace, toTable } from "./list.js";
import { say } from "./words.js";

const bar = 92;

export function picture(room) {
  const boards = $("boards");
  const draw = () => drawAll(room, boards);
  new ResizeObserver(draw).observe($("picture"));
  watchHand(room, boards);
  return draw;
}

function drawAll(room, boards) {
  const frame = $("picture");
  if (!frame.clientWidth || !room.state.me) return;
  const { state } = room;
  const tables = [...state.tables.values()];
  frame.dataset.size = tables.length > 8 ? "small" : "large";
  const wall = frame.querySelector(".wall").clientHeight;
  const plan = arrange(tables.length, boards.clientWidth, frame.clientHeight - wall - bar);
  boards.style.height = `${plan.height + bar}px`;
  for (const name of ["radius", "face", "reach", "cell"]) frame.style.setProperty(`--${name}`, `${plan[name]}px`);
  const items = [
    ...tables.map((table, index) => ({ id: table.id, table, place: plan.places[index] })),
    ...tables.flatMap((table, index) => standing(state, table, plan.places[index], plan.reach)),
    ...state.onTheWay.map((person, index, all) => ({
      id: person.id, person, place: { x: atBar(index, all.length, plan.width), y: plan.height + bar - 58 },
      room: all.length > 1 ? atBar(1, all.length, plan.width) - atBar(0, all.length, plan.width) : plan.width / 2,
    })),
  ];
  keyed(boards, items, ({ table }) => shape(table ? "board" : "guest"), (element, item) => put(element, item, state, plan));
}

function standing(state, table, middle, reach) {
  return state.at(table.id).map((person) => {
    const seat = seatAt(person.seat ?? 0, table.limit, reach);
    return { id: person.id, person, place: { x: middle.x + seat.x, y: middle.y + seat.y }, room: reach * (table.limit > 4 ? 0.98 : 1.38) };
  });
}

/** `room` is the most a name's width may be, so that it does not overlap its neighbour. */
function put(element, { table, person, place, room }, state, plan) {
  if (!element.isHeld) element.style.transform = `translate(${place.x.toFixed(1)}px, ${place.y.toFixed(1)}px)`;
  if (table) return putBoard(element, table, state, plan);
  putFace(element, person, true);
  element.style.setProperty("--room", `${Math.floor(room)}px`);
  element.classList.toggle("me", person.id === state.you);
  element.classList.toggle("up", person.handUpSince != null);
  if (person.id === state.you) text(element.slots.name, say("you"));
}

function putBoard(element, table, state, plan) {
  const people = state.at(table.id);
  element.dataset.table = table.id;
  text(element.slots.topic, nameOf(table));
  element.classList.toggle("mine", state.me.table === table.id);
  element.classList.toggle("lit", people.length > 0);
  element.classList.toggle("private", table.isPrivate);
  element.classList.toggle("full", people.length >= table.limit);
  const seats = Array.from({ length: table.limit }, (_, id) => ({ id, who: people.find(({ seat }) => seat === id) }));
  keyed(element.slots.seats, seats, () => shape("seat"), (mark, { id, who }) => {
    putSeat(mark, seatAt(id, table.limit, 1), who, plan);
  });
}

/** A dashed ring where there is room, a glass on the table where somebody stands. */
function putSeat(mark, { x, y }, who, { radius, reach }) {
  mark.className = who ? "taken" : "open";
  mark.firstElementChild.style.transform = `translate(${x * reach}px, ${y * reach}px)`;
  mark.lastElementChild.style.transform = `translate(${x * radius * 0.62}px, ${y * radius * 0.62}px)`;
  if (who) sign(mark, glassOf(who.profile.drink));
}

/** Lets one drag one's own face; a tap on a table walks there, a tap on a face shows the person. */
function watchHand(room, boards) {
  let held = null;
  boards.addEventListener("pointerdown", (event) => {
    const guest = event.target.closest(".guest.me");
    if (!guest || event.button) return;
    held = { guest, x: event.clientX, y: event.clientY, home: guest.style.transform, moved: false };
    boards.setPointerCapture(event.pointerId);
  });
  boards.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    held.moved ||= Math.hypot(dx, dy) > 6;
    if (!held.moved) return;
    held.guest.isHeld = true;
    held.guest.classList.add("held");
    held.guest.style.transform = `${held.home} translate(${dx}px, ${dy}px)`;
    const under = boardAt(boards, event);
    for (const board of boards.querySelectorAll(".board")) board.classList.toggle("under", board === under);
  });
  const drop = (event) => {
    if (!held) return;
    const { guest, home, moved } = held;
    held = null;
    guest.isHeld = false;
    guest.classList.remove("held");
    guest.style.transform = home;
    for (const board of boards.querySelectorAll(".under")) board.classList.remove("under");
    if (moved && event.type === "pointerup") arriveAt(room, boardAt(boards, event));
    if (!moved) openCard(room.state.you);
  };
  boards.addEventListener("pointerup", drop);
  boards.addEventListener("pointercancel", drop);
  boards.addEventListener("click", (event) => {
    const guest = event.target.closest(".guest:not(.me)");
    if (guest) return openCard(guest.dataset.person);
    const board = event.target.closest(".board");
    if (board && board.dataset.table !== room.state.me.table) toTable(room, board.dataset.table);
    return undefined;
  });
}

/** The table under the pointer, with a generous margin. */
function boardAt(boards, event) {
  const near = [...boards.querySelectorAll(".board")].map((board) => {
    const { left, top } = board.getBoundingClientRect();
    return { board, far: Math.hypot(event.clientX - left, event.clientY - top) };
  }).sort((a, b) => a.far - b.far)[0];
  const radius = parseFloat(getComputedStyle(boards.parentElement).getPropertyValue("--radius"));
  return near && near.far < radius * 1.9 ? near.board : null;
}

function arriveAt(room, board) {
  if (!board) return void (room.state.me.table && toTable(room, room.state.me.table));
  if (board.dataset.table !== room.state.me.table) toTable(room, board.dataset.table);
}
