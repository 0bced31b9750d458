import Core
import Database
import Foundation
import House
import Records

/// Accepts an answer or votes that came by some other way than the guest's page, with all consequences, inside one
/// transaction. A guest without a letter was asked in some other way too, so their seat counts from then on.
package struct EnteredAnswer {
  package let services: Services
  package let connection: any Connection
  package let hand: AnswerHand

  package init(services: Services, connection: any Connection, hand: AnswerHand) {
    self.services = services
    self.connection = connection
    self.hand = hand
  }

  /// - Parameters:
  ///   - word: anything else they said; empty for nothing.
  ///   - seen: the guest's latest answer, as far as the person entering this knew; nil for never.
  /// - Throws: `AppError.conflict` if the guest has answered themselves in the meantime, or the party takes no answers.
  package func take(_ answer: Answer, word: String, seen: Date?) throws {
    try prepare(seen)
    try GuestReply(services: services, connection: connection).take(answer, word: word, from: hand)
  }

  /// - Parameters:
  ///   - votes: by the slot's id. Slots of another party and unknown values are ignored.
  ///   - seen: as above.
  /// - Throws: the same, and `AppError.conflict` if the poll no longer exists.
  package func take(votes: [String: String], seen: Date?) throws {
    try prepare(seen)
    try GuestVotes(services: services, connection: connection).take(votes, isAll: false, zone: "", from: hand)
  }

  private func prepare(_ seen: Date?) throws {
    let guest = try GuestStore(connection: connection).guest(hand.guest, of: hand.party)
    if guest.guest.standing == .excluded { throw AppError.conflict(Message("entered.problem.excluded")) }
    if guest.guest.hasAnswered(since: seen) {
      throw AppError.conflict(Message("entered.problem.newer", ["name": guest.name]))
    }
    let party = try PartyStore(connection: connection).party(hand.party)
    guard party.takesAnswers else { throw AppError.conflict(Message("waves.problem.over")) }
    let waves = Waves(services: services, connection: connection)
    try waves.answered(by: hand.guest, party)
    try waves.askedOtherwise(hand.guest, party)
  }
}
