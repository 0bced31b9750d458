import Foundation
import Testing

@testable import Core

@Suite("The stages of a party")
struct PartyStateTests {
  private let now = PollSamples.now
  private let date: LocalTime
  private let laterDate: LocalTime
  private let substance: CompleteSubstance

  init() throws {
    date = try LocalTime(date: "2027-03-04", time: "18:30", zone: "Europe/Berlin")
    laterDate = try LocalTime(date: "2027-03-11", time: "18:30", zone: "Europe/Berlin")
    substance = try CompleteSubstance(
      Substance(topic: "Trust", question: "When did you lose it?", contribution: "What went wrong in my team"))
  }

  @Test("From the first letter to the end, each step says what is to be done")
  func wholeWay() throws {
    var party = PartyState(uid: "u@example.org")
    #expect(try party.apply(.invite(substance), at: now) == [.sendLetters])
    #expect(try party.apply(.confirm(date, guests: 1), at: now) == [.sendCalendar(revision(0))])
    #expect(party.date == date)
    #expect(try party.apply(.changeDate(laterDate), at: now) == [.sendCalendar(revision(1))])
    #expect(party.stage == .scheduled && party.date == laterDate)
    #expect(try party.apply(.open, at: now) == [.openDoors])
    #expect(try party.apply(.end, at: now) == [.closeDoors, .sendSummaries])
    #expect(try party.apply(.close, at: now) == [])
    #expect(party.stage == .closed)
  }

  @Test("The same date again is no change")
  func sameDate() throws {
    var party = state(.scheduled)
    #expect(try party.apply(.changeDate(date), at: now) == [])
    #expect(party == state(.scheduled))
  }

  @Test("A date needs a guest, and lies ahead")
  func preconditions() {
    #expect(refusal(of: .confirm(date, guests: 0), in: .inviting) == "party.refused.noGuests")
    #expect(refusal(of: .confirm(date, guests: 3), in: .inviting, at: date.instant) == "party.refused.pastDate")
    #expect(refusal(of: .changeDate(laterDate), in: .scheduled, at: laterDate.instant) == "party.refused.pastDate")
  }

  @Test(
    "A cancellation reaches those who were written to, and calendars that have the date",
    arguments: PartyStage.allCases)
  func cancel(_ stage: PartyStage) throws {
    var party = state(stage)
    let cancelled = PartyEffect.sendCalendarCancellation(revision(3))
    switch stage {
    case .draft, .ended: #expect(try party.apply(.cancel, at: now) == [])
    case .inviting: #expect(try party.apply(.cancel, at: now) == [.sendCancellation])
    case .scheduled: #expect(try party.apply(.cancel, at: now) == [cancelled])
    case .open: #expect(try party.apply(.cancel, at: now) == [.closeDoors, cancelled])
    case .closed, .cancelled: #expect(refusal(of: .cancel, in: stage) == "party.refused.\(stage)")
    }
    #expect(party.stage == (stage == .closed ? .closed : .cancelled))
  }

  @Test(
    "Only the step that belongs to a stage is taken; any other changes nothing and says why",
    arguments: PartyStage.allCases)
  func table(_ stage: PartyStage) {
    let allowed: [PartyStage: [String]] = [
      .draft: ["invite", "cancel"], .inviting: ["confirm", "cancel"], .scheduled: ["changeDate", "open", "cancel"],
      .open: ["end", "cancel"], .ended: ["close", "cancel"],
    ]
    for event in events {
      let isAllowed = allowed[stage, default: []].contains(event.name)
      #expect((refusal(of: event, in: stage) == nil) == isAllowed, "\(event.name) in \(stage)")
    }
  }

  @Test("The UID never changes, and SEQUENCE never falls and rises with each new entry")
  func sequence() throws {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<200 {
      var party = PartyState(uid: "u@example.org")
      var sent: [CalendarRevision] = []
      for _ in 0..<20 {
        guard let event = events.randomElement(using: &generator) else { continue }
        for effect in (try? party.apply(event, at: now)) ?? [] { sent += revisions(effect) }
      }
      #expect(sent.allSatisfy { $0.uid == "u@example.org" })
      #expect(sent.map(\.sequence) == Array(sent.indices))
    }
  }

  @Test("An answer to an older revision, or to another entry, does not count")
  func replies() {
    #expect(revision(2).accepts(replyTo: revision(2)))
    #expect(!revision(2).accepts(replyTo: revision(1)))
    #expect(!revision(2).accepts(replyTo: CalendarRevision(uid: "other", sequence: 2)))
  }

  private var events: [PartyEvent] {
    [
      .invite(substance), .confirm(date, guests: 2), .changeDate(laterDate), .changeDate(date), .open, .end, .close,
      .cancel,
    ]
  }

  private func revision(_ sequence: Int) -> CalendarRevision {
    CalendarRevision(uid: "u@example.org", sequence: sequence)
  }

  private func state(_ stage: PartyStage) -> PartyState {
    PartyState(stage: stage, date: date, revision: revision(2))
  }

  private func revisions(_ effect: PartyEffect) -> [CalendarRevision] {
    switch effect {
    case .sendCalendar(let revision), .sendCalendarCancellation(let revision): [revision]
    default: []
    }
  }

  /// The key of the refusal; nil when the step is taken.
  private func refusal(of event: PartyEvent, in stage: PartyStage, at time: Date? = nil) -> String? {
    var party = state(stage)
    do throws(PartyRefusal) {
      _ = try party.apply(event, at: time ?? now)
      return nil
    } catch {
      #expect(party == state(stage))
      return error.message.key
    }
  }
}
