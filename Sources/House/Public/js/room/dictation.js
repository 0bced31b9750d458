// Captions by the browser's own recognition, and only if it runs on this device: never through a service.

const Recognition = globalThis.SpeechRecognition;

/** True if words can be recognised here without leaving the device. May be false for a browser that would have to fetch a language first. */
export async function canDictate(language) {
  if (!Recognition?.available || !("processLocally" in Recognition.prototype)) return false;
  const found = await Recognition.available({ langs: [language], processLocally: true }).catch(() => "unavailable");
  return found === "available";
}

/** Begins; `hear(text, isFinal)` gets the recognised words. Returns a function that ends it. */
export function dictate(track, language, hear) {
  const recognition = Object.assign(new Recognition(), { processLocally: true, continuous: true, interimResults: true, lang: language });
  let isOn = true;
  recognition.onresult = ({ results, resultIndex }) => {
    const result = results[Math.max(resultIndex, 0)];
    if (result) hear(result[0].transcript.trim(), result.isFinal);
  };
  recognition.onend = () => isOn && recognition.start(track);
  recognition.onerror = ({ error }) => { if (error !== "no-speech") isOn = false; };
  recognition.start(track);
  return () => {
    isOn = false;
    recognition.stop();
  };
}
