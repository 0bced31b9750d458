import Core
import Foundation
import House

extension Party {
  /// A new draft.
  package init(id: PartyID, host: Host, title: String, occasion: OccasionID?, form: AddressForm, at now: Date) {
    self.init(
      id: id, host: host.id, occasion: occasion, stage: .draft, title: title, substance: Substance(), form: form,
      seats: 8,
      minutes: 60, zone: host.zone, dateKind: .open, start: nil, confirmedAt: nil, pollDeadline: nil,
      pollNoticedAt: nil,
      answerDays: 7, reminderDays: 2, release: .afterNod, expectedDeclines: 0,
      revision: CalendarRevision(uid: id.description),
      cancelReason: "", createdAt: now)
  }

  /// An invented party for samples and tests.
  package static func sample(stage: PartyStage = .draft) -> Party {
    let time = Date(timeIntervalSince1970: 1_795_000_000)
    var party = Party(
      id: PartyID(at: time, random: (2, 2)), host: .sample, title: "Coachingkongress 2026", occasion: nil, form: .sie,
      at: time)
    party.stage = stage
    party.substance = Substance(
      topic: "Coaching in Behörden",
      question: "Wann hat bei Ihnen ein Coaching in einer Behörde etwas verändert, das ohne es nicht geschehen wäre?",
      contribution: "Ich bringe drei Fälle mit, von denen einer gescheitert ist, und was wir daraus gelernt haben.")
    if stage != .draft { (party.dateKind, party.start) = (.fixed, time.addingTimeInterval(14 * 86_400)) }
    if stage == .scheduled { party.confirmedAt = time }
    return party
  }
}
