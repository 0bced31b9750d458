import Core
import Database
import Foundation
import House
import Records

/// Takes an answer or votes that came in another way than by the guest's page, with all that follows from them, inside one
/// transaction. Who has no letter yet was asked in another way, too: their seat is counted from then on.
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
  ///   - word: what they said besides; empty for nothing.
  ///   - seen: when the guest had last answered, as far as whoever enters this knew; nil for never.
  /// - Throws: `AppError.conflict` when the guest has said something themselves meanwhile, or the party takes no answers.
  package func take(_ answer: Answer, word: String, seen: Date?) throws {
    try prepare(seen)
    try GuestReply(services: services, connection: connection).take(answer, word: word, from: hand)
  }

  /// - Parameters:
  ///   - votes: by the slot's id. Slots of another party and unknown values are left out.
  ///   - seen: as above.
  /// - Throws: the same, and `AppError.conflict` when there is no poll any more.
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
