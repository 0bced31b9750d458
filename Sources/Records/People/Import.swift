import Core
import Formats
import Foundation

/// An uploaded list on its way into the address book.
package struct Import: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// The file is being read.
    case reading
    /// The host looks at what was understood.
    case ready
    /// Confirmed; people are on their way into the address book.
    case saving
    case saved
    /// The file can't be read.
    case failed
  }

  package var id: ImportID
  package var host: HostID
  package var occasion: Occasion
  package var listName: String
  /// Empty for text that was pasted.
  package var fileName: String
  package var digest: String
  /// Of a page on the web; empty for a file and for pasted text.
  package var address: String
  package var source: ListSource
  package var state: State = .reading
  package var kind: FileKind?
  package var layout: ImportLayout?
  package var correction: ColumnCorrection?
  package var problem: Problem?
  /// Whether those are left out who cancelled, were refused, wait or were not there.
  package var leavesOut = false
  /// 0…1.
  package var progress = 0.0
  package var counts = Counts()
  package var savedPosition = 0
  package var list: PeopleListID?
  package var createdAt: Date
  package var finishedAt: Date?

  package init(
    id: ImportID, host: HostID, occasion: Occasion, listName: String, fileName: String, digest: String,
    address: String = "", source: ListSource, state: State = .reading, kind: FileKind? = nil,
    layout: ImportLayout? = nil,
    correction: ColumnCorrection? = nil, problem: Problem? = nil, leavesOut: Bool = false, progress: Double = 0.0,
    counts: Counts = Counts(), savedPosition: Int = 0, list: PeopleListID? = nil, createdAt: Date,
    finishedAt: Date? = nil
  ) {
    self.id = id
    self.host = host
    self.occasion = occasion
    self.listName = listName
    self.fileName = fileName
    self.digest = digest
    self.address = address
    self.source = source
    self.state = state
    self.kind = kind
    self.layout = layout
    self.correction = correction
    self.problem = problem
    self.leavesOut = leavesOut
    self.progress = progress
    self.counts = counts
    self.savedPosition = savedPosition
    self.list = list
    self.createdAt = createdAt
    self.finishedAt = finishedAt
  }

  package struct Counts: Sendable, Equatable {
    /// People after merging within the file.
    package var people = 0
    package var merged = 0
    /// Of the people, how many the address book has already.
    package var known = 0
    package var rejected = 0
    /// What saving made and changed.
    package var new = 0
    package var changed = 0

    package init(people: Int = 0, merged: Int = 0, known: Int = 0, rejected: Int = 0, new: Int = 0, changed: Int = 0) {
      self.people = people
      self.merged = merged
      self.known = known
      self.rejected = rejected
      self.new = new
      self.changed = changed
    }
  }

  /// The name of a list to which the host gave none.
  package static func listName(for occasion: LetterOccasion, file: String) -> String {
    guard !occasion.name.isEmpty else { return file }
    guard let year = occasion.year, !occasion.name.contains(String(year)) else { return occasion.name }
    return "\(occasion.name) \(year)"
  }

  /// Days after which what waits, failed or was rejected is erased.
  package static let keptDays = 7
}

/// A row of an import as it waits.
package struct ImportRow: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case person
    /// Went into another row of the same person.
    case merged
    case rejected
  }

  package var position: Int
  package var line: Int
  package var status: Status
  package var record = PersonRecord()
  package var mergedInto: Int?
  /// Of a person what was left out, of a rejected row why it was.
  package var problem: Problem?
  package var attendance: Attendance?
  /// Of a rejected row, as they stood.
  package var cells: [String] = []
  /// Who it may be, too.
  package var likeness: RowLikeness?
  /// Where the list says otherwise than the address book does, and what of it the host takes over.
  package var differs: [PersonMerge.Field] = []
  package var taken: Set<PersonMerge.Field> = []
  /// Whether it matters whom the row becomes.
  package var isWaitedFor = false

  package init(
    position: Int, line: Int, status: Status, record: PersonRecord = PersonRecord(), mergedInto: Int? = nil,
    problem: Problem? = nil, attendance: Attendance? = nil, cells: [String] = []
  ) {
    self.position = position
    self.line = line
    self.status = status
    self.record = record
    self.mergedInto = mergedInto
    self.problem = problem
    self.attendance = attendance
    self.cells = cells
  }
}
