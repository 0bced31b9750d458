import Foundation
import Testing

@testable import Core

@Suite("A circle's history")
struct CircleHistoryTests {
  @Test("Two dull evenings in a row end it kindly, one lets it rest")
  func dull() {
    #expect(history([good]).outlook == .goOn)
    #expect(history([good, bad]).outlook == .rest)
    #expect(history([bad, bad]).outlook == .endKindly)
    #expect(history([bad, good]).outlook == .goOn)
    #expect(history([bad, nil]).outlook == .unknown)
    #expect(history([]).outlook == .unknown)
  }

  @Test("Three worthwhile evenings that people came back to earn a guest of honour")
  func earned() {
    #expect(HonourReadiness(history([good, good, good])).isEarned)
    #expect(HonourReadiness(history([good, good])).missing == [.evenings])
    #expect(HonourReadiness(history([good, bad, good])).missing == [.worth])
    #expect(HonourReadiness(history([bad, good, good, good])).isEarned)
    let strangers = CircleHistory([
      evening(0, [1, 2, 3], good), evening(1, [1, 2, 3], good), evening(2, [4, 5, 3], good),
    ])
    #expect(HonourReadiness(strangers).missing == [.returning])
  }

  @Test("The core came last time, or to half of the evenings")
  func core() {
    let history = CircleHistory([
      evening(0, [1, 2, 3], good), evening(1, [1, 2, 4], good), evening(2, [1, 5], good),
    ])
    #expect(history.core == [1, 2, 5])
    #expect(history.attendance[1] == 3)
    #expect(history.returnRate == 1.0 / 3)
  }

  @Test("Somebody who runs an organisation is recognised in both languages")
  func executives() {
    for role in ["CEO", "Vorstandsvorsitzende", "Geschäftsführer, Nordlicht GmbH", "Founder & Owner"] {
      #expect(HonourKind(roles: [role], organisations: ["A"]) != .executive, "\(role)")
    }
    #expect(HonourKind(roles: ["Coach", "Referentin"], organisations: ["A", "B"]) == .executive)
    #expect(HonourKind(roles: ["CEO", "Coach", "Coach"], organisations: ["A", "A", "A"]) == .otherField)
    #expect(HonourKind(roles: ["CEO", "Coach", "Coach"], organisations: ["A", "B", "C"]) == .freshView)
  }

  @Test("Monthly keeps weekday, week and local time, even across a change of clocks")
  func rhythm() throws {
    let zone = Zones.system["Europe/Berlin"]
    func time(_ date: String, _ clock: String) throws -> Date {
      try LocalTime(date: date, time: clock, zone: "Europe/Berlin", in: .system).instant
    }
    let third = try time("2027-03-18", "18:30")
    #expect(CircleRhythm.monthly.next(after: third, in: zone) == (try time("2027-04-15", "18:30")))
    let fifth = try time("2026-10-29", "18:00")
    #expect(CircleRhythm.monthly.next(after: fifth, in: zone) == (try time("2026-11-26", "18:00")))
    #expect(CircleRhythm.quarterly.next(after: fifth, in: zone) == (try time("2027-01-28", "18:00")))
    #expect(CircleRhythm.whenItFits.next(after: fifth, in: zone) == nil)
  }

  @Test("A month later is the same weekday in the same week, from each day of years with and without a leap day")
  func everyDay() throws {
    var day = try #require(LocalDay("2027-01-01"))
    let zone = Zones.system["America/Sao_Paulo"]
    for _ in 0..<1500 {
      let start = try #require(LocalTime(day: day, hour: 20, minute: 15, zone: zone))
      let next = LocalTime(try #require(CircleRhythm.monthly.next(after: start.instant, in: zone)), in: zone)
      #expect(next.clockText == "20:15" && next.day.weekday == day.weekday)
      #expect(next.day.month == day.month % 12 + 1)
      let weeks = ((day.day - 1) / 7, (next.day.day - 1) / 7)
      #expect(weeks.0 == weeks.1 || (weeks.0 == 4 && weeks.1 == 3 && next.day.adding(days: 7)?.month != next.day.month))
      day = try #require(day.adding(days: 1))
    }
  }

  @Test("The matrix is symmetric and names pairs who have not met")
  func matrix() {
    var matrix = MeetingMatrix(["a", "b", "c"])
    matrix.add("a", "b", seconds: 60)
    matrix.add("a", "x", seconds: 60)
    #expect(matrix.seconds("b", "a") == 60 && matrix.met == (1, 3))
    #expect(matrix.strangers.map { "\($0.0)\($0.1)" } == ["ac", "bc"])
  }

  @Test("A promise is reminded of once, and not after two months")
  func reminder() {
    let made = Moment(milliseconds: 0)
    func due(_ days: Int, kept: Moment? = nil, reminded: Moment? = nil) -> Bool {
      PromiseReminder.isDue(madeAt: made, keptAt: kept, remindedAt: reminded, now: made.adding(seconds: days * 86_400))
    }
    #expect(!due(9) && due(10) && due(59) && !due(60))
    #expect(!due(20, kept: made) && !due(20, reminded: made))
  }

  private var good: BallotResult? {
    BallotResult(Array(repeating: Ballot(learnt: true, gave: true, again: true), count: 4))
  }
  private var bad: BallotResult? {
    BallotResult(Array(repeating: Ballot(learnt: false, gave: false, again: false), count: 4))
  }

  private func evening(_ day: Int, _ present: Set<Int>, _ result: BallotResult?) -> CircleEvening<Int> {
    CircleEvening(endedAt: Moment(milliseconds: Int64(day) * 86_400_000), present: present, result: result)
  }

  private func history(_ results: [BallotResult?]) -> CircleHistory<Int> {
    CircleHistory(results.enumerated().map { evening($0.offset, [1, 2, 3, 4], $0.element) })
  }
}
