import Foundation
import TestKit
import Testing

@testable import Core

@Suite("The shortlist")
struct ShortlistTests {
  let anna = PersonID.sample(1)
  let bert = PersonID.sample(2)
  let cleo = PersonID.sample(3)

  @Test("A person moves from place to place and is in only one")
  func moves() {
    var list = Shortlist()
    #expect(list.place(of: anna) == nil)
    list.choose(anna)
    #expect(list.place(of: anna) == .chosen(position: 0, isPinned: false))
    list.pin(anna)
    #expect(list.place(of: anna) == .chosen(position: 0, isPinned: true))
    list.moveToReserve(anna)
    #expect(list.place(of: anna) == .reserve(position: 0))
    list.exclude(anna)
    #expect(list.place(of: anna) == .excluded)
    list.restore(anna)
    #expect(list == Shortlist())
  }

  @Test("A pin chooses, and does not come back with a second choice")
  func pin() {
    var list = Shortlist()
    list.pin(anna)
    list.exclude(anna)
    list.choose(anna)
    #expect(list.place(of: anna) == .chosen(position: 0, isPinned: false))
  }

  @Test("Choosing again and unpinning leave the order alone")
  func order() {
    var list = Shortlist(chosen: [anna, bert], pinned: [anna], reserves: [])
    list.choose(anna)
    list.unpin(anna)
    #expect(list == Shortlist(chosen: [anna, bert], reserves: []))
  }

  @Test("Reserves change places with their neighbours, and stop at the ends")
  func reorder() {
    var list = Shortlist(chosen: [], reserves: [anna, bert, cleo])
    list.moveReserve(cleo, .up)
    #expect(list.reserves == [anna, cleo, bert])
    list.moveReserve(anna, .up)
    list.moveReserve(bert, .down)
    #expect(list.reserves == [anna, cleo, bert])
    list.moveReserve(anna, .down)
    #expect(list.reserves == [cleo, anna, bert])
  }

  @Test("Inconsistently stored lists come back consistent")
  func repairs() {
    let list = Shortlist(
      chosen: [anna, bert, anna], pinned: [anna, cleo], reserves: [bert, cleo, cleo], excluded: [cleo, anna])
    #expect(list == Shortlist(chosen: [anna, bert], pinned: [anna], reserves: [cleo]))
  }

  @Test(
    "Whatever the host does, everybody is in one place at most, only the chosen are pinned, and storing keeps it all")
  func invariants() {
    var generator = SeededGenerator(seed: 11)
    var list = Shortlist()
    let people = (0..<8).map { PersonID.sample($0) }
    for _ in 0..<5_000 {
      let person = people.randomElement(using: &generator) ?? anna
      mutate(&list, person, Int.random(in: 0..<9, using: &generator))
      let everybody = list.chosen + list.reserves + Array(list.excluded)
      #expect(everybody.count == Set(everybody).count)
      #expect(list.pinned.isSubset(of: list.chosen))
      let stored = Shortlist(chosen: list.chosen, pinned: list.pinned, reserves: list.reserves, excluded: list.excluded)
      #expect(stored == list)
    }
  }

  private func mutate(_ list: inout Shortlist, _ person: PersonID, _ action: Int) {
    switch action {
    case 0: list.choose(person)
    case 1: list.moveToReserve(person)
    case 2: list.pin(person)
    case 3: list.unpin(person)
    case 4: list.exclude(person)
    case 5: list.restore(person)
    case 6: list.moveReserve(person, .up)
    case 7: list.moveReserve(person, .down)
    default: list.remove(person)
    }
  }
}

@Suite("Advice on seats")
struct SeatAdviceTests {
  @Test("Five to ten are fine; outside that there is a gentle word", arguments: 0...20)
  func advice(_ seats: Int) {
    let key = SeatAdvice(for: .conferenceMissed).message(seats: seats)?.key
    #expect(key == (seats < 5 ? "choosing.seats.few" : seats > 10 ? "choosing.seats.many" : nil))
  }

  @Test("Instead of an office visit three are fine, and enough to write for", arguments: 0...20)
  func officeVisit(_ seats: Int) {
    let advice = SeatAdvice(for: .officeVisit)
    let key = advice.message(seats: seats)?.key
    #expect(key == (seats < 3 ? "choosing.seats.fewColleagues" : seats > 10 ? "choosing.seats.many" : nil))
    #expect(advice.enough(for: seats) == min(3, seats))
  }
}
