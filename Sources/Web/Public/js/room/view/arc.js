// The programme, edited: parts with their minutes, in an order; three to begin with.

import { ask, on } from "./actions.js";
import { $, shape, text } from "./dom.js";
import { count } from "./words.js";

const presets = {
  45: [["arrivals", 5], ["introductions", 12], ["mingling", 23], ["close", 5]],
  60: [["arrivals", 5], ["introductions", 14], ["question", 14], ["mingling", 22], ["close", 5]],
  90: [["arrivals", 5], ["introductions", 18], ["question", 25], ["mingling", 35], ["close", 7]],
};

export function arc(room) {
  on("arc", () => {
    fill(room.state.programme);
    $("arc-window").showModal();
  });
  on("preset", ({ dataset }) => fill(presets[dataset.minutes].map(([kind, minutes]) => ({ kind, minutes, title: "" }))));
  on("add-part", () => {
    add({ kind: "mingling", minutes: 10, title: "" }).querySelector("select").focus();
    sum();
  });
  on("part-up", (button) => move(button, "previousElementSibling", "before"));
  on("part-down", (button) => move(button, "nextElementSibling", "after"));
  on("part-away", (button) => {
    const row = button.closest("li");
    (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("select").focus();
    row.remove();
    sum();
  });
  on("save-arc", async () => {
    if (await ask(room, "programme", { parts: parts() })) $("arc-window").close();
  });
  $("arc-rows").addEventListener("input", sum);
}

function fill(those) {
  $("arc-rows").replaceChildren();
  those.forEach(add);
  sum();
}

function add({ kind, minutes, title }) {
  const row = shape("arc-row");
  const field = (name) => row.querySelector(`[name=${name}]`);
  field("kind").value = kind;
  field("minutes").value = minutes;
  field("title").value = title;
  $("arc-rows").append(row);
  return row;
}

function move(button, side, place) {
  const row = button.closest("li");
  row[side]?.[place](row);
  button.focus();
}

function parts() {
  return [...$("arc-rows").children].map((row) => ({
    kind: row.querySelector("[name=kind]").value,
    title: row.querySelector("[name=title]").value.trim(),
    minutes: row.querySelector("[name=minutes]").valueAsNumber || 1,
  }));
}

function sum() {
  text($("arc-sum"), count("arc.sum", parts().reduce((all, { minutes }) => all + minutes, 0)));
}
