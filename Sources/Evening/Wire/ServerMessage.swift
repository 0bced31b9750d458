import Core
import Foundation
import NIOCore
import Records

/// The server's message, as specified in `docs/protocol.md`.
package enum ServerMessage: Hashable, Sendable {
  case welcome(Welcome)
  case change(Change)
  /// The notes of the table somebody has come to.
  case table(TableNotes)
  case done(id: Int, number: Int)
  case refused(id: Int, code: String, text: String)
  case links([FloorLink], topology: Topology)
  case signal(from: ParticipantID, data: PassedOn)
  case caption(from: ParticipantID, text: String, isFinal: Bool)
  case clink(from: ParticipantID, to: ParticipantID)
  case react(from: ParticipantID, ClientMessage.Reaction)
  case unheard(from: ParticipantID)
  case beat(now: Moment)
  case ice(IceOffer)
  case card(from: ParticipantID, FloorCard)
  /// The link to the meeting in another system, for somebody who was let in.
  case meeting(url: String)
  /// For whoever hosts.
  case met(Meetings)
  case error(code: WireProblem, text: String)
  case bye(reason: String, retryAfter: Int)

  /// The way that voices and pictures go.
  package enum Topology: String, Codable, Hashable, Sendable {
    /// Every two speak to each other.
    case mesh
    /// A media server forwards them (SFU).
    case sfu
  }
}

/// The floor for one page, or the part of it that the page missed.
package struct Welcome: Hashable, Sendable, Codable {
  /// The number of the last change in it.
  package var number: Int
  package var now: Moment
  package var you: ParticipantID
  /// Set on a new page, or if too much was missed.
  package var view: FloorView?
  package var changes: [Change]?
  /// For a latecomer: at most three lines in their language.
  package var missed: [String]?
  package var ice: [IceServer]
  package var iceUntil: Moment?
  /// True if browsers must use only the relay; nil for false.
  package var relayOnly: Bool?

  package init(
    number: Int, now: Moment, you: ParticipantID, view: FloorView? = nil, changes: [Change]? = nil,
    missed: [String]? = nil, ice: [IceServer], iceUntil: Moment? = nil, relayOnly: Bool? = nil
  ) {
    self.number = number
    self.now = now
    self.you = you
    self.view = view
    self.changes = changes
    self.missed = missed
    self.ice = ice
    self.iceUntil = iceUntil
    self.relayOnly = relayOnly
  }
}

/// Everything written and said at a table, as far as its reader may know.
package struct TableNotes: Hashable, Sendable, Codable {
  package let number: Int
  package let table: TableID
  package let coaster: [CoasterLine]
  package let talk: [Saying]
  /// Sent only to the people at the table.
  package let knocking: [ParticipantID]

  package init(number: Int, table: TableID, coaster: [CoasterLine], talk: [Saying], knocking: [ParticipantID]) {
    self.number = number
    self.table = table
    self.coaster = coaster
    self.talk = talk
    self.knocking = knocking
  }
}

/// A server for the connection between browsers (`RTCIceServer` of WebRTC).
package struct IceServer: Hashable, Sendable, Codable {
  package let urls: [String]
  package var username: String?
  package var credential: String?

  package init(urls: [String], username: String? = nil, credential: String? = nil) {
    self.urls = urls
    self.username = username
    self.credential = credential
  }
}

/// The pairs who have met this evening, among the people inside.
package struct Meetings: Hashable, Sendable, Codable {
  package let people: [ParticipantID]
  /// Pairs who stood at one table.
  package let met: [[ParticipantID]]
  /// The pairs who have not met, as a sentence in the reader's language.
  package let text: String

  package init(people: [ParticipantID], met: [[ParticipantID]], text: String) {
    self.people = people
    self.met = met
    self.text = text
  }
}

/// Servers with credentials that expire.
package struct IceOffer: Hashable, Sendable, Codable {
  package var ice: [IceServer]
  package var iceUntil: Moment?
  /// True if browsers must use only the relay; nil for false.
  package var relayOnly: Bool?

  package init(ice: [IceServer], iceUntil: Moment? = nil, relayOnly: Bool? = nil) {
    self.ice = ice
    self.iceUntil = iceUntil
    self.relayOnly = relayOnly
  }
}
