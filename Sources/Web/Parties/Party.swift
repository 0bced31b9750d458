import Core
import Foundation

/// One meeting as it is stored.
package struct Party: Sendable, Equatable {
  package enum DateKind: String, Sendable, CaseIterable {
    /// The host has not decided yet how the date is found.
    case open
    case fixed, poll
  }

  package var id: PartyID
  package var host: HostID
  package var occasion: OccasionID?
  package var stage: PartyStage
  /// How the host calls it; guests don't see it.
  package var title: String
  package var substance: Substance
  package var form: AddressForm
  /// Seats for guests; the host's own comes on top.
  package var seats: Int
  package var minutes: Int
  /// IANA name of the zone in which the host chose the date.
  package var zone: String
  package var dateKind: DateKind
  /// The fixed or confirmed start.
  package var start: Date?
  /// When the date was fixed for good.
  package var confirmedAt: Date?
  package var pollDeadline: Date?
  /// When the host was told that the poll is decided.
  package var pollNoticedAt: Date?
  /// Days a guest has to answer.
  package var answerDays: Int
  /// Days before the answer is due on which the reminder goes out; 0 for none.
  package var reminderDays: Int
  package var release: WavePlan<GuestID>.Release
  package var expectedDeclines: Int
  package var revision: CalendarRevision
  package var cancelReason: String
  package var createdAt: Date

  package var timeZone: TimeZone { TimeZone(identifier: zone) ?? .gmt }
}

extension Party {
  /// A fresh draft.
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
