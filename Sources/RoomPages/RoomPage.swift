import Core
import Foundation
import HTML
import House
import Records
import Site

/// The evening: outside the door, at the tables, on the stage. The page contains every word and every shape; `js/room`
/// knows what happens, `js/room/view` shows it.
package struct RoomPage: Page {
  package let facts: RoomFacts
  /// A frozen floor for the gallery: the page then opens no socket.
  package var sample: FloorView?

  package init(facts: RoomFacts, sample: FloorView? = nil) {
    self.facts = facts
    self.sample = sample
  }

  package var chrome: Chrome { .room }
  package var modules: [String] { (facts.hasMediaServer ? ["room/sfu"] : []) + ["room/view/start"] }
  package var styleSheets: [String] { ["base", "controls"] + Self.ownStyleSheets }

  static let ownStyleSheets = ["room", "room-floor"]

  package func title(_ t: Phrases) -> String { t("room.title", ["topic": facts.topic]) }

  package func meta(_ t: Phrases) -> [Node] { RoomMeta(facts: facts, sample: sample).nodes(t) }

  package func body(_ t: Phrases) -> Node {
    group {
      element("noscript", []) {
        div(.class("plain-word paper")) {
          p { t("room.noScript") }
          p { a(.href(facts.back.text)) { t("room.back") } }
        }
      }
      RoomBar(facts: facts).node(t)
      div(.class("asks"), .id("asks"), .role("region"), .aria(.label, t("room.asks")))
      RoomLobby(facts: facts).node(t)
      div(.class("floor"), .id("floor"), .hidden) {
        RoomTabs().node(t)
        RoomTables().node(t)
        RoomPicture().node(t)
        RoomStage(facts: facts).node(t)
        div(.class("talk")) {
          RoomTable().node(t)
          RoomNotes().node(t)
        }
        RoomHosting().node(t)
      }
      RoomEnding(facts: facts).node(t)
      RoomDock().node(t)
      RoomDialogs(facts: facts).node(t)
      RoomTemplates().node(t)
      RoomMeta(facts: facts, sample: sample).words(t)
      div(.class("told"), .id("told"), .aria(.hidden, "true"))
      div(.class("visually-hidden"), .id("polite"), .aria(.live, "polite"))
    }
  }
}

/// The facts about its party and its visitor that the page has before the socket is open.
package struct RoomFacts: Sendable {
  let you: ParticipantID
  package let topic: String
  package let question: String
  let hostName: String
  /// The time at which the doors are meant to open; nil if no date is settled.
  package let start: Date?
  /// The zones the reader wants times in, of which the first valid one is used.
  package let zones: [String]
  /// The address of the socket.
  package let socket: Path
  /// The page the visitor came from and returns to.
  let back: Path
  /// The visitor's known details, which they may change.
  let profile: Participant.Profile
  /// The time until which the visitor can stay, if they gave one.
  let leavesAt: Moment?
  /// True if the doors open automatically when the time comes.
  var opensItself = false
  /// True if voices and pictures are in another system.
  var isElsewhere = false
  /// True if the installation has a media server, so that the page needs the modules for it.
  var hasMediaServer = false

  package init(
    you: ParticipantID, topic: String, question: String, hostName: String, start: Date?, zones: [String], socket: Path,
    back: Path, profile: Participant.Profile, leavesAt: Moment?, opensItself: Bool = false, isElsewhere: Bool = false
  ) {
    self.you = you
    self.topic = topic
    self.question = question
    self.hostName = hostName
    self.start = start
    self.zones = zones
    self.socket = socket
    self.back = back
    self.profile = profile
    self.leavesAt = leavesAt
    self.opensItself = opensItself
    self.isElsewhere = isElsewhere
  }
}
