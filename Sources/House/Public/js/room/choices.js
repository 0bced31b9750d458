// Somebody's choices on this device: their means of taking part, the camera, microphone and speaker, whether sounds
// play, what was read. A browser that stores nothing (private windows) forgets them with the page.

const key = "stehtisch.room";
const first = {
  mode: "camera", camera: "", microphone: "", speaker: "", economy: false, sounds: true, keys: true,
  echo: true, noise: true, pushToTalk: false, blur: false, murmur: true, whispersRead: {},
};

export function loadChoices(storage = globalThis.localStorage) {
  try {
    return { ...first, ...JSON.parse(storage.getItem(key)) };
  } catch {
    return { ...first };
  }
}

export function saveChoices(choices, storage = globalThis.localStorage) {
  try {
    storage.setItem(key, JSON.stringify(choices));
  } catch {
    // Nothing can be stored here; the choice holds for this page.
  }
}
