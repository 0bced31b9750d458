import Core
import Formats
import Foundation

/// An uploaded list on its way into the address book.
package struct Import: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// The file is being read.
    case reading
    /// The host reviews how it was understood.
    case ready
    /// Confirmed; people are being written to the address book.
    case saving
    case saved
    /// The file can't be read.
    case failed
  }

  package var id: ImportID
  package var host: HostID
  package var occasion: Occasion
  package var listName: String
  /// Empty for pasted text.
  package var fileName: String
  package var digest: String
  /// The address of a web page; empty for a file and for pasted text.
  package var address: String
  package var source: ListSource
  package var state: State = .reading
  package var kind: FileKind?
  package var layout: ImportLayout?
  package var correction: ColumnCorrection?
  package var problem: Problem?
  /// True if people are left out who cancelled, were refused, are waiting or were absent.
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
    /// The number of those people already in the address book.
    package var known = 0
    package var rejected = 0
    /// The numbers of people created and changed by saving.
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

  /// The name of a list that the host did not name.
  package static func listName(for occasion: LetterOccasion, file: String) -> String {
    guard !occasion.name.isEmpty else { return file }
    guard let year = occasion.year, !occasion.name.contains(String(year)) else { return occasion.name }
    return "\(occasion.name) \(year)"
  }

  /// Days after which waiting, failed and rejected rows are erased.
  package static let keptDays = 7
}

/// A waiting row of an import.
package struct ImportRow: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case person
    /// Merged into another row of the same person.
    case merged
    case rejected
  }

  package var position: Int
  package var line: Int
  package var status: Status
  package var record = PersonRecord()
  package var mergedInto: Int?
  /// For a person, what was left out; for a rejected row, the reason.
  package var problem: Problem?
  package var attendance: Attendance?
  /// The unchanged cells of a rejected row.
  package var cells: [String] = []
  /// Somebody else they may be.
  package var likeness: RowLikeness?
  /// The fields on which the list and the address book disagree, and those of them the host accepts.
  package var differs: [PersonMerge.Field] = []
  package var taken: Set<PersonMerge.Field> = []
  /// True if something depends on the person this row becomes.
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
