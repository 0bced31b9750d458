// The quiet noise of a bar, generated on the spot: many voices without a recognisable word, and now and then a glass.
// Brown noise is filtered through the bands of voices, each swelling in its own time.

const loudness = 0.05;
const fade = 1.5;
/** `[middle of the band in hertz, share, seconds of one swell]` */
const bands = [[240, 1, 3.1], [470, 0.7, 2.3], [900, 0.4, 1.7], [1900, 0.16, 1.3]];
const seconds = 7;

export class Murmur {
  #gain = null;
  #nodes = [];

  /** Fades in or out. `output` is the destination node. */
  set(isOn, context, output) {
    if (isOn === Boolean(this.#gain)) return;
    if (isOn) this.#begin(context, output);
    else this.#end(context);
  }

  #begin(context, output) {
    this.#gain = new GainNode(context, { gain: 0 });
    this.#gain.gain.linearRampToValueAtTime(loudness, context.currentTime + fade);
    this.#gain.connect(output);
    const noise = new AudioBufferSourceNode(context, { buffer: brown(context), loop: true });
    this.#nodes = [noise, ...bands.map((band) => swell(context, noise, band, this.#gain))];
    noise.start();
  }

  #end(context) {
    const [gain, nodes] = [this.#gain, this.#nodes];
    this.#gain = null;
    this.#nodes = [];
    gain.gain.cancelScheduledValues(context.currentTime);
    gain.gain.setTargetAtTime(0, context.currentTime, fade / 4);
    for (const node of nodes) node.stop(context.currentTime + fade);
    nodes[0].onended = () => gain.disconnect();
  }
}

/** Returns the oscillator, which must be stopped. */
function swell(context, noise, [frequency, share, period], output) {
  const band = new BiquadFilterNode(context, { type: "bandpass", frequency, Q: 1.1 });
  const level = new GainNode(context, { gain: share * 0.6 });
  const wave = new OscillatorNode(context, { frequency: 1 / period });
  const depth = new GainNode(context, { gain: share * 0.4 });
  wave.connect(depth).connect(level.gain);
  noise.connect(band).connect(level).connect(output);
  wave.start();
  return wave;
}

/** Brown noise whose ends fit together, so that the loop is inaudible. */
function brown(context) {
  const buffer = new AudioBuffer({ length: seconds * context.sampleRate, sampleRate: context.sampleRate });
  const samples = buffer.getChannelData(0);
  let last = 0;
  for (let at = 0; at < samples.length; at += 1) {
    last = (last + 0.02 * (Math.random() * 2 - 1)) / 1.02;
    samples[at] = last * 3.5;
  }
  const drift = samples.at(-1) - samples[0];
  for (let at = 0; at < samples.length; at += 1) samples[at] -= (drift * at) / samples.length;
  return buffer;
}
