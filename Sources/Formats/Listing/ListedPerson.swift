/// One person as a list names them, before anything is merged or stored. A field missing from the list is empty.
package struct ListedPerson: Sendable, Equatable {
  package var name: String
  package var email: String
  package var organisation: String
  package var role: String
  package var country: String
  /// Their subjects: titles of talks, keywords, interests; in the list's order, without repeats.
  package var topics: [String]
  /// The topics that are titles of talks.
  package var talks: [String] = []
  /// Other places to find them: homepage, profiles, a handle with its server; as written.
  package var links: [String] = []
  /// The list's statement about their attendance; nil for somebody who comes, and if it says nothing.
  package var attendance: Attendance?
  /// `ms` or `mr`.
  package var honorific = ""
  /// `de` or `en`.
  package var language = ""
  /// The list's own way of telling people of one name apart: a programme's guid or code.
  package var identity = ""
  /// Details about the person that were left out, with the reason: an invalid address, a second address.
  package var remarks: [Problem] = []
  /// The person's place in the source, counted from 1: a line of text, a row of a sheet, or a place in a programme.
  package var line: Int

  package init(
    name: String = "", email: String = "", organisation: String = "", role: String = "", country: String = "",
    topics: [String] = [], line: Int
  ) {
    self.name = name
    self.email = email
    self.organisation = organisation
    self.role = role
    self.country = country
    self.topics = topics
    self.line = line
  }
}

/// A row that could not be read as a person. Nothing of it is lost: `cells` holds it unchanged.
package struct RejectedRow: Sendable, Equatable {
  package var line: Int
  package var problem: Problem
  package var cells: [String]

  package init(line: Int, problem: Problem, cells: [String]) {
    self.line = line
    self.problem = problem
    self.cells = cells
  }
}

/// A reader's report while it reads, in the order of the source.
package enum ReadingEvent: Sendable, Equatable {
  case person(ListedPerson)
  case rejected(RejectedRow)
  /// The share of the source read so far, 0…1; reported about every thousand rows.
  case progress(Double)
}

package typealias ReadingSink = (ReadingEvent) throws -> Void
