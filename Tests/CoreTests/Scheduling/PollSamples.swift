import Foundation
import TestKit

@testable import Core

/// Invented polls: letters stand for votes, `y` yes, `m` if needed, `n` no, anything else for silence.
enum PollSamples {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  static func slot(_ number: Int, after hours: Double? = nil) -> Slot {
    Slot(id: .sample(number), start: now.addingTimeInterval((hours ?? Double(number + 1) * 24) * 3600), minutes: 90)
  }

  static func voter(_ number: Int) -> Voter {
    Voter(id: .sample(number), name: "Guest \(number)")
  }

  /// - Parameter rows: one for each guest, with a letter for each slot.
  static func poll(_ rows: [String], mustHave: Set<Int> = [], deadline: Date? = nil) -> DatePoll {
    let slots = (0..<(rows.first?.count ?? 0)).map { slot($0) }
    var votes: [GuestID: [SlotID: VoteValue]] = [:]
    for (number, row) in rows.enumerated() {
      for (column, letter) in row.enumerated() { votes[.sample(number), default: [:]][.sample(column)] = vote(letter) }
    }
    return DatePoll(
      slots: slots, voters: rows.indices.map(voter), mustHave: Set(mustHave.map { .sample($0) }), deadline: deadline,
      votes: votes)
  }

  /// - Parameter slots: the number of slots.
  static func random(slots: Int, guests: Int, _ generator: inout SeededGenerator) -> DatePoll {
    let rows = (0..<guests).map { _ in
      String((0..<slots).map { _ in "yymn-".randomElement(using: &generator) ?? "-" })
    }
    let mustHave = Set((0..<guests).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
    return poll(rows, mustHave: mustHave)
  }

  private static func vote(_ letter: Character) -> VoteValue? {
    switch letter {
    case "y": .yes
    case "m": .ifNeeded
    case "n": .no
    default: nil
    }
  }
}

extension DatePoll {
  func ranking(now: Date = PollSamples.now) -> [SlotID] {
    Recommendation(self, now: now).ranked.map(\.id)
  }

  func with(_ vote: VoteValue, of guest: GuestID, on slot: SlotID) -> DatePoll {
    var votes = votes
    votes[guest, default: [:]][slot] = vote
    return DatePoll(slots: slots, voters: voters, mustHave: mustHave, deadline: deadline, votes: votes)
  }

  func shuffled(_ generator: inout SeededGenerator) -> DatePoll {
    DatePoll(
      slots: slots.shuffled(using: &generator), voters: voters.shuffled(using: &generator), mustHave: mustHave,
      deadline: deadline, votes: votes)
  }
}
