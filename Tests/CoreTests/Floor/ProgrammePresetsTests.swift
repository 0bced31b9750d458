import Testing

@testable import Core

@Suite("Arcs for an evening")
struct ProgrammePresetsTests {
  @Test("Every arc fills its time, begins with arrivals and closes", arguments: [false, true])
  func lengths(withGuestOfHonour: Bool) throws {
    for minutes in (withGuestOfHonour ? 38 : 20)...240 {
      let programme: Programme =
        withGuestOfHonour ? .presetWithGuestOfHonour(minutes: minutes) : .preset(minutes: minutes)
      #expect(programme.minutes == minutes)
      #expect(programme.parts.first?.kind == .arrivals && programme.parts.last?.kind == .close)
      #expect(programme.parts.contains { $0.kind == .guestOfHonour } == withGuestOfHonour)
      #expect(throws: Never.self) { try ProgrammeEdit(from: [], current: nil, to: programme.parts) }
    }
  }

  @Test("Ninety minutes: five to arrive, two each for eight, the question, half an hour at tables, a close")
  func ninety() {
    let parts = Programme.preset(minutes: 90).parts
    #expect(parts.map(\.kind) == [.arrivals, .introductions, .question, .mingling, .close])
    #expect(parts.map(\.minutes) == [5, 16, 29, 30, 10])
  }

  @Test(
    "Introductions fit the people, within a third of the evening, and the whole stays as long", arguments: 2...50,
    [30, 45, 60, 90])
  func introductions(people: Int, minutes: Int) {
    let programme = Programme.preset(minutes: minutes).fitting(people: people)
    let introductions = programme.parts.filter { $0.kind == .introductions }.reduce(0) { $0 + $1.minutes }
    #expect(programme.minutes == minutes && programme.parts.allSatisfy { $0.minutes > 0 })
    #expect(introductions >= min(people * 2, minutes / 3))
    if people * 2 <= minutes / 3, people <= 12 { #expect(programme.advice(people: people, announced: minutes).isEmpty) }
  }

  @Test(
    "For more than twelve the arc says how long introductions take, whatever minutes they have; at the tables it says nothing"
  )
  func introductionsOfMany() {
    let parts: [Programme.Part] = [
      .init(kind: .introductions, minutes: 80), .init(kind: .mingling, minutes: 30), .init(kind: .close, minutes: 5),
    ]
    let programme = Programme(parts: parts)
    #expect(programme.advice(people: 12, announced: 120) == [])
    #expect(
      programme.advice(people: 40, announced: 120) == [.introductionsAreLong(part: 0, people: 40, minutes: 80)])
    let atTables = Programme(parts: [.tableIntroductions(4)] + parts.dropFirst())
    #expect(atTables.advice(people: 40, announced: 120) == [] && atTables.parts[0].minutes == 10)
    #expect(!Programme.Kind.tableIntroductions.isOnStage)
  }
}
