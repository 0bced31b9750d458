import Foundation
import Testing

@testable import Core

@Suite("Facts about a guest")
struct GuestFactsTests {
  @Test("The door opens to everybody who was invited and has not said no", arguments: GuestState.allCases)
  func door(_ state: GuestState) {
    let isOpen = [.invited, .silent, .tentative, .accepted].contains(state)
    #expect(guest(state).mayCome == isOpen)
    #expect(!guest(state) { $0.removedAt = .distantPast }.mayCome)
    #expect(!guest(state) { $0.standing = .excluded }.mayCome)
  }

  @Test("An invitation that is a yes, or may still become one, holds a seat", arguments: GuestState.allCases)
  func seat(_ state: GuestState) {
    #expect(guest(state).holdsSeat == [.invited, .tentative, .accepted].contains(state))
    #expect(!guest(state) { $0.standing = .excluded }.holdsSeat)
  }

  @Test("A guest who was removed or withdrawn answers no more")
  func answers() {
    #expect(guest(.accepted).mayAnswer && guest(.silent).mayAnswer)
    #expect(!guest(.withdrawn).mayAnswer)
    #expect(!guest(.accepted) { $0.removedAt = .distantPast }.mayAnswer)
  }

  @Test("A guest of honour is expected at their slot, everybody else when the party begins")
  func start() {
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    let party = Party.invented { ($0.start, $0.minutes) = (start, 60) }
    let honour = Honour(
      guest: guest(.accepted).id, party: party.id, role: .guest, reason: "", beginsAfter: 25, minutes: 20)
    let honoured = guest(.accepted) { $0.seat = .honour(honour) }
    #expect(guest(.accepted).start(at: party) == start && guest(.accepted).minutes(at: party) == 60)
    #expect(honoured.start(at: party) == start + 25 * 60 && honoured.minutes(at: party) == 20)
    #expect(honoured.isHonoured && !guest(.accepted).isHonoured)
  }

  private func guest(_ state: GuestState, change: (inout Guest) -> Void = { _ in }) -> Guest {
    var guest = Guest.invented(1, state: state)
    change(&guest)
    return guest
  }
}

extension Party {
  /// A poll-less party with a substance, eight seats and an hour.
  static func invented(_ change: (inout Party) -> Void = { _ in }) -> Party {
    let time = Date(timeIntervalSince1970: 1_799_000_000)
    var party = Party(
      id: PartyID(at: time, random: (2, 2)), host: HostID(at: time, random: (2, 1)), occasion: nil, stage: .inviting,
      title: "Coaching", substance: Substance(topic: "Vertrauen", question: "Wann?", contribution: "Ein Fall"),
      form: .sie, seats: 8, minutes: 60, zone: "Europe/Berlin", dateKind: .fixed, start: nil, confirmedAt: nil,
      pollDeadline: nil, pollNoticedAt: nil, answerDays: 7, reminderDays: 2, release: .afterNod, expectedDeclines: 0,
      revision: CalendarRevision(uid: "u@example.org"), cancelReason: "", createdAt: time)
    change(&party)
    return party
  }
}

extension Guest {
  static func invented(_ number: Int, state: GuestState) -> Guest {
    let time = Date(timeIntervalSince1970: 1_799_000_000)
    return Guest(
      id: GuestID(at: time, random: (UInt64(number), 3)), party: Party.invented().id,
      person: PersonID(at: time, random: (UInt64(number), 4)), standing: .chosen, position: number, isPinned: false,
      isMustHave: false, invitation: Invitation(state: state, invitedAt: state == .shortlisted ? nil : time),
      linkNumber: 1, wave: 1, wishes: "", brings: "", arrives: "", leaves: "", zone: "", card: Card(),
      letter: LetterEdits(), salutation: "")
  }
}
