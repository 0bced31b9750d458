import Testing

@testable import Core

@Suite("Editing the programme")
struct ProgrammeEditTests {
  private let old = Evening.parts

  @Test("An invalid edit names the part at fault")
  func problems() {
    let long = String(repeating: "a", count: 121)
    let edits: [(current: Int?, change: (inout [Programme.Part]) -> Void, problem: ProgrammeEdit.Problem)] = [
      (nil, { $0 = [] }, .count), (nil, { $0[3].minutes = 0 }, .minutes(part: 3)),
      (nil, { $0[2].minutes = 181 }, .minutes(part: 2)), (nil, { $0[4].title = long }, .title(part: 4)),
      (2, { $0[0].minutes = 6 }, .isOver(part: 0)), (2, { $0.remove(at: 1) }, .isOver(part: 1)),
      (2, { $0[2].kind = .mingling }, .isOn(part: 2)), (2, { $0.removeLast(3) }, .isOn(part: 2)),
      (2, { $0.swapAt(2, 3) }, .isOn(part: 2)),
    ]
    for (current, change, problem) in edits {
      var new = old
      change(&new)
      #expect(throws: problem) { try ProgrammeEdit(from: old, current: current, to: new) }
    }
    #expect(throws: ProgrammeEdit.Problem.isOn(part: 9)) { try ProgrammeEdit(from: old, current: 9, to: old) }
  }

  @Test("Later parts are moved, removed and added freely; the current one gets another name and length")
  func free() throws {
    var new = old
    new.swapAt(3, 4)
    new.append(.init(kind: .guestOfHonour, title: "  Our\nguest ", minutes: 20))
    (new[2].title, new[2].minutes) = ("One question", 12)
    let edit = try ProgrammeEdit(from: old, current: 2, to: new)
    #expect(edit.addedMinutes == 2 && edit.parts.last?.title == "Our guest")
    #expect((0...4).map { ProgrammeEdit.isFree($0, current: 2) } == [false, false, false, true, true])
    #expect(ProgrammeEdit.isFree(0, current: nil))
    #expect(try ProgrammeEdit(from: old, current: nil, to: [old[1]]).addedMinutes == 0)
  }

  @Test("Parts follow one another")
  func times() {
    let times = Programme(parts: old).times(from: Evening.start)
    #expect(times.first?.from == Evening.start && times.last?.until == Evening.start.adding(seconds: 3600))
    #expect(zip(times, times.dropFirst()).allSatisfy { $0.until == $1.from })
  }

  @Test("A host learns what their programme lacks")
  func advice() {
    let ninety = Programme.preset(minutes: 90)
    #expect(ninety.advice(people: 8, announced: 90) == [])
    #expect(
      ninety.advice(people: 10, announced: 60)
        == [.isLong(minutes: 30), .introductionsAreShort(part: 1, needed: 20)])
    #expect(Programme(parts: [old[2]]).advice(people: 3, announced: 90) == [.hasNoMingling, .hasNoClose])
  }
}
