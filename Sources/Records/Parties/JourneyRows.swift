import Core
import Database
import Foundation

/// A guest as returned by the statement about journeys.
package struct InvitedGuest {
  package let known: KnownGuest
  /// True if their letter is ready for the host's own program.
  package let isHandedOver: Bool

  package init(known: KnownGuest, isHandedOver: Bool) {
    self.known = known
    self.isHandedOver = isHandedOver
  }
}

/// The slots of a party with everybody's votes on them.
package struct StoredPoll {
  package private(set) var slots: [Slot] = []
  package private(set) var votes: [GuestID: [SlotID: VoteValue]] = [:]

  package init(slots: [Slot] = [], votes: [GuestID: [SlotID: VoteValue]] = [:]) {
    self.slots = slots
    self.votes = votes
  }

  /// - Parameters: a vote on the slot; nil if it has none. Rows of one slot come one after another.
  package mutating func add(_ slot: Slot, by guest: GuestID?, _ value: VoteValue?) {
    if slots.last?.id != slot.id { slots.append(slot) }
    if let guest { votes[guest, default: [:]][slot.id] = value }
  }
}

extension PartyFacts {
  /// As far as the party's own row goes.
  package init(_ row: Row) throws {
    let party = try Party(row)
    self.init(
      party: party, occasion: try KnownOccasion(party.occasion, beside: row), peopleKnown: try row.get("people_known"),
      guests: [],
      poll: DatePoll(slots: [], voters: []), failedMails: try row.get("failed_mails"),
      mailsForHost: try row.get("mails_for_host"), queuedMails: try row.get("queued_mails"), came: try row.get("came"))
    (mailsIn, openMailsIn) = (try row.get("mails_in"), try row.get("open_mails_in"))
    if let id: CircleID = try row.find("circle_id"), let name: String = try row.find("circle_name") {
      circle = KnownCircle(id: id, name: name)
    }
    if let email: String = try row.find("cohost_email") {
      cohost = KnownCohost(
        name: try row.get("cohost_name"), email: email, hasAccepted: try row.find("cohost_since", as: Date.self) != nil,
        signs: party.signer != nil, hears: try row.get("hears"), ownerHears: try row.get("owner_hears"))
    }
    held = try HeldAct(beside: row, of: party)
  }

  /// - Parameter everyObjector: guests of this and other parties who must not be written to.
  package mutating func fill(_ invited: [InvitedGuest], _ stored: StoredPoll?, objected everyObjector: Set<GuestID>) {
    guests = invited.map { $0.known }.filter { !$0.guest.isHonoured }
    honoured = invited.first { $0.known.guest.isHonoured }?.known
    handedOver = Set(invited.filter { $0.isHandedOver }.map { $0.known.guest.id })
    objected = everyObjector.intersection(guests.map { $0.guest.id })
    hasHonouredObjected = honoured.map { everyObjector.contains($0.guest.id) } ?? false
    guard party.dateKind == .poll else { return }
    poll = DatePoll(party, guests: guests, slots: stored?.slots ?? [], votes: stored?.votes ?? [:])
  }
}

extension KnownOccasion {
  /// Nil if the party has none.
  fileprivate init?(_ id: OccasionID?, beside row: Row) throws {
    guard let id, let kind: String = try row.find("occasion_kind") else { return nil }
    self.init(
      id: id, kind: LetterOccasion.Kind(rawValue: kind) ?? .none, name: try row.get("occasion_name"),
      year: try row.get("occasion_year"))
  }
}
