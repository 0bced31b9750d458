import Acts
import Core
import Foundation
import House
import Records

extension PersonalView {
  /// An invented guest's page.
  package static func sample(
    _ state: GuestState = .invited, answer: Answer? = nil, stage: PartyStage = .inviting, hasPoll: Bool = false,
    hasLetter: Bool = true, movedFrom: Date? = nil, removedAt: Date? = nil, wasInside: Bool = false,
    isHonoured: Bool = false
  ) -> PersonalView {
    let facts = hasPoll ? PartyFacts.polling : .inviting
    var party = hasPoll ? facts.party : Party.sample(stage: stage)
    if stage == .cancelled {
      (party.confirmedAt, party.cancelReason) = (facts.party.createdAt, "Ich liege mit Grippe im Bett.")
    }
    var person = facts.guests[0]
    person.guest.invitation = Invitation(
      state: state, invitedAt: party.createdAt, answer: answer, word: answer == nil ? nil : "Da bin ich gespannt.")
    person.guest.removedAt = removedAt
    let slots = facts.poll.slots
    return PersonalView(
      token: Token(bytes: Array(repeating: 7, count: 16)), links: .sample(person.guest.id), party: party,
      person: person, host: .sample,
      standing: GuestStanding(
        state: state, removedAt: removedAt, wasInside: wasInside, stage: party.stage, isHonoured: isHonoured),
      letter: hasLetter ? .sample(party) : nil, slots: slots,
      votes: answer == nil ? [:] : Dictionary(uniqueKeysWithValues: zip(slots.map(\.id), VoteValue.allCases)),
      origin: AddressOrigin(list: "Programm 2026", importedAt: party.createdAt), movedFrom: movedFrom,
      hasSavedCard: false, now: PartyFacts.sampleTime)
  }
}

extension PersonalPage {
  package static var samples: [PersonalPage] {
    let old = PartyFacts.sampleTime.addingTimeInterval(3 * 86_400)
    let views: [PersonalView] = [
      .sample(), .sample(hasPoll: true), .sample(hasLetter: false), .sample(.silent, stage: .scheduled),
      .sample(.accepted, answer: .yes, hasPoll: true), .sample(.tentative, answer: .perhaps, hasPoll: true),
      .sample(.accepted, answer: .yes), .sample(.accepted, answer: .yes, stage: .scheduled),
      .sample(.tentative, answer: .perhaps, stage: .scheduled),
      .sample(.accepted, answer: .yes, stage: .scheduled, movedFrom: old), .sample(.declined, answer: .no),
      .sample(.declined), .sample(.waiting, answer: .yes), .sample(.withdrawn),
      .sample(.withdrawn, answer: .yes, stage: .cancelled), .sample(.accepted, answer: .yes, stage: .ended),
      .sample(.accepted, answer: .yes, stage: .open),
      .sample(.accepted, answer: .yes, stage: .open, removedAt: PartyFacts.sampleTime),
    ]
    return views.map { PersonalPage(view: $0) } + [
      PersonalPage(view: .sample(.accepted, answer: .yes, hasPoll: true), saved: "votes"), refused, asking,
    ] + afterwards + referring
  }

  private static var asking: PersonalPage {
    var view = PersonalView.sample(.accepted, answer: .yes, stage: .scheduled)
    view.questions = .sample
    return PersonalPage(view: view, saved: "questions")
  }

  /// A member who declined: has named somebody, has named nobody by name, is pausing and avoids somebody.
  private static var referring: [PersonalPage] {
    var view = PersonalView.sample(.declined, answer: .no)
    let wrong = Referral(name: "", line: "Die Kollegin von neulich", referredAt: view.now)
    let empty = PersonalPage(
      view: view, referred: wrong, errors: FieldErrors(["referred": Message("referral.error.name")]))
    view.person.referral = Referral(name: "Nora Feld", contact: "nora.feld@example.org", referredAt: view.now)
    view.membership = .sample
    view.membership?.pausedUntil = view.now.addingTimeInterval(90 * 86_400)
    view.membership?.avoided = 1
    return [empty, PersonalPage(view: view, saved: "referral")]
  }

  private static var afterwards: [PersonalPage] {
    [
      Keepsakes.sample(), .sample(hasBallot: false), .sample(isEmpty: true),
      .sample(hasBallot: false, isEmpty: true, wasThere: false),
    ]
    .map { keepsakes in
      var view = PersonalView.sample(.accepted, answer: .yes, stage: .ended, wasInside: keepsakes.wasThere)
      view.keepsakes = keepsakes
      return PersonalPage(view: view)
    }
  }

  private static var refused: PersonalPage {
    let view = PersonalView.sample(.accepted, answer: .yes)
    var entries = PersonalEntries(view)
    (entries.arrives, entries.card.email, entries.card.web) = ("25:00", "anna@", "javascript:alert(1)")
    return PersonalPage(view: view, entered: entries, errors: entries.errors)
  }
}
