// Runs in a page before its own code: keeps every connection the page ever makes, and can tell which tones arrive over
// any of them.

window.connections = [];
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...options) {
    super(...options);
    window.connections.push(this);
  }
};

// Painting four rooms at once needs more than two cores; their look is tested elsewhere.
addEventListener("DOMContentLoaded", () => { document.documentElement.style.display = "none"; });

const size = 4096;
const steady = 5;
const analysers = new Map();
let context = null;

// The level in decibels that each tone (Hz) reaches more than once within so many milliseconds: a voice begins with a
// click, which contains a bit of every tone.
window.listen = async (tones, milliseconds) => {
  context ??= new AudioContext();
  context.resume();
  const levels = tones.map(() => Array(steady).fill(-200));
  const bins = new Float32Array(size / 2);
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    for (const track of incoming("audio")) {
      analyser(track).getFloatFrequencyData(bins);
      tones.forEach((tone, index) => {
        const bin = Math.round((tone * size) / context.sampleRate);
        levels[index].push(Math.max(bins[bin - 1], bins[bin], bins[bin + 1]));
      });
    }
    await new Promise((done) => setTimeout(done, 40));
  }
  return levels.map((found) => Math.round(found.sort((a, b) => b - a)[steady - 1]));
};

// The traffic in and out over those of the connections that are not closed.
window.flows = async (connections) => {
  const sums = { voiceIn: 0, voiceOut: 0, pictureIn: 0, pictureOut: 0, frames: 0, energy: 0 };
  for (const connection of open(connections)) {
    for (const stats of (await connection.getStats()).values()) count(sums, stats);
  }
  return sums;
};

// Of the pictures that come in and are decoded, how high each is.
window.heights = async (connection) => {
  const found = [...(await connection.getStats()).values()];
  return found.filter(({ type, kind, frameHeight }) => type === "inbound-rtp" && kind === "video" && frameHeight).map(({ frameHeight }) => frameHeight);
};

// The number of the room's scripts and style sheets that the page has loaded (those shared by all pages don't count),
// and their bytes after gzip.
window.weigh = async () => {
  const names = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /\/(css|js\/room)\/[^?]*\.(js|css)$/.test(name));
  const sizes = await Promise.all([...new Set(names)].map(async (name) => {
    const { body } = await fetch(name);
    return (await new Response(body.pipeThrough(new CompressionStream("gzip"))).arrayBuffer()).byteLength;
  }));
  return [sizes.length, sizes.reduce((sum, size) => sum + size, 0)];
};

function count(sums, { type, kind, bytesReceived = 0, bytesSent = 0, framesDecoded = 0, totalAudioEnergy = 0 }) {
  const name = kind === "audio" ? "voice" : "picture";
  if (type === "inbound-rtp") sums[`${name}In`] += bytesReceived;
  if (type === "outbound-rtp") sums[`${name}Out`] += bytesSent;
  if (type === "inbound-rtp") sums.frames += framesDecoded;
  if (type === "media-source") sums.energy += totalAudioEnergy;
}

function open(connections) {
  return connections.filter(({ signalingState }) => signalingState !== "closed");
}

function incoming(kind) {
  const receivers = open(window.connections).flatMap((connection) => connection.getReceivers());
  return receivers.map(({ track }) => track).filter((track) => track.kind === kind);
}

function analyser(track) {
  if (!analysers.has(track)) {
    const node = new AnalyserNode(context, { fftSize: size, smoothingTimeConstant: 0 });
    new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }).connect(node);
    analysers.set(track, node);
  }
  return analysers.get(track);
}
