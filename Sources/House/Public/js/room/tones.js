// The sounds of the room, generated on the spot: no file is loaded.

/** Partials of struck glass as `[frequency, loudness, seconds of ringing]`. */
const glass = [[2640, 0.5, 0.7], [4420, 0.28, 0.45], [6150, 0.16, 0.3], [8030, 0.08, 0.18]];

const scores = {
  clink: [0, 0.055].flatMap((at, turn) => struck(at, 1 + turn * 0.06, 0.2)),
  glass: [0, 0.19, 0.38, 0.57].flatMap((at) => struck(at, 0.83, 0.26)),
  chime: [[0, 523], [0.28, 784]].map(([at, frequency]) => ({ at, frequency, loudness: 0.09, rise: 0.06, ring: 1.1 })),
  tone: [[0, 440], [0.4, 550], [0.8, 660]].map(([at, frequency]) => ({ at, frequency, loudness: 0.2, rise: 0.03, ring: 0.45 })),
};

/** Plays a tone; the promise is done when it has died away. */
export function playTones(context, output, name) {
  const start = context.currentTime + 0.02;
  const ends = scores[name].map((note) => sound(context, output, note, start));
  return new Promise((done) => setTimeout(done, (Math.max(...ends) - context.currentTime) * 1000));
}

function struck(at, pitch, loudness) {
  return glass.map(([frequency, share, ring]) => ({ at, frequency: frequency * pitch, loudness: loudness * share, rise: 0.002, ring }));
}

function sound(context, output, { at, frequency, loudness, rise, ring }, start) {
  const voice = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  const from = start + at;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + rise);
  gain.gain.exponentialRampToValueAtTime(0.0001, from + rise + ring);
  voice.connect(gain).connect(output);
  voice.start(from);
  voice.stop(from + rise + ring);
  return from + rise + ring;
}
