// A remote voice on its way to the ear: measured, made louder or softer, and put in its place; voices are spaced evenly
// around the listener by seat.

import { Meter } from "./speech.js";

export class Voice {
  constructor(context, output, stream) {
    this.stream = stream;
    this.source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.gain = new GainNode(context);
    this.panner = new PannerNode(context, { panningModel: "HRTF", positionZ: -1 });
    this.meter = new Meter(context, this.source);
    this.source.connect(this.gain).connect(this.panner).connect(output);
    this.element = pulled(stream);
    this.isPlaced = context.state === "running";
  }

  /** If Web Audio does not run, the plain element is better than silence. */
  set isPlaced(isPlaced) {
    this.element.muted = isPlaced;
    this.element.play().catch(() => {});
  }

  /** `isNear`: there are few enough voices to compute the ear's shape for each. */
  place(angle, isNear) {
    this.panner.panningModel = isNear ? "HRTF" : "equalpower";
    this.panner.positionX.value = Math.sin(angle);
    this.panner.positionZ.value = -Math.cos(angle);
  }

  set volume(value) {
    this.gain.gain.value = value;
  }

  close() {
    for (const node of [this.source, this.gain, this.panner]) node.disconnect();
    this.element.srcObject = null;
  }
}

/** Chromium decodes a remote stream only for a media element, which stays mute while Web Audio plays it. */
function pulled(stream) {
  const element = new Audio();
  element.srcObject = stream;
  return element;
}

const widest = (75 * Math.PI) / 180;

/** `[id, angle]` for the others at a table, whose people are given by seat. 0 is straight ahead, negative is left. */
export function places(people, me) {
  const mine = people.indexOf(me);
  const others = [...people.slice(mine + 1), ...people.slice(0, Math.max(mine, 0))];
  return others.map((id, index) => [id, others.length === 1 ? 0 : widest * ((2 * index) / (others.length - 1) - 1)]);
}
