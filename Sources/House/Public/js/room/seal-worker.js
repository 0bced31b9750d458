// Seals what goes out and opens what comes in, frame by frame (AES-GCM), so that a media server on the way can do neither. What it needs to
// forward a frame stays readable: a byte of a voice, the head of a picture (RFC 6386 §9.1). Behind what is sealed stand a counter, the
// number of the key and a mark. What can't be opened is dropped: it would be loud noise.

const heads = { audio: 1, key: 10, delta: 3 };
const mark = [0x5e, 0xa1];
const counterBytes = 6;
const tail = counterBytes + 1 + mark.length;

/** `clear`, `hold` (nothing goes out) or `sealed`. */
let mode = "hold";
let own = null;
let count = 0;
/** The person behind each incoming line, the keys of each person by number, and the people who said that their frames are not sealed. */
let lines = {};
const keys = new Map();
let unsealed = [];

onmessage = ({ data }) => {
  if (data.mode) mode = data.mode;
  if (data.own) [own, count] = [data.own, 0];
  if (data.lines) lines = data.lines;
  if (data.unsealed) unsealed = data.unsealed;
  if (data.from) keys.set(data.from, { ...keys.get(data.from), [data.id]: data.key });
  if (data.gone) keys.delete(data.gone);
};

onrtctransform = ({ transformer: { readable, writable, options } }) => {
  const turn = options.line === undefined ? seal : (frame) => open(frame, options.line);
  const transform = async (frame, controller) => {
    const data = await turn(frame).catch(() => null);
    if (!data) return;
    frame.data = data;
    controller.enqueue(frame);
  };
  readable.pipeThrough(new TransformStream({ transform })).pipeTo(writable).catch(() => {});
};

async function seal(frame) {
  if (mode !== "sealed") return mode === "clear" ? frame.data : null;
  const bytes = new Uint8Array(frame.data);
  const head = bytes.subarray(0, headOf(frame));
  const { id, key } = own;
  const counter = new Uint8Array(counterBytes);
  new DataView(counter.buffer).setUint32(2, ++count);
  const closed = await crypto.subtle.encrypt(cipher(counter, head), key, bytes.subarray(head.length));
  return joined(head, new Uint8Array(closed), counter, [id], mark);
}

async function open(frame, line) {
  const from = lines[line];
  const bytes = new Uint8Array(frame.data);
  const end = bytes.length - tail;
  const isSealed = end > 0 && mark.every((byte, index) => bytes[bytes.length - mark.length + index] === byte);
  if (!isSealed) return unsealed.includes(from) ? frame.data : null;
  const key = keys.get(from)?.[bytes[end + counterBytes]];
  const head = bytes.subarray(0, headOf(frame));
  const counter = bytes.subarray(end, end + counterBytes);
  const opened = await crypto.subtle.decrypt(cipher(counter, head), key, bytes.subarray(head.length, end));
  return joined(head, new Uint8Array(opened));
}

function cipher(counter, head) {
  const iv = new Uint8Array(12);
  iv.set(counter);
  return { name: "AES-GCM", iv, additionalData: head };
}

/** Frames of pictures have a type. */
function headOf({ type }) {
  return heads[type] ?? heads.audio;
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}
