/// Somebody who came, or may come, to the party.
package struct Participant: Hashable, Sendable, Codable {
  package let id: ParticipantID
  package var profile: Profile
  package var presence: Presence
  /// May do what the host may. The host hands this right on; exactly one participant holds it.
  package var isHosting: Bool
  package var mode: Mode
  package var isMuted: Bool
  /// The time at which the hand went up; nil while it is down.
  package var handUpSince: Moment?
  /// The table they stand at; nil on the way between tables or outside.
  package var table: TableID?
  /// The place at the table, from 0: faces keep their places, and voices come from them.
  package var seat: Int?
  /// The table they came from, so that a move is as easily undone.
  package var previousTable: TableID?
  /// The time at which they said they must leave; it puts them first in the order of speakers.
  package var leavesAt: Moment?
  /// Has had the word on the stage in the current part.
  package var hasSpoken: Bool
  /// Wants to stay where they stand when rounds are played.
  package var isStaying: Bool
  /// Since when they have been away from their page for a minute; nil while they aren't.
  package var pausedSince: Moment?

  package struct Profile: Hashable, Sendable, Codable {
    package var name: String
    /// One line that says who they are, for people who don't know them.
    package var line: String
    /// Water counts.
    package var drink: String
    package init(name: String, line: String, drink: String) {
      self.name = name
      self.line = line
      self.drink = drink
    }
  }

  package enum Presence: String, Hashable, Sendable, Codable {
    /// Not here yet.
    case expected
    /// Outside the door, checking camera and microphone.
    case lobby
    /// Has asked to be let in.
    case waiting
    case inside
    /// Inside, but their connection dropped; the seat is kept for a while.
    case away
    case left
    /// Removed by the host; can't come back.
    case removed
  }

  /// The means with which somebody takes part. All are equal.
  package enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    case camera, voice, listening, text
  }

  package init(id: ParticipantID, profile: Profile, leavesAt: Moment? = nil) {
    self.id = id
    self.profile = profile
    self.leavesAt = leavesAt
    presence = .expected
    isHosting = id == .host
    mode = .listening
    isMuted = false
    hasSpoken = false
    isStaying = false
  }

  /// Stands in the room, connected or about to come back.
  package var isInRoom: Bool { presence == .inside || presence == .away }
}
