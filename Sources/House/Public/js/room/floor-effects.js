// The effect of each case of `FloorEvent` on the floor: the page's half of `Floor.apply`.

/** The number of latest sayings a table keeps. */
const sayings = 200;

const newcomer = {
  profile: { name: "", line: "", drink: "" }, presence: "expected", isHosting: false, mode: "listening", isMuted: false,
  hasSpoken: false, isStaying: false,
};

export const effects = {
  doors: (floor, { state }) => { floor.doors = state; },
  arrived: (floor, { who, profile, mode, leavesAt }) => {
    leaveTable(floor, who);
    set(floor, who, { profile, mode, leavesAt, isMuted: false, pausedSince: undefined, presence: "lobby" });
  },
  changed: (floor, { who, profile }) => set(floor, who, { profile }),
  mode: (floor, { who, mode, muted }) => set(floor, who, { mode, isMuted: muted }),
  asked: (floor, { who }) => set(floor, who, { presence: "waiting" }),
  entered: (floor, { who }) => set(floor, who, { presence: "inside" }),
  away: (floor, { who }) => floor.person(who)?.presence === "inside" && set(floor, who, { presence: "away" }),
  back: (floor, { who }) => floor.person(who)?.presence === "away" && set(floor, who, { presence: "inside" }),
  left: (floor, { who }) => depart(floor, who, "left"),
  removed: (floor, { who }) => depart(floor, who, "removed"),
  hosting: (floor, { who, from }) => {
    set(floor, from, { isHosting: false });
    set(floor, who, { isHosting: true });
  },
  hand: (floor, { who, since }) => set(floor, who, { handUpSince: since }),
  muted: (floor, { who }) => set(floor, who, { isMuted: true }),
  pausing: (floor, { who, since }) => set(floor, who, { pausedSince: since }),
  backstage: (floor, { who }) => { floor.backstage = who; },
  murmur: (floor, { isOn }) => { floor.hasMurmur = isOn; },
  whispered: (floor, { whisper }) => { floor.whispers = [...floor.whispers, whisper]; },
  hushed: (floor, { hush }) => { floor.hush = hush; },

  tableOpened: (floor, { table, topic, limit }) => {
    floor.tables.set(table, { id: table, topic, isPrivate: false, limit, knocking: [] });
  },
  tableClosed: (floor, { table }) => {
    for (const { id } of floor.at(table)) leaveTable(floor, id);
    floor.tables.delete(table);
  },
  topic: (floor, { table, topic }) => at(floor, table, { topic }),
  privacy: (floor, { table, isPrivate }) => at(floor, table, { isPrivate }),
  moved: (floor, { who, table, seat }) => move(floor, who, table, seat),
  knocked: (floor, { who, table }) => {
    at(floor, table, { knocking: [...without(floor.tables.get(table)?.knocking ?? [], who), who] });
  },
  knockEnded: (floor, { who, table }) => at(floor, table, { knocking: without(floor.tables.get(table)?.knocking ?? [], who) }),

  said: (floor, { saying }) => {
    if (saying.table === floor.me?.table) floor.talk = [...floor.talk, saying].slice(-sayings);
  },
  coaster: (floor, { line }) => {
    if (line.table === floor.me?.table) floor.coaster = replaced(floor.coaster, line);
  },
  promised: (floor, { promise }) => { floor.promises = replaced(floor.promises, promise); },
  cardOffered: (floor, { from, to }) => {
    floor.cards = [...floor.cards.filter((card) => !isCard(card, from, to)), { from, to, isTaken: false }];
  },
  cardWithdrawn: (floor, { from, to }) => { floor.cards = floor.cards.filter((card) => !isCard(card, from, to)); },
  cardLaidAside: (floor, { from, to }) => { floor.cards = floor.cards.filter((card) => !isCard(card, from, to)); },
  cardTaken: (floor, { from, to }) => {
    const others = floor.cards.filter((card) => !isCard(card, from, to) && !isCard(card, to, from));
    floor.cards = [...others, { from, to, isTaken: true }];
  },

  programme: (floor, { parts }) => { floor.programme = parts; },
  part: (floor, { clock }) => {
    floor.clock = clock;
    on(floor, { speaker: undefined, until: undefined, queue: [], offered: [] });
    for (const id of floor.people.keys()) set(floor, id, { hasSpoken: false });
  },
  warned: (floor, { endsAt }) => floor.clock?.endsAt === endsAt && tick(floor, { isWarned: true }), // Or a round is warned of.
  extended: (floor, { endsAt }) => tick(floor, { endsAt, isWarned: false }),
  held: (floor, { since, endsAt }) => tick(floor, { heldSince: since, endsAt }),
  speakers: (floor, { queue }) => on(floor, { queue, offered: floor.stage.offered.filter((who) => !queue.includes(who)) }),
  speaker: (floor, { who, until }) => {
    takeFromLine(floor, who);
    on(floor, { speaker: who, until });
    if (who) set(floor, who, { hasSpoken: true });
  },
  wordOffered: (floor, { who }) => on(floor, { offered: [...without(floor.stage.offered, who), who] }),
  wordPassed: (floor, { who }) => takeFromLine(floor, who),
  glass: (floor, { who }) => on(floor, { glass: who }),
  announced: (floor, { text }) => { floor.announcements = [...floor.announcements, text]; },
  rounds: (floor, { rounds }) => { floor.rounds = rounds ?? null; },
  staying: (floor, { who, isStaying }) => set(floor, who, { isStaying }),
  honour: (floor, { progress: { asked, isThanked, ...times } }) => {
    if (!floor.honour) return;
    const { arrivedAt, leftAt, ...slot } = floor.honour.slot; // What the event leaves out is nothing.
    floor.honour = { ...floor.honour, asked, isThanked, slot: { ...slot, ...times } };
  },
  ended: (floor) => { floor.hasEnded = true; },
};

function set(floor, id, values) {
  floor.people.set(id, { ...(floor.people.get(id) ?? { ...newcomer, id }), ...values });
}

function at(floor, id, values) {
  const table = floor.tables.get(id);
  if (table) floor.tables.set(id, { ...table, ...values });
}

function on(floor, values) {
  floor.stage = { ...floor.stage, ...values };
}

function tick(floor, values) {
  if (floor.clock) floor.clock = { ...floor.clock, ...values };
}

function move(floor, who, table, seat) {
  const previous = floor.person(who)?.table;
  leaveTable(floor, who);
  if (table) set(floor, who, { table, seat });
  if (who === floor.you && previous !== table) forgetTable(floor);
}

function leaveTable(floor, who) {
  const previousTable = floor.person(who)?.table;
  if (previousTable) set(floor, who, { previousTable, table: undefined, seat: undefined });
}

/** Forgets everything that only people at the table may know. */
function forgetTable(floor) {
  Object.assign(floor, { coaster: [], talk: [] });
  for (const { id, knocking } of floor.tables.values()) at(floor, id, { knocking: knocking.filter((who) => who === floor.you) });
}

function depart(floor, who, presence) {
  move(floor, who);
  set(floor, who, { presence, handUpSince: undefined, isStaying: false, pausedSince: undefined });
}

function takeFromLine(floor, who) {
  const { queue, offered } = floor.stage;
  on(floor, { queue: without(queue, who), offered: without(offered, who) });
}

function without(list, one) {
  return list.filter((other) => other !== one);
}

function replaced(list, item) {
  return list.some(({ id }) => id === item.id) ? list.map((old) => (old.id === item.id ? item : old)) : [...list, item];
}

function isCard(card, from, to) {
  return card.from === from && card.to === to;
}
