// What getStats says about a connection, in few numbers, and what they mean. Knows no page.

const none = {
  packets: 0, lost: 0, energy: 0, sent: 0, upLoss: 0, roundTrip: 0, outgoing: null,
};

/** `report` is an RTCStatsReport. `energy` and `packets` are of the voice that comes in, `upLoss` the share lost of what goes out. */
export function sample(report) {
  const found = { ...none };
  for (const stats of report.values()) readers[stats.type]?.(found, stats);
  return found;
}

const readers = {
  "inbound-rtp": (found, { kind, packetsReceived = 0, packetsLost = 0, totalAudioEnergy = 0 }) => {
    found.lost += packetsLost;
    found.received = (found.received ?? 0) + packetsReceived;
    if (kind !== "audio") return;
    found.packets += packetsReceived;
    found.energy += totalAudioEnergy;
  },
  "outbound-rtp": (found, { packetsSent = 0 }) => { found.sent += packetsSent; },
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

/** Between two samples: shares lost, whether the voice came and had anything in it. */
export function difference(before, after) {
  const received = (after.received ?? 0) - (before.received ?? 0);
  const lost = Math.max(0, after.lost - before.lost);
  return {
    downLoss: lost === 0 ? 0 : lost / (lost + Math.max(0, received)),
    upLoss: after.upLoss,
    roundTrip: after.roundTrip,
    outgoing: after.outgoing,
    isFlowing: after.packets > before.packets,
    isSounding: after.energy - before.energy > 1e-7,
  };
}

/** What goes out arrives so badly that less should be sent. `wanted` is in bits per second. */
export function isOverloaded({ upLoss, roundTrip, outgoing }, wanted) {
  return upLoss > 0.08 || roundTrip > 1 || (outgoing !== null && outgoing < wanted * 0.4);
}

export function isWeak({ downLoss, upLoss, roundTrip }) {
  return downLoss > 0.05 || upLoss > 0.05 || roundTrip > 0.5;
}

/** Notices a voice that should be heard and isn't: nothing comes for a while, or the other speaks and there is silence. */
export class Silence {
  isSilent = false;
  #missed = 0;

  /** `isExpected`: microphone open and meant for us. `isTalking`: so the other side says. Returns whether `isSilent` changed. */
  hear({ isFlowing, isSounding }, isExpected, isTalking) {
    const before = this.isSilent;
    const isMissing = isExpected && (!isFlowing || (isTalking && !isSounding));
    const isProved = !isExpected || (isFlowing && (isSounding || !isTalking));
    if (isMissing) this.#missed += 1;
    else if (isProved) this.#missed = 0;
    this.isSilent = this.#missed >= 3;
    return this.isSilent !== before;
  }
}
