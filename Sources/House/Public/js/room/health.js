// A connection's getStats reduced to a few numbers, with their meaning. Independent of the DOM.

/** The codes for what keeps somebody from being heard or seen. */
export const troubles = ["micHeld", "cameraHeld", "micGone", "cameraGone"];

const none = { received: 0, lost: 0, voice: 0, upLoss: 0, roundTrip: 0, outgoing: null };

/**
 * `report` is an RTCStatsReport. `received` and `lost` are packets of all that comes in, `voice` those of the voice, `upLoss` the
 * share lost of what goes out. Its audio energy is of no use: Chromium counts none while a stream is heard by Web Audio only.
 */
export function sample(report) {
  const found = { ...none };
  for (const stats of report.values()) readers[stats.type]?.(found, stats);
  return found;
}

const readers = {
  "inbound-rtp": (found, { kind, packetsReceived = 0, packetsLost = 0 }) => {
    found.received += packetsReceived;
    found.lost += packetsLost;
    if (kind === "audio") found.voice += packetsReceived;
  },
  "remote-inbound-rtp": (found, { fractionLost = 0, roundTripTime = 0 }) => {
    found.upLoss = Math.max(found.upLoss, fractionLost);
    found.roundTrip = Math.max(found.roundTrip, roundTripTime);
  },
  "candidate-pair": (found, { nominated, state, availableOutgoingBitrate, currentRoundTripTime = 0 }) => {
    if (!nominated || state !== "succeeded") return;
    found.outgoing = availableOutgoingBitrate ?? found.outgoing;
    found.roundTrip = Math.max(found.roundTrip, currentRoundTripTime);
  },
};

/** Between two samples: shares lost, and whether a voice came. */
export function difference(before, after) {
  const received = Math.max(0, after.received - before.received);
  const lost = Math.max(0, after.lost - before.lost);
  const { upLoss, roundTrip, outgoing } = after;
  const isFlowing = after.voice > before.voice;
  return { downLoss: lost && lost / (lost + received), upLoss, roundTrip, outgoing, isFlowing };
}

/** True if outgoing data arrives so badly that less should be sent. `wanted` is in bits per second. */
export function isOverloaded({ upLoss, roundTrip, outgoing }, wanted) {
  return upLoss > 0.08 || roundTrip > 1 || (outgoing !== null && outgoing < wanted * 0.4);
}

export function isWeak({ downLoss, upLoss, roundTrip }) {
  return downLoss > 0.05 || upLoss > 0.05 || roundTrip > 0.5;
}

/** Notices a voice that should be heard and isn't: no data comes for a while, or the other speaks and there is silence. */
export class Silence {
  isSilent = false;
  #missed = 0;

  /**
   * `isExpected`: the microphone is open and meant for us; `isTalking`: so the other side says; `isHeard`: there was a sound, null when
   * this page can't tell.
   */
  hear({ isFlowing, isExpected, isTalking, isHeard }) {
    const isMissing = isExpected && (!isFlowing || (isTalking && isHeard === false));
    if (isMissing) this.#missed += 1;
    else if (!isExpected || isHeard || !isTalking) this.#missed = 0;
    this.isSilent = this.#missed >= 3;
  }
}
