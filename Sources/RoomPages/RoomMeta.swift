import Core
import Evening
import Foundation
import HTML
import House
import Records

/// Facts for the modules: the address of the socket, the viewer, and the words for sentences they assemble.
struct RoomMeta {
  let facts: RoomFacts
  let sample: FloorView?

  @NodeBuilder func nodes(_ t: Phrases) -> [Node] {
    fact("floor-socket", sample == nil ? facts.socket.text : "")
    fact("floor-you", facts.you.rawValue)
    fact("floor-back", facts.back.text)
    fact("floor-host", facts.hostName)
    fact("floor-zone", t.zones.first(facts.zones).identifier)
    if let start = facts.start { fact("floor-start", String(Moment(start).milliseconds)) }
    if facts.opensItself { fact("floor-itself", "1") }
    if let leave = facts.leavesAt { fact("floor-leaves", String(leave.milliseconds)) }
    if facts.isElsewhere { fact("floor-elsewhere", "true") }
    if let assets = t.assets {
      fact("floor-icons", assets.url("img/icons.svg"))
      fact("floor-seal", assets.url("js/room/seal-worker.js"))
    }
    if let sample, let view = json(sample) { fact("floor-sample", view) }
  }

  private func fact(_ name: String, _ value: String) -> Node {
    meta(.name(name), .content(value))
  }

  /// Words with placeholders that modules fill in have an attribute of their own.
  func words(_ t: Phrases) -> Node {
    template(.id("room-words"), .data("data-text", json(RoomWords.all(t)) ?? "{}"))
  }

  private func json(_ value: some Encodable) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
  }
}
