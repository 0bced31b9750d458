import Core
import Database
import Foundation
import Records

extension LetterComposition {
  /// The facts about the circle in the letter to a guest of honour, from the stored data.
  func honourFacts(
    _ honour: Honour, for guest: KnownGuest, _ party: Party, _ connection: any Connection
  ) throws -> HonourFacts {
    let circle = try CircleStore(connection: connection).circle(of: party.id)
    let past = try circle.map { try CirclePast(connection: connection, circle: $0.id).evenings() } ?? []
    let members = try circle.map { try CircleMemberStore(connection: connection, circle: $0.id).members() } ?? []
    let questions = try HonourQuestionStore(connection: connection).questions(of: party.id).forBrief()
    let slot = honour.slot(at: party.start)
    return HonourFacts(
      members: members.filter { $0.leftAt == nil }.prefix(Self.namedMembers).map(\.introduction),
      evenings: past.count, topics: past.reversed().map(\.topic), questions: questions.map(\.text),
      reason: honour.reason, minutes: honour.minutes,
      date: party.isDateKnown ? slot.map { words($0.startsAt.date, for: guest, party) } : nil, role: honour.role)
  }

  /// The parts of a guest of honour's letter as composed.
  package func honourSentences(
    for guest: KnownGuest, party: Party, host: Host, connection: any Connection
  ) throws -> [HonourSentence: String] {
    guard let honour = guest.guest.honour else { return [:] }
    let facts = try facts(for: guest, party: party, host: host, connection: connection)
    return Letter.proposedSentences(facts, try honourFacts(honour, for: guest, party, connection))
  }

  /// With more names it would be a list, not an introduction.
  private static let namedMembers = 6

  /// The guest of honour's letter after the evening, from the host's edited text.
  package func thanks(
    _ text: String, for guest: KnownGuest, party: Party, host: Host, connection: any Connection
  ) throws -> Letter {
    .thanks(try facts(for: guest, party: party, host: host, connection: connection), text: text)
  }
}

extension Circle.Member {
  /// “Karin Holm, Leiterin Personal”; without a role, the organisation identifies them.
  package var introduction: String {
    let line = role.isEmpty ? organisation : role
    return line.isEmpty ? name : "\(name) (\(line))"
  }
}
