import Core
import Foundation

extension PartyFacts {
  package static let sampleTime = Date(timeIntervalSince1970: 1_795_000_000)

  /// An invented party in each state that pages can show.
  package static var samples: [PartyFacts] {
    [fresh, draft, prepared, inviting, polling, scheduled, over(.ended), over(.cancelled)]
  }

  package static var fresh: PartyFacts {
    var party = Party.sample()
    party.substance = Substance()
    return PartyFacts(
      party: party, occasion: nil, peopleKnown: 0, guests: [], poll: DatePoll(slots: [], voters: []))
  }

  package static var draft: PartyFacts {
    var party = Party.sample()
    party.substance.contribution = ""
    return PartyFacts(
      party: party, occasion: .sample, peopleKnown: 120,
      guests: KnownGuest.samples(party.id, states: Array(repeating: .shortlisted, count: 9)),
      poll: DatePoll(slots: [], voters: []))
  }

  package static var prepared: PartyFacts {
    var facts = draft
    facts.party.substance = Party.sample().substance
    (facts.party.dateKind, facts.party.start) = (.fixed, sampleTime.addingTimeInterval(14 * 86_400))
    facts.guests[1].email = ""
    facts.guests[3].isReturned = true
    facts.objected = [facts.guests[2].guest.id]
    return facts
  }

  package static var inviting: PartyFacts {
    var facts = draft
    facts.party = .sample(stage: .inviting)
    facts.guests = KnownGuest.samples(
      facts.party.id,
      states: [.accepted, .tentative, .declined, .invited, .accepted, .invited, .waiting, .shortlisted, .shortlisted])
    facts.failedMails = 1
    (facts.mailsIn, facts.openMailsIn) = (4, 2)
    return facts
  }

  package static var polling: PartyFacts {
    var facts = inviting
    (facts.party.dateKind, facts.party.start, facts.failedMails) = (.poll, nil, 0)
    facts.party.pollDeadline = sampleTime.addingTimeInterval(-3600)
    let slots = (1...3).map { day in
      Slot(
        id: SlotID(at: sampleTime, random: (UInt64(day), 7)),
        start: sampleTime.addingTimeInterval(Double(day) * 86_400),
        minutes: 60)
    }
    let voters = facts.guests(in: .accepted, .invited, .tentative).map { Voter(id: $0.guest.id, name: $0.name) }
    let votes = Dictionary(
      uniqueKeysWithValues: voters.dropLast().map { voter in
        (voter.id, Dictionary(uniqueKeysWithValues: slots.map { ($0.id, VoteValue.yes) }))
      })
    facts.poll = DatePoll(slots: slots, voters: voters, deadline: facts.party.pollDeadline, votes: votes)
    return facts
  }

  package static var scheduled: PartyFacts {
    var facts = inviting
    facts.party = .sample(stage: .scheduled)
    facts.failedMails = 0
    return facts
  }

  package static func over(_ stage: PartyStage) -> PartyFacts {
    var facts = scheduled
    facts.party.stage = stage
    return facts
  }
}

extension KnownGuest {
  /// Invented guests; if there are more than seven, the last two are reserves.
  package static func samples(_ party: PartyID, states: [GuestState]) -> [KnownGuest] {
    let people = [
      ("Dr. Helene Brandis", "Institut für Beratung, Jena"), ("Aylin Demirkan", "Hochschule Emden"),
      ("Sven Oltmanns", "Stadtwerke Lippe"), ("Jonas Wiechert", "Amt für Soziales, Kiel"),
      ("Priya Raghunathan", "Krankenhausverbund Ems"), ("Florian Achleitner", "Achleitner & Partner, Linz"),
      ("Marta Kowalczyk", "Mediation Nord"), ("Käthe Sommerfeld", "Landesschule Mölln"), ("Tobias Reuther", "Ulm"),
    ]
    return zip(people, states).enumerated().map { index, pair in
      let ((name, organisation), state) = pair
      return KnownGuest(
        guest: .sample(party, number: index + 1, state: state), name: name,
        email: "gast\(index + 1)@example.org", organisation: organisation, role: "")
    }
  }
}

extension Guest {
  package static func sample(_ party: PartyID, number: Int, state: GuestState) -> Guest {
    let time = PartyFacts.sampleTime
    let isReserve = number > 7
    let invitedAt = state == .shortlisted ? nil : time.addingTimeInterval(-5 * 86_400)
    return Guest(
      id: GuestID(at: time, random: (UInt64(number), 3)), party: party,
      person: PersonID(at: time, random: (UInt64(number), 4)), standing: isReserve ? .reserve : .chosen,
      position: isReserve ? number - 7 : number, isPinned: number == 1, isMustHave: false,
      invitation: Invitation(state: state, invitedAt: invitedAt), linkNumber: 1, wave: invitedAt == nil ? 0 : 1,
      wishes: "", brings: "", arrives: "", leaves: "", zone: "", card: Card(), letter: LetterEdits(), salutation: "")
  }
}

extension KnownOccasion {
  package static let sample = KnownOccasion(
    id: OccasionID(at: PartyFacts.sampleTime, random: (5, 5)), kind: .conferenceCancelled,
    name: "Norddeutscher Coaching-Kongress", year: 2026)
}
