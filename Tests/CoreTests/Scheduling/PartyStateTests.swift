import Foundation
import TestKit
import Testing

@testable import Core

@Suite("The stages of a party")
struct PartyStateTests {
  private let now = PollSamples.now
  private let date: PartyDate
  private let laterDate: PartyDate
  private let substance: CompleteSubstance

  init() throws {
    date = PartyDate(Date(wholeSeconds: 1_804_181_400), zone: "Europe/Berlin")
    laterDate = PartyDate(Date(wholeSeconds: 1_804_786_200), zone: "Europe/Berlin")
    substance = try CompleteSubstance(
      Substance(topic: "Trust", question: "When did you lose it?", contribution: "What went wrong in my team"))
  }

  @Test("From the first letter to the end")
  func wholeWay() throws {
    var party = PartyState(uid: "u@example.org")
    try party.apply(.invite(substance), at: now)
    try party.apply(.confirm(date, guests: 1), at: now)
    #expect(party.date == date && party.revision == revision(0))
    try party.apply(.changeDate(laterDate), at: now)
    #expect(party.stage == .scheduled && party.date == laterDate && party.revision == revision(1))
    try party.apply(.changeEntry, at: now)
    #expect(party.date == laterDate && party.revision == revision(2))
    try party.apply(.open, at: laterDate.instant)
    try party.apply(.end, at: laterDate.instant)
    try party.apply(.close, at: laterDate.instant)
    #expect(party.stage == .closed && !party.isMissed)
  }

  @Test("The same date again is no change")
  func sameDate() throws {
    var party = state(.scheduled)
    try party.apply(.changeDate(date), at: now)
    #expect(party == state(.scheduled))
  }

  @Test("A date needs a guest, and lies ahead")
  func preconditions() {
    #expect(refusal(of: .confirm(date, guests: 0), in: .inviting) == "party.refused.noGuests")
    #expect(refusal(of: .confirm(date, guests: 3), in: .inviting, at: date.instant) == "party.refused.pastDate")
    #expect(refusal(of: .changeDate(laterDate), in: .scheduled, at: laterDate.instant) == "party.refused.pastDate")
  }

  @Test("The doors open at most an hour before", arguments: [(-3601.0, false), (-3600, true), (0, true), (7200, true)])
  func opening(_ seconds: Double, _ isOpen: Bool) {
    let refused = refusal(of: .open, in: .scheduled, at: date.instant + seconds)
    #expect(refused == (isOpen ? nil : "refusal.tooEarly"))
  }

  @Test("Only a party ahead or under way can be cancelled", arguments: PartyStage.allCases)
  func cancel(_ stage: PartyStage) {
    switch stage {
    case .draft, .inviting, .scheduled, .open: #expect(refusal(of: .cancel, in: stage) == nil)
    case .ended: #expect(refusal(of: .cancel, in: stage) == "party.refused.cancel")
    case .closed, .cancelled: #expect(refusal(of: .cancel, in: stage) == "party.refused.\(stage)")
    }
  }

  @Test(
    "That it did not take place can be said once its time has come, and where no guest was",
    arguments: PartyStage.allCases)
  func missed(_ stage: PartyStage) throws {
    let start = date.instant
    let event = PartyEvent.missed(start: start, guests: 0)
    let isPossible = ![.draft, .cancelled].contains(stage)
    #expect((refusal(of: event, in: stage, at: start) == nil) == isPossible)
    guard isPossible else { return }
    #expect(refusal(of: event, in: stage, at: start - 1) == "party.refused.missedAhead")
    #expect(refusal(of: .missed(start: nil, guests: 0), in: stage, at: start) == "party.refused.missedAhead")
    #expect(refusal(of: .missed(start: start, guests: 1), in: stage, at: start) == "party.refused.missedGuests")
    var party = state(stage)
    try party.apply(event, at: start)
    #expect(party.stage == .cancelled && party.isMissed)
  }

  @Test(
    "What did not take place, and nothing else, can be set anew: confirmed again where it was, with a higher SEQUENCE")
  func setAnew() throws {
    for stage in PartyStage.allCases { #expect(refusal(of: .setAnew(laterDate), in: stage) != nil, "\(stage)") }
    var party = state(.ended)
    try party.apply(.missed(start: date.instant, guests: 0), at: date.instant)
    let missed = party
    #expect(throws: PartyRefusal.self) { try party.apply(.setAnew(date), at: date.instant) }
    #expect(party == missed)
    try party.apply(.setAnew(laterDate), at: date.instant)
    #expect(party.stage == .scheduled && party.date == laterDate && !party.isMissed)
    #expect(party.revision.sequence == missed.revision.sequence + 1)
    var unconfirmed = PartyState(stage: .inviting, date: nil, revision: revision(0))
    try unconfirmed.apply(.missed(start: date.instant, guests: 0), at: date.instant)
    try unconfirmed.apply(.setAnew(laterDate), at: date.instant)
    #expect(unconfirmed.stage == .inviting && unconfirmed.date == nil && unconfirmed.revision.sequence == 0)
  }

  @Test(
    "Only the step that belongs to a stage is taken; any other changes nothing and says why",
    arguments: PartyStage.allCases)
  func table(_ stage: PartyStage) {
    let allowed: [PartyStage: [String]] = [
      .draft: ["invite", "cancel"], .inviting: ["confirm", "cancel"],
      .scheduled: ["changeDate", "end", "cancel"], .open: ["end", "cancel"], .ended: ["close"],
    ]
    for event in events where event != .open {
      let isAllowed = allowed[stage, default: []].contains(event.name)
      #expect((refusal(of: event, in: stage) == nil) == isAllowed, "\(event.name) in \(stage)")
    }
  }

  @Test("From every stage there is a way to one with nothing left to do", arguments: PartyStage.allCases)
  func noDeadEnd(_ stage: PartyStage) {
    guard !stage.isDone || stage == .ended else { return }
    let steps: [PartyEvent] = [.end, .close, .cancel, .missed(start: date.instant, guests: 0)]
    #expect(steps.contains { refusal(of: $0, in: stage, at: date.instant + 7200) == nil })
  }

  @Test("The UID never changes, and SEQUENCE never falls")
  func sequence() {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<200 {
      var party = PartyState(uid: "u@example.org")
      var last = 0
      for _ in 0..<20 {
        guard let event = events.randomElement(using: &generator) else { continue }
        let before = party
        try? party.apply(event, at: now)
        #expect(party.revision.uid == "u@example.org" && party.revision.sequence >= last)
        let isMoved = before.stage == .scheduled && party.stage == .scheduled && party.date != before.date
        if isMoved { #expect(party.revision.sequence == last + 1) }
        last = party.revision.sequence
      }
    }
  }

  private var events: [PartyEvent] {
    [
      .invite(substance), .confirm(date, guests: 2), .changeDate(laterDate), .changeDate(date), .changeEntry, .open,
      .end,
      .close, .cancel,
    ]
  }

  private func revision(_ sequence: Int) -> CalendarRevision {
    CalendarRevision(uid: "u@example.org", sequence: sequence)
  }

  private func state(_ stage: PartyStage) -> PartyState {
    PartyState(stage: stage, date: date, revision: revision(2))
  }

  /// The key of the refusal; nil if the step is taken.
  private func refusal(of event: PartyEvent, in stage: PartyStage, at time: Date? = nil) -> String? {
    var party = state(stage)
    do throws(PartyRefusal) {
      try party.apply(event, at: time ?? now)
      return nil
    } catch {
      #expect(party == state(stage))
      return error.message.key
    }
  }
}
