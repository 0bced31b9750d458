import Foundation

/// One meeting as it is stored.
package struct Party: Sendable, Equatable {
  package enum DateKind: String, Sendable, CaseIterable {
    /// The host has not decided yet how to find the date.
    case open
    case fixed, poll
  }

  package var id: PartyID
  package var host: HostID
  package var occasion: OccasionID?
  package var stage: PartyStage
  /// The host's own name for it; guests don't see it.
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
  /// The time at which the date was fixed for good.
  package var confirmedAt: Date?
  package var pollDeadline: Date?
  /// The time at which the host was told that the poll is decided.
  package var pollNoticedAt: Date?
  /// Days a guest has to answer.
  package var answerDays: Int
  /// Days before the answer is due on which the reminder goes out; 0 for none.
  package var reminderDays: Int
  /// The hour of the day before at which everybody who comes is written to; nil if the host wants no such mail.
  package var dayBeforeHour: Int?
  package var release: WavePlan<GuestID>.Release
  package var expectedDeclines: Int
  package var revision: CalendarRevision
  package var cancelReason: String
  package var createdAt: Date
  /// The host who signs its letters, if that is not its first host.
  package var signer: Signer?
  /// Its time came and it did not take place; the stage is `cancelled` then.
  package var isMissed: Bool
  /// True if the doors open automatically when the time comes.
  package var opensItself: Bool

  package init(
    id: PartyID,
    host: HostID,
    occasion: OccasionID?,
    stage: PartyStage,
    title: String,
    substance: Substance,
    form: AddressForm,
    seats: Int,
    minutes: Int,
    zone: String,
    dateKind: DateKind,
    start: Date?,
    confirmedAt: Date?,
    pollDeadline: Date?,
    pollNoticedAt: Date?,
    answerDays: Int,
    reminderDays: Int,
    release: WavePlan<GuestID>.Release,
    expectedDeclines: Int,
    signer: Signer? = nil,
    revision: CalendarRevision,
    cancelReason: String,
    createdAt: Date,
    isMissed: Bool = false,
    dayBeforeHour: Int? = DayBefore.usualHour,
    opensItself: Bool = false
  ) {
    self.id = id
    self.host = host
    self.occasion = occasion
    self.stage = stage
    self.title = title
    self.substance = substance
    self.form = form
    self.seats = seats
    self.minutes = minutes
    self.zone = zone
    self.dateKind = dateKind
    self.start = start
    self.confirmedAt = confirmedAt
    self.pollDeadline = pollDeadline
    self.pollNoticedAt = pollNoticedAt
    self.answerDays = answerDays
    self.reminderDays = reminderDays
    self.release = release
    self.expectedDeclines = expectedDeclines
    self.signer = signer
    self.revision = revision
    self.cancelReason = cancelReason
    self.createdAt = createdAt
    self.isMissed = isMissed
    self.dayBeforeHour = dayBeforeHour
    self.opensItself = opensItself
  }

}

extension Party {
  /// The host whose name, lines and address letters carry.
  package struct Signer: Sendable, Equatable {
    package let name: String
    package let email: String
    /// Lines below the name.
    package let signature: String

    package init(name: String, email: String, signature: String) {
      (self.name, self.email, self.signature) = (name, email, signature)
    }
  }
}
