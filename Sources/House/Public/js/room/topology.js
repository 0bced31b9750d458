// The seam between the room and the way its voices travel. A topology has
//   apply(links)                   whom one is linked with and what flows (docs/protocol.md); what is not listed stops at once
//   signal(from, data)             what the other side, or the server as `media`, says
//   setLocal(audio, camera, screen) tracks, or null for what doesn't go out
//   setIce(servers, isRelayOnly), setTalking(isTalking), setTrouble(code), recover(isNewNetwork), health(id), trouble(id), isSealed, close()
// and tells
//   track    {peer, kind: audio|camera|screen, stream or null}
//   health   {peer, health: connecting|good|weak|silent|lost|retrying, or null when parted}
//   unheard  {peer}                they speak, and nothing is heard
//   sealed   isSealed may be another
//   line     {line: good|soundOnly|textOnly}   the own line as a whole
// Its `deps` are `{send(to, data), isAudible(id), isHeard(id), isHere(id), isFresh(), clock}`: whether somebody's microphone is open, whether something of
// theirs was heard just now (null: can't tell), and whether the floor has them; `isFresh()`: whether the servers' credentials still hold; and
// `sizeOf(id)`: how high their picture is shown, in pixels of the screen, or null; `sealUrl`: where
// seal-worker.js is.

import { Mesh } from "./mesh.js";

/** The page loads `sfu.js` as a module of its own, where the installation has a media server; it leaves its class here. */
const kinds = { mesh: Mesh, get sfu() { return globalThis.Sfu; } };

/** The topology of a kind; null if this page doesn't know it, and only text goes on. */
export function createTopology(kind, deps) {
  return kinds[kind] ? new kinds[kind](deps) : null;
}
