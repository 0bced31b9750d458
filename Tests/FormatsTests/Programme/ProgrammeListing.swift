import Foundation

@testable import Formats

/// A programme read back for comparison, along with the identities of its people and which of their topics are talks.
struct ProgrammeListing {
  private(set) var people: [ListedPerson] = []
  private(set) var identities: [String] = []
  private(set) var talks: [[String]] = []
  private(set) var rejected: [RejectedRow] = []

  init(_ data: Data, as kind: FileKind, limits: ReadingLimits = .standard) throws {
    var events: [ReadingEvent] = []
    try ProgrammeReader.read(data, as: kind, limits: limits) { events.append($0) }
    for event in events {
      if case .person(var person) = event {
        identities.append(person.identity)
        talks.append(person.talks)
        (person.identity, person.talks) = ("", [])
        people.append(person)
      }
      if case .rejected(let row) = event { rejected.append(row) }
    }
  }

  init(_ text: String, as kind: FileKind, limits: ReadingLimits = .standard) throws {
    try self.init(Data(text.utf8), as: kind, limits: limits)
  }

  var names: [String] { people.map(\.name) }
  var topics: [[String]] { people.map(\.topics) }
}
