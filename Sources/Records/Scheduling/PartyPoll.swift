import Core
import Database
import Foundation

extension DatePoll {
  /// A party's poll. The voters are invited guests who hold a seat, and those whom none of the dates suited; other
  /// people's votes are kept, but don't count.
  package init(
    _ party: Party, guests: [KnownGuest], slots: [Slot], votes: [GuestID: [SlotID: VoteValue]]
  ) {
    let voters = guests.filter { $0.guest.holdsSeat || $0.guest.invitation.asksAgain }
    self.init(
      slots: slots, voters: voters.map { Voter(id: $0.guest.id, name: $0.name) },
      mustHave: Set(voters.filter(\.guest.isMustHave).map(\.guest.id)), deadline: party.pollDeadline, votes: votes)
  }

  package init(_ party: Party, connection: any Connection) throws {
    self.init(
      party, guests: try GuestStore(connection: connection).guests(of: party.id),
      slots: try SlotStore(connection: connection).slots(of: party),
      votes: try VoteStore(connection: connection).votes(of: party.id))
  }
}
