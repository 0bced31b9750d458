// Voices and pictures of the room: carries out the floor's links through the topology, between the devices here and the
// listener's ears. Dispatches `me`, `peer` with `{id}`, `speaking`, `notice` with `{code, id?, isOver}`, `picture` with
// `{id, kind, stream}`.

import { systemClock } from "./clock.js";
import { Devices } from "./devices.js";
import { Interruptions } from "./interruptions.js";
import { News } from "./news.js";
import { Screen } from "./screen.js";
import { Sound } from "./sound.js";
import { createTopology } from "./topology.js";
import { places } from "./voice.js";

const notices = { soundOnly: "soundOnly", textOnly: "textOnly" };
const unheardFor = 15_000;

export class Media extends News {
  isMuted = false;
  /** Away for a minute: every light is off. */
  isPaused = false;
  /** True while the key or button of push to talk is held. */
  isPressed = false;
  line = "good";
  /** How high somebody's picture is shown, as the room knows. */
  sizeOf = () => null;
  /** `{camera, screen}` as streams, by id. */
  pictures = new Map();
  #topology = null;
  #kind = null;
  #unheard = new Map();
  #trouble = "";
  #iceUntil = Infinity;
  #mutedBy = null;
  #isRelayOnly = false;

  constructor(protocol, floor, clock = systemClock) {
    super();
    Object.assign(this, { protocol, floor, clock });
    this.sound = new Sound(clock);
    this.devices = new Devices(this.sound);
    this.screen = new Screen();
    this.interruptions = new Interruptions(this.devices, clock);
    this.sound.areSoundsOn = this.devices.choices.sounds;
    this.#listenToDevices();
    this.#listenToProtocol();
  }

  async setMode(mode) {
    await this.devices.open(mode);
  }

  setMuted(isMuted) {
    this.isMuted = isMuted;
    if (!isMuted && this.#mutedBy) {
      this.#notice("mutedBy", true, this.#mutedBy);
      this.#mutedBy = null;
    }
    this.#open();
  }

  /** Whoever hosts closed the microphone; only its owner opens it again. */
  muteBy(id) {
    this.setMuted(true);
    this.#mutedBy = id;
    this.#notice("mutedBy", false, id);
  }

  /** The key is held, or let go. */
  press(isPressed) {
    if (this.isPressed === isPressed) return;
    this.isPressed = isPressed;
    this.#open();
  }

  /** Goes away for a minute, or comes back with the same devices. */
  async setPaused(isPaused) {
    if (this.isPaused === isPaused) return;
    this.isPaused = isPaused;
    this.screen.stop();
    if (isPaused) await this.devices.close();
    else await this.devices.open(this.devices.choices.mode);
    this.tell("me");
  }

  #open() {
    const isOpen = !this.isMuted && (!this.devices.choices.pushToTalk || this.isPressed);
    if (this.devices.microphone) this.devices.microphone.enabled = isOpen;
    this.tell("me");
  }

  peer(id) {
    const health = this.#topology?.health(id) ?? null;
    if (!health) return null;
    const { camera = null, screen = null } = this.pictures.get(id) ?? {};
    return {
      health, isSpeaking: this.sound.isSpeaking(id), hasPicture: Boolean(camera), hasScreen: Boolean(screen),
      volume: this.sound.volume(id), trouble: this.#topology.trouble(id),
    };
  }

  /** A stream for a `<video>`, or null. */
  picture(id, kind) {
    if (id !== this.floor.you && id !== "me") return this.pictures.get(id)?.[kind] ?? null;
    const track = kind === "screen" ? this.screen.track : this.devices.camera;
    return track && new MediaStream([track]);
  }

  /** How voices travel, by a name of the topologies. */
  get way() {
    return this.#kind;
  }

  /** Only those who hear each other can: between browsers by itself, over a media server where all can seal. */
  get isSealed() {
    return this.#topology?.isSealed ?? false;
  }

  connectionTo(id) {
    return this.#topology?.connectionTo?.(id) ?? null;
  }

  /** Seats changed, so voices come from other directions. */
  arrange() {
    const { me } = this.floor;
    const people = me?.table && !this.floor.isOnStage ? this.floor.at(me.table) : this.floor.inside;
    const ids = this.floor.isBackstage ? this.floor.backstage : people.map(({ id }) => id);
    this.sound.place(places(ids, this.floor.you));
  }

  recover(isNewNetwork) {
    this.#topology?.recover(isNewNetwork);
  }

  /** Closes everything: devices, sound and connections. */
  close() {
    this.#topology?.close();
    this.#topology = this.#kind = null;
    this.screen.stop();
    this.devices.close();
    this.sound.close();
  }

  #listenToDevices() {
    this.devices
      .on("tracks", () => this.#changed())
      .on("devices", () => this.tell("devices"));
    this.interruptions.on("notice", (notice) => this.tell("notice", notice)).on("trouble", ({ code }) => this.#troubleIs(code));
    this.screen.on("track", () => this.#changed());
    this.sound
      .on("blocked", ({ isBlocked }) => this.#notice("tapForSound", !isBlocked))
      .on("dead", ({ isDead }) => this.#notice("micSilent", !isDead))
      .on("speaking", ({ id, isSpeaking }) => this.#speaks(id, isSpeaking));
  }

  #listenToProtocol() {
    this.protocol
      .on("welcome", (welcome) => this.#iceIs(welcome))
      .on("ice", (offer) => this.#iceIs(offer))
      .on("links", ({ topology, links }) => this.#link(topology, links))
      .on("signal", ({ from, data }) => this.#topology?.signal(from, data))
      .on("unheard", ({ from }) => this.#unheardBy(from));
  }

  #iceIs({ ice, iceUntil = Infinity, relayOnly = false }) {
    this.ice = ice;
    this.#iceUntil = iceUntil;
    this.#isRelayOnly = relayOnly;
    this.#topology?.setIce(ice, relayOnly);
  }

  #troubleIs(code) {
    this.#trouble = code;
    this.#topology?.setTrouble(code);
  }

  #link(kind, links) {
    if (kind !== this.#kind) {
      this.#begin(kind);
      this.tell("me");
    }
    this.#topology?.apply(links);
    this.arrange();
  }

  #begin(kind) {
    this.#topology?.close();
    this.#kind = kind;
    this.#topology = createTopology(kind, {
      send: (to, data) => this.protocol.send({ type: "signal", to, data }),
      isAudible: (id) => isAudible(this.floor.person(id)),
      isHeard: (id) => this.sound.isHeard(id),
      isFresh: () => this.protocol.serverNow() < this.#iceUntil,
      sealUrl: this.sealUrl,
      sizeOf: (id) => this.sizeOf(id),
      isHere: (id) => this.floor.person(id)?.presence === "inside",
      clock: this.clock,
    });
    this.#topology
      ?.on("track", ({ peer, kind, stream }) => this.#received(peer, kind, stream))
      .on("health", ({ peer, health }) => this.#healthIs(peer, health))
      .on("unheard", ({ peer }) => this.protocol.send({ type: "unheard", who: peer }))
      .on("sealed", () => this.tell("me"))
      .on("line", ({ line }) => this.#lineIs(line));
    this.#topology?.setIce(this.ice ?? [], this.#isRelayOnly);
    this.#topology?.setTrouble(this.#trouble);
    this.#send();
  }

  #received(id, kind, stream) {
    if (kind === "audio") return this.sound.setVoice(id, stream);
    this.pictures.set(id, { ...this.pictures.get(id), [kind]: stream });
    this.tell("picture", { id, kind });
    this.tell("peer", { id });
  }

  /** A lost peer may have a new network, or we have: the socket would notice late. */
  #healthIs(id, health) {
    if (health === "retrying") this.protocol.check();
    this.tell("peer", { id });
  }

  #changed() {
    this.setMuted(this.isMuted);
    this.sound.setOwn(this.devices.microphone);
    this.#send();
    for (const kind of ["camera", "screen"]) this.tell("picture", { id: "me", kind });
  }

  #send() {
    this.#topology?.setLocal(this.devices.microphone, this.devices.camera, this.screen.track);
  }

  #speaks(id, isSpeaking) {
    if (id === "me") {
      this.#topology?.setTalking(isSpeaking);
      this.tell("me");
    } else this.tell("peer", { id });
    this.tell("speaking", { id: id === "me" ? this.floor.you : id, isSpeaking });
  }

  #lineIs(line) {
    if (notices[this.line]) this.#notice(notices[this.line], true);
    this.line = line;
    if (notices[line]) this.#notice(notices[line]);
    this.tell("me");
  }

  /** Taken back when nobody has complained for a while. */
  #unheardBy(id) {
    this.#unheard.get(id)?.();
    if (!this.#unheard.has(id)) this.#notice("unheard", false, id);
    this.#unheard.set(id, this.clock.after(unheardFor, () => {
      this.#unheard.delete(id);
      this.#notice("unheard", true, id);
    }));
  }

  #notice(code, isOver = false, id = undefined) {
    this.tell("notice", { code, isOver, ...(id && { id }) });
  }
}

function isAudible(person) {
  return person?.presence === "inside" && !person.isMuted && person.pausedSince == null && (person.mode === "camera" || person.mode === "voice");
}
