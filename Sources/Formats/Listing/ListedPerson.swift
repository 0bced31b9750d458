/// One person as a list names them, before anything is merged or stored. A field the list doesn't have is empty.
package struct ListedPerson: Sendable, Equatable {
  package var name: String
  package var email: String
  package var organisation: String
  package var role: String
  package var country: String
  /// What they speak about: titles of talks, keywords, interests; in the list's order, without repeats.
  package var topics: [String]
  /// Those of the topics that are titles of talks.
  package var talks: [String] = []
  /// Where else they are found: homepage, profiles, a handle with its server; as written.
  package var links: [String] = []
  /// What the list says has become of them; nil for somebody who comes, and where it says nothing.
  package var attendance: Attendance?
  /// `ms` or `mr`.
  package var honorific = ""
  /// `de` or `en`.
  package var language = ""
  /// By what the list itself tells people of one name apart: a programme's guid or code.
  package var identity = ""
  /// What of the person was left out, and why: an address that is none, a second address.
  package var remarks: [Problem] = []
  /// Where the person stands in the source, counted from 1: a line of text, a row of a sheet, or a place in a programme.
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

/// A row that could not be read as a person. Nothing of it is lost: `cells` holds it as it stood.
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

/// What a reader reports while it reads, in the order of the source.
package enum ReadingEvent: Sendable, Equatable {
  case person(ListedPerson)
  case rejected(RejectedRow)
  /// How much of the source has been read, 0…1; reported every thousand rows or so.
  case progress(Double)
}

package typealias ReadingSink = (ReadingEvent) throws -> Void
