import Core
import Evening
import Foundation
import Records

/// The invented example that comes with the program, in `Example/`: a cancelled congress, its people, and the parties
/// of a host who worked with them. Times count from today, so that it stays lively.
struct Example: Decodable, Sendable {
  let host: Host
  let list: List
  let parties: [Party]

  struct Host: Decodable, Sendable {
    let name: String
    let email: String
    let signature: String
  }

  struct List: Decodable, Sendable {
    let name: String
    let occasion: String
    let year: Int
  }

  struct Party: Decodable, Sendable {
    let title: String
    let topic: String
    let question: String
    let contribution: String
    let startedDaysAgo: Int
    let stage: PartyStage
    /// The reason why it was cancelled.
    let reason: String?
    let date: Day?
    let poll: Poll?
    let guests: [Guest]
    /// The course of the evening, for a party that took place.
    let evening: Evening?
    /// The circle that it founds.
    let circle: String?
    /// True if it is the next evening of that circle.
    let isNext: Bool?
    let honoured: Honoured?
  }

  struct Evening: Decodable, Sendable {
    let drinks: [String]
    /// Lines of the coaster, one by each guest.
    let coaster: [String]
    /// Lines that guests wrote to the host on their ballots.
    let lines: [String]
  }

  struct Honoured: Decodable, Sendable {
    let name: String
    let email: String
    let role: String
    let organisation: String
    let reason: String
    let questions: [String]
    /// The remark with their yes.
    let word: String
  }

  /// A day counted from today, and a time in Berlin; `now` for the time at which the example is filled.
  struct Day: Decodable, Sendable {
    let inDays: Int
    let clock: String
  }

  struct Poll: Decodable, Sendable {
    let deadlineInDays: Int
    let slots: [Day]
  }

  struct Guest: Decodable, Sendable {
    let name: String
    let standing: String?
    let mustHave: Bool?
    /// The host's own sentence in the letter.
    let sentence: String?
    let answer: Answer?
    let word: String?
    /// One for each slot of the poll.
    let votes: [VoteValue]?
    let wishes: String?
    let brings: String?
    let arrives: String?
    let leaves: String?
  }

  static let zone = "Europe/Berlin"

  static func bundled() throws -> Example {
    try JSONDecoder().decode(Example.self, from: Data(contentsOf: folder.appending(path: "parties.json")))
  }

  static var people: URL { folder.appending(path: "coachingkongress-2026.csv") }

  private static var folder: URL { Bundle.module.bundleURL.appending(path: "Example") }
}
