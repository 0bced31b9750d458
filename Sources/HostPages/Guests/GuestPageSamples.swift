import Acts
import Core
import Foundation
import Records

extension GuestPage {
  package static var samples: [GuestPage] {
    let (facts, time) = (PartyFacts.polling, PartyFacts.sampleTime)
    let slot = facts.poll.slots[0]
    let kinds = [
      ("invited", ""), (GuestEvent.answer, "perhaps"),
      (GuestEvent.vote, GuestEvent.voteDetail(slot, from: nil, to: .no)),
      (GuestEvent.vote, GuestEvent.voteDetail(slot, from: .no, to: .yes)), (GuestEvent.times, "18:45-19:20"),
      (GuestEvent.wishes, ""), (GuestEvent.card, ""), (GuestEvent.link, ""), (GuestEvent.confirmed, ""),
      (GuestEvent.moved, GuestEvent.timeDetail(time)),
    ]
    let events = kinds.map { GuestEvent(at: time, kind: $0.0, detail: $0.1) }
    var person = facts.guests[0]
    (person.guest.wishes, person.guest.leaves, person.guest.isMustHave) = ("Ob Schweigen messbar ist.", "19:20", true)
    var returned = facts.guests[1]
    returned.isReturned = true
    let link = GuestLinks.sample(person.guest.id).personal
    var written = GuestPage(facts: facts, person: person, events: events, link: link, now: time)
    written.mails = IncomingPage.samples[0].mails.filter { [.words, .absence].contains($0.kind) }
    return [
      GuestPage(facts: facts, person: person, events: events, link: link, now: time), written,
      GuestPage(facts: facts, person: returned, events: [], link: link, now: time),
      GuestPage(facts: facts, person: facts.guests[7], events: [], link: nil, now: time),
      GuestPage(facts: facts, person: person, events: events, link: link, now: time, replaced: "sent"),
    ]
  }
}
