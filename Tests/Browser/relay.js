// Runs in a page before its own code: behaves like a strict firewall that lets only a relay through.

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration) {
    super({ ...configuration, iceTransportPolicy: "relay" });
  }
};

// For each connection, the kind of candidate it uses in each direction.
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
