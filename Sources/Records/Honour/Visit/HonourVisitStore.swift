import Core
import Database
import Foundation

/// Assembles the page of a guest of honour. About the guests it shows only what they tell everybody at the door, and
/// what they asked.
package struct HonourVisitStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Nil for every other guest.
  package func visit(of guest: GuestID, _ party: Party, _ host: Host) throws -> HonourVisit? {
    guard let honour = try HonourStore(connection: connection).honour(guest) else { return nil }
    let slot = honour.slot(at: party.start)
    return HonourVisit(honour: honour, slot: slot, brief: try brief(honour, slot, party, host))
  }

  private func brief(_ honour: Honour, _ slot: HonourSlot?, _ party: Party, _ host: Host) throws -> HonourBrief {
    let circle = try CircleStore(connection: connection).circle(of: party.id)
    let questions = try HonourQuestionStore(connection: connection).questions(of: party.id)
    return HonourBrief(
      honoured: try GuestStore(connection: connection).guest(honour.guest, of: party.id).name,
      circle: circle?.name ?? party.substance.topic, hostName: host.name, role: honour.role,
      topic: party.substance.topic, start: party.isDateKnown ? slot?.startsAt.date : nil, minutes: honour.minutes,
      people: try people(at: party, questions),
      past: try circle.map { try CirclePast(connection: connection, circle: $0.id).evenings() } ?? [],
      questions: questions.forBrief().map(\.text))
  }

  /// The people who come or may come, with the most popular of their questions, or their wish.
  private func people(
    at party: Party, _ questions: [CircleQuestion<HonourQuestionID>]
  ) throws -> [HonourBrief.Person] {
    let authors = try HonourQuestionStore(connection: connection).authors(of: party.id)
    return try GuestStore(connection: connection).guests(of: party.id).filter(\.isExpected).map { guest in
      let asked = questions.first { authors[$0.id] == guest.guest.id }?.text
      let profile = guest.floorProfile
      return HonourBrief.Person(name: profile.name, line: profile.line, wants: asked ?? guest.guest.wishes)
    }
  }
}
