// Camera and microphone: opened as the mode needs, swapped while somebody talks, switched off as soon as they are not
// needed. Dispatches `tracks` when the outgoing tracks change, `devices` when a device was plugged in or permitted,
// `gone` with `{kind, isOver}` when one broke, `swapped` with `{kind, label}` when another took over, `held` with
// `{kind, isHeld}` while the system withholds one (a phone call).

import { loadChoices, saveChoices } from "./choices.js";
import { News } from "./news.js";

const needs = { camera: ["microphone", "camera"], voice: ["microphone"], listening: [], text: [] };
const hearing = ["microphone", "echo", "noise"];
const lists = { cameras: "videoinput", microphones: "audioinput", speakers: "audiooutput" };

export class Devices extends News {
  microphone = null;
  camera = null;
  #sound;
  #turn = Promise.resolve();
  /** Kinds that should be open but have no device. */
  #lost = new Set();

  constructor(sound, { media = globalThis.navigator?.mediaDevices } = {}) {
    super();
    this.media = media;
    this.choices = loadChoices();
    this.#sound = sound;
    sound.setSpeaker(this.choices.speaker);
    media?.addEventListener("devicechange", () => this.#plugged());
  }

  /** Rejects with `{code, kind}`; what could be opened stays open. */
  open(mode) {
    return this.#inTurn(() => this.#open(mode));
  }

  /** Opens a device again, after another program has released it or when a different one is there. */
  reopen(kind) {
    return this.#inTurn(() => this.#renew([kind]));
  }

  isHeld(kind) {
    return Boolean(this[kind]?.muted);
  }

  /** Firefox lists loudspeakers only once they were picked in its own window. */
  get canPickSpeaker() {
    return Boolean(this.media?.selectAudioOutput && this.#sound.canChooseSpeaker);
  }

  /** True if browser and system can blur the background, as the open camera reports. */
  get canBlur() {
    const { backgroundBlur = [] } = this.camera?.getCapabilities?.() ?? {};
    return [backgroundBlur].flat().includes(true);
  }

  async pickSpeaker() {
    const device = await this.media.selectAudioOutput().catch(() => null);
    if (!device) return;
    await this.choose({ speaker: device.deviceId });
    this.tell("devices");
  }

  async list() {
    const found = (await this.media?.enumerateDevices?.()) ?? [];
    const of = (kind) =>
      found.filter((device) => device.kind === kind && device.deviceId).map(({ deviceId, label }) => ({ id: deviceId, label }));
    const answer = Object.fromEntries(Object.entries(lists).map(([name, kind]) => [name, of(kind)]));
    return this.#sound.canChooseSpeaker ? answer : { ...answer, speakers: [] };
  }

  choose(choices) {
    return this.#inTurn(() => this.#choose(choices));
  }

  testSpeaker() {
    return this.#sound.play("tone");
  }

  /** Closes also a device that is still opening. */
  close() {
    this.#darken();
    return this.#inTurn(() => this.#darken());
  }

  async #open(mode) {
    const kinds = needs[mode].filter((kind) => this[kind]?.readyState !== "live");
    for (const kind of ["microphone", "camera"]) if (!needs[mode].includes(kind)) this.#doWithout(kind);
    this.#keep({ mode });
    try {
      await this.#openAll(kinds);
    } finally {
      this.tell("tracks");
      this.tell("devices");
    }
  }

  #doWithout(kind) {
    this.#put(kind, null);
    if (this.#lost.delete(kind)) this.tell("gone", { kind, isOver: true });
  }

  async #choose(choices) {
    this.#keep(choices);
    if ("speaker" in choices) this.#sound.setSpeaker(choices.speaker);
    const kinds = [];
    if (hearing.some((name) => name in choices) && this.microphone) kinds.push("microphone");
    if (("camera" in choices || "economy" in choices) && this.camera) kinds.push("camera");
    if ("blur" in choices) await this.#blur();
    await this.#renew(kinds);
  }

  async #renew(kinds) {
    for (const kind of kinds) this.#put(kind, null); // Some cameras open only once.
    try {
      await this.#openAll(kinds);
    } finally {
      this.tell("tracks");
    }
  }

  /** A missing device may be there now; a speaker that was unplugged gives way to the default one. */
  async #plugged() {
    this.tell("devices");
    const { speakers } = await this.list();
    const { speaker } = this.choices;
    if (speaker && speakers.length) this.#sound.setSpeaker(speakers.some(({ id }) => id === speaker) ? speaker : "");
    const missing = [...this.#lost];
    if (missing.length) this.#inTurn(() => this.#renew(missing)).catch(() => {});
  }

  #darken() {
    if (!this.microphone && !this.camera) return;
    this.#put("microphone", null);
    this.#put("camera", null);
    this.tell("tracks");
  }

  /** Runs one after the other, so that the last request prevails. */
  #inTurn(work) {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Opens both at once, so that the browser asks once; if that fails, one by one, to learn which failed. */
  async #openAll(kinds) {
    if (kinds.length === 0) return;
    if (!this.media?.getUserMedia) throw missingDevices(kinds[0]);
    if (kinds.length > 1 && (await this.#opened(kinds).catch(() => false))) return;
    let fault = null;
    for (const kind of kinds) {
      await this.#opened([kind]).catch((error) => (fault ??= deviceError(error, kind)));
    }
    if (fault) throw fault;
  }

  async #opened(kinds) {
    const stream = await this.media.getUserMedia({
      audio: kinds.includes("microphone") && audioWish(this.choices),
      video: kinds.includes("camera") && videoWish(this.choices),
    });
    for (const track of stream.getTracks()) this.#put(track.kind === "audio" ? "microphone" : "camera", track);
    await this.#blur();
    return true;
  }

  /** Applies the choice; a camera that can't blur is left as it is. */
  async #blur() {
    if (!this.canBlur) return;
    await this.camera.applyConstraints({ ...videoWish(this.choices), backgroundBlur: Boolean(this.choices.blur) }).catch(() => {});
  }

  #put(kind, track) {
    const old = this[kind];
    if (old) {
      old.onended = old.onmute = old.onunmute = null;
      old.stop();
    }
    this[kind] = track;
    this.tell("held", { kind, isHeld: this.isHeld(kind) });
    if (!track) return;
    if (this.#lost.delete(kind)) this.tell("gone", { kind, isOver: true });
    track.onended = () => this.#lose(kind);
    track.onmute = track.onunmute = () => this.tell("held", { kind, isHeld: this.isHeld(kind) });
  }

  /** A device was unplugged in mid-sentence: the next best takes over; if there is none, the user is told. */
  async #lose(kind) {
    this.#put(kind, null);
    try {
      await this.#openAll([kind]);
      this.tell("swapped", { kind, label: this[kind].label });
    } catch {
      this.#lost.add(kind);
      this.tell("gone", { kind, isOver: false });
    }
    this.tell("tracks");
  }

  #keep(choices) {
    Object.assign(this.choices, choices);
    saveChoices(this.choices);
  }
}

function audioWish({ microphone, echo, noise }) {
  return { ...(microphone && { deviceId: microphone }), echoCancellation: echo, noiseSuppression: noise, autoGainControl: true };
}

function videoWish({ camera, economy }) {
  const [width, height, frameRate] = economy ? [320, 180, 15] : [640, 360, 24];
  return {
    ...(camera ? { deviceId: camera } : { facingMode: "user" }),
    width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate, max: 30 },
  };
}

/** Why a device does not open, as a code the page has plain words for. */
const codes = {
  NotAllowedError: "denied",
  SecurityError: "insecure",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** `kind` is `camera` or `microphone`. */
export function deviceError(error, kind) {
  return { code: codes[error?.name] ?? "unsupported", kind };
}

/** Browsers hide devices from pages that came over an unprotected line. */
export function missingDevices(kind, isSecure = globalThis.isSecureContext) {
  return { code: isSecure ? "unsupported" : "insecure", kind };
}
