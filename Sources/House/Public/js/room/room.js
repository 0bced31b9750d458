// The room as its views use it; docs/room.md is the manual. It connects socket, floor, media and keys, and decides
// nothing that the floor decides.

import { Captions } from "./captions.js";
import { saveChoices } from "./choices.js";
import { systemClock } from "./clock.js";
import { anywhere } from "./closings.js";
import { FloorState } from "./floor-state.js";
import { hearBack, testLine } from "./line.js";
import { Media } from "./media.js";
import { News } from "./news.js";
import { Protocol } from "./protocol.js";
import { isTalkKey, keys, shortcut } from "./shortcuts.js";
import { watchSleep } from "./sleep.js";

let opened = null;

/** The page's one room, connected by the page's own `<meta name="floor-socket">` and `floor-you`. */
export function openRoom() {
  return (opened ??= enter());
}

function enter() {
  const fact = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  const url = new URL(fact("floor-socket"), location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const room = new Room(new Protocol(url.href));
  room.state.you = fact("floor-you") ?? null;
  room.media.sealUrl = fact("floor-seal");
  room.watch();
  room.protocol.connect();
  return room;
}

/** Messages passed on as events unchanged. */
const passedOn = ["clink", "react", "card", "met"];

export class Room extends News {
  state = new FloorState();
  keys = keys;
  #videos = new Map();
  #isWelcome = false;

  constructor(protocol, clock = systemClock) {
    super();
    this.protocol = protocol;
    this.media = new Media(protocol, this.state, clock);
    this.devices = this.media.devices;
    this.media.sizeOf = (id) => this.#sizeOf(id);
    this.talk = new Captions((text, final) => protocol.send({ type: "caption", text, final }), clock);
    this.#listen();
  }

  // Reading

  get connection() {
    return this.protocol.connection;
  }

  get me() {
    const { media } = this;
    return {
      mode: this.devices.choices.mode, isMuted: media.isMuted, isSharing: Boolean(media.screen.track),
      isSpeaking: media.sound.isSpeaking("me"), spokenMs: media.sound.spokenMs, line: media.line,
      isPaused: media.isPaused, isPressed: media.isPressed, hasPushToTalk: Boolean(this.devices.choices.pushToTalk),
    };
  }

  /** `mesh`, `sfu`, or null before anything is known. */
  get way() {
    return this.media.way;
  }

  /** True if no server between the browsers can open voices and pictures. */
  get isSealed() {
    return this.media.isSealed;
  }

  get sounds() {
    return this.media.sound.areSoundsOn;
  }

  get captions() {
    return this.talk.shown;
  }

  serverNow() {
    return this.protocol.serverNow();
  }

  peer(id) {
    return this.media.peer(id);
  }

  level(id) {
    return this.media.sound.level(this.#isMe(id) ? "me" : id);
  }

  // Acting

  ask(kind, fields = {}) {
    return this.protocol.request({ [kind]: fields });
  }

  /** To the floor a person who arrives is not muted. */
  async arrive(profile) {
    await this.ask("arrive", { profile, mode: this.devices.choices.mode });
    if (this.media.isMuted) await this.#tellMode();
  }

  async setMode(mode) {
    await this.media.setMode(mode);
    await this.#tellMode();
  }

  async setMuted(isMuted) {
    this.media.setMuted(isMuted);
    await this.#tellMode();
  }

  /** While the key or button is held one is heard, even if muted before. */
  press(isPressed) {
    if (isPressed && this.media.isMuted) this.setMuted(false).catch(() => {});
    this.media.press(isPressed);
  }

  setPushToTalk(isOn) {
    this.remember({ pushToTalk: isOn });
    this.media.setMuted(this.media.isMuted);
  }

  /** Opens a device again that another program held or that was gone. */
  reopen(kind) {
    return this.devices.reopen(kind);
  }

  toggleMute() {
    return this.setMuted(!this.media.isMuted);
  }

  toggleCamera() {
    return this.setMode(this.devices.choices.mode === "camera" ? "voice" : "camera");
  }

  /** Shares the screen at a table, or with the word on the stage; false if it isn't allowed now or one changed one's mind. */
  async share() {
    return this.#mayShare && this.media.screen.start();
  }

  stopSharing() {
    this.media.screen.stop();
  }

  show(video, id, kind = "camera") {
    video.muted = video.playsInline = video.autoplay = true;
    this.#videos.set(video, { id, kind });
    this.#draw(video);
  }

  hide(video) {
    this.#videos.delete(video);
    video.srcObject = null;
  }

  setVolume(value, id) {
    this.media.sound.setVolume(value, id);
  }

  setSounds(areOn) {
    this.media.sound.areSoundsOn = areOn;
    this.remember({ sounds: areOn });
  }

  setMurmur(isWelcome) {
    this.remember({ murmur: isWelcome });
    this.#murmur();
  }

  /** Tests the line and gives `{verdict, lines}` in the reader's language; the result is kept for the host. Rejects if the server isn't reached. */
  testLine() {
    const { microphone, camera } = this.devices;
    const isOpen = (track) => track?.readyState === "live" && !track.muted;
    const url = anywhere(this.protocol.url).replace(/^ws/, "http").replace(/\/socket$/, "/line");
    return testLine({ url, ice: this.media.ice ?? [], hasMicrophone: isOpen(microphone), hasCamera: isOpen(camera) });
  }

  /** Records one's own microphone for three seconds and plays it. */
  async hearMyself() {
    if (!this.devices.microphone) await this.setMode("voice");
    await hearBack(this.devices.microphone);
  }

  setKeys(areOn) {
    this.remember({ keys: areOn });
  }

  play(name) {
    return this.media.sound.play(name);
  }

  clink(to) {
    this.protocol.send({ type: "clink", to });
  }

  react(kind) {
    this.protocol.send({ type: "react", kind });
  }

  /** For whoever hosts; the event `met` answers with the pairs who have met. */
  askWhoMet() {
    this.protocol.send({ type: "met" });
  }

  caption(text, final = false) {
    this.talk.write(text, final);
  }

  takeOver() {
    this.protocol.connect();
  }

  async leave() {
    await this.ask("leave").catch(() => {});
    this.protocol.leave();
  }

  /** Listens to the browser: networks, sleep, keys. */
  watch() {
    addEventListener("online", () => {
      this.protocol.check();
      this.media.recover(true);
    });
    addEventListener("offline", () => this.protocol.offline());
    addEventListener("pageshow", () => this.protocol.check());
    document.addEventListener("visibilitychange", () => document.hidden || this.protocol.check());
    this.#watchNetwork(navigator.connection);
    watchSleep(() => this.#wake());
    document.addEventListener("resume", () => this.protocol.check());
    document.addEventListener("keydown", (event) => this.#press(event));
    document.addEventListener("keydown", (event) => this.#talk(event, true), true);
    document.addEventListener("keyup", (event) => this.#talk(event, false), true);
    addEventListener("blur", () => this.media.press(false));
  }

  /** After sleep the others are back in a moment; the way to them is looked for again. */
  #wake() {
    this.protocol.check();
    this.media.recover(true);
    this.tell("notice", { code: "woke", isPassing: true });
  }

  #talk(event, isPressed) {
    if (!this.devices.choices.pushToTalk || !isTalkKey(event)) return;
    event.preventDefault();
    if (!event.repeat) this.press(isPressed);
  }

  /** Notices a change from Wi-Fi to mobile data. The event also comes with every new estimate of the speed. */
  #watchNetwork(network) {
    let type = network?.type;
    network?.addEventListener?.("change", () => {
      if (network.type === type) return;
      type = network.type;
      this.media.recover(true);
    });
  }

  #listen() {
    this.protocol
      .on("connection", (connection) => this.#connected(connection))
      .on("welcome", (message) => this.#welcome(message))
      .on("change", ({ event, number, at }) => this.state.apply(event, number, at))
      .on("table", (message) => this.state.read(message))
      .on("caption", ({ from, text, final }) => this.talk.hear(from, text, final))
      .on("clink", () => this.play("clink"));
    for (const type of passedOn) this.protocol.on(type, (detail) => this.tell(type, detail));
    this.protocol.on("meeting", ({ url }) => {
      this.state.meeting = url;
      this.tell("state");
    });
    this.state.on("state", () => {
      this.media.arrange();
      this.#murmur();
    }).on("change", ({ event }) => this.#follow(event));
    for (const type of ["state", "change", "table"]) this.state.on(type, (detail) => this.tell(type, detail));
    for (const type of ["speaking", "peer", "devices", "notice"]) this.media.on(type, (detail) => this.tell(type, detail));
    this.media.on("me", () => this.tell("me", this.me)).on("picture", ({ id, kind }) => this.#redraw(id, kind));
    this.talk.on("caption", (detail) => this.tell("caption", detail));
  }

  #connected(connection) {
    if (connection.state === "closed") this.#goDark();
    this.tell("connection", connection);
  }

  /** Closes everything; the window that takes the seat over opens it again. */
  #goDark() {
    this.#isWelcome = false;
    this.media.close();
  }

  /** After a reload one stands in the same place, with the same devices. */
  #welcome(message) {
    this.state.welcome(message);
    if (this.#isWelcome) return this.media.recover(false);
    this.#isWelcome = true;
    const { me } = this.state;
    if (!me || (me.presence !== "inside" && me.presence !== "away")) return;
    this.media.setMuted(me.isMuted);
    if (me.pausedSince != null) return void this.#pauses({ since: me.pausedSince });
    this.media.setMode(me.mode).catch(() => this.setMode(this.devices.microphone ? "voice" : "listening"));
  }

  #pauses({ since }) {
    return this.media.setPaused(since != null).catch(() => this.setMode(this.devices.microphone ? "voice" : "listening"));
  }

  /** The noise plays only in the room, and only for people who want it. */
  #murmur() {
    const { hasMurmur, me } = this.state;
    this.media.sound.setMurmur(Boolean(hasMurmur && me?.presence === "inside" && this.devices.choices.murmur));
  }

  #follow(event) {
    const { me } = this.state;
    if (event.moved || event.part || event.entered || event.left || event.backstage) this.media.arrange();
    if (event.murmur || event.entered || event.left) this.#murmur();
    if (event.muted && event.muted.who === me?.id) this.media.muteBy(event.muted.by);
    if (event.pausing && event.pausing.who === me?.id) this.#pauses(event.pausing);
    if (event.moved?.who === me?.id || !this.#mayShare) this.stopSharing();
    if (event.glass?.who) this.play("glass");
    if (event.warned || (event.knocked && event.knocked.table === me?.table)) this.play("chime");
  }

  get #mayShare() {
    const { me, you, stage, isOnStage } = this.state;
    if (!me || this.me.mode === "listening" || this.me.mode === "text") return false;
    if (this.state.isBackstage) return true;
    if (stage.glass || isOnStage) return (stage.glass ?? stage.speaker) === you;
    return Boolean(me.table);
  }

  async #tellMode() {
    const presence = this.state.me?.presence ?? "expected";
    if (presence === "expected" || presence === "left" || this.connection.state === "closed") return;
    await this.ask("mode", { mode: this.devices.choices.mode, muted: this.media.isMuted });
  }

  #press(event) {
    if (!this.devices.choices.keys) return;
    const name = shortcut(event);
    if (!name) return;
    event.preventDefault();
    if (name === "mute") this.toggleMute().catch(() => {});
    if (name === "camera") this.toggleCamera().catch(() => {});
    if (name === "screen") this.me.isSharing ? this.stopSharing() : this.share().catch(() => {});
    this.tell("shortcut", { name });
  }

  #redraw(id, kind) {
    for (const [video, shown] of this.#videos) {
      if (shown.kind === kind && (shown.id === id || (this.#isMe(id) && this.#isMe(shown.id)))) this.#draw(video);
    }
  }

  #draw(video) {
    const { id, kind } = this.#videos.get(video);
    const stream = this.media.picture(id, kind);
    if (video.srcObject?.getTracks()[0] !== stream?.getTracks()[0]) video.srcObject = stream;
  }

  /** In pixels of the screen; null where it isn't shown. */
  #sizeOf(id) {
    const heights = [...this.#videos].filter(([, shown]) => shown.id === id && shown.kind === "camera").map(([video]) => video.clientHeight);
    return heights.length > 0 ? Math.round(Math.max(...heights) * devicePixelRatio) : null;
  }

  #isMe(id) {
    return id === "me" || id === this.state.you;
  }

  /** Kept on this device. */
  remember(choices) {
    saveChoices(Object.assign(this.devices.choices, choices));
  }
}
