// Runs in a page before its own code: as behind a strict firewall, only a relay leads out.

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration) {
    super({ ...configuration, iceTransportPolicy: "relay" });
  }
};

// Of each connection: by which kind of candidate it travels here and there.
window.ways = async (connections) => {
  const ways = [];
  for (const connection of connections.filter(({ connectionState }) => connectionState === "connected")) {
    const stats = await connection.getStats();
    for (const { type, selectedCandidatePairId } of stats.values()) {
      const pair = type === "transport" && stats.get(selectedCandidatePairId);
      if (pair) ways.push([stats.get(pair.localCandidateId).candidateType, stats.get(pair.remoteCandidateId).candidateType]);
    }
  }
  return ways;
};
