import Core
import Database
import Formats
import Foundation
import House
import Records

/// Reads the file of an import into rows one by one, and merges rows that are the same person. Runs on a thread of its
/// own.
struct ImportReading {
  static let batchSize = 1000

  let services: Services
  let importing: Import
  let stop: StopSign

  private var database: WaitingDatabase { WaitingDatabase(database: services.database, pace: services.pace) }

  /// - Throws: a `Problem` if the file can't be read.
  func run() throws {
    try clear()
    let host = importing.host
    let headers = try database.read { try HeaderStore(connection: $0).headers(of: host) }
    var (summary, batches) = try read(with: headers)
    if batches.counts.people == 0, !headers.isEmpty {
      // Leaving out a section leaves the list with other sections.
      try clear()
      (summary, batches) = try read(with: headers.readingAll)
    }
    guard batches.counts.people + batches.counts.rejected > 0 else { throw Problem("import.problem.nobodyAtAll") }
    var counts = batches.counts
    counts.merged = try ImportMerging(importing: importing.id, database: database, stop: stop, counts: counts).run()
    counts.people -= counts.merged
    counts.known = try compare()
    try finish(summary, counts)
  }

  private func read(with headers: HostHeaders) throws -> (ReadingSummary, RowBatches) {
    let batches = RowBatches(importing: importing.id, database: database, stop: stop)
    let correction = importing.correction
    let advice = ListAdvice(
      columns: correction?.columns, hasHeader: correction?.hasHeader, headers: headers.isEmpty ? nil : headers,
      charset: correction?.charset)
    let summary = try ListReader.read(
      try fileContent(), advice: advice, limits: limits, reading: services.listReading, into: batches.take)
    try batches.flush()
    return (summary, batches)
  }

  /// Removes rows read before a restart or with other columns.
  private func clear() throws {
    let (id, database) = (importing.id, database)
    var isMore = true
    while isMore {
      try stop.check()
      let limit = database.rows
      isMore = try database.write {
        try ImportRowStore(connection: $0, importing: id).delete(limit: limit, alsoRejected: true)
      }
    }
  }

  private var limits: ReadingLimits {
    var limits = ReadingLimits.standard
    limits.fileBytes = services.settings.uploadLimit << 20
    return limits
  }

  private func fileContent() throws -> Data {
    let file = services.uploads.file(of: importing.id)
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else {
      throw Problem("import.problem.fileGone")
    }
    return data
  }

  /// Compares the rows with the address book: who is known, which fields differ, and who may be known by another
  /// spelling.
  /// - Returns: the number of known people.
  private func compare() throws -> Int {
    let (id, host) = (importing.id, importing.host)
    let last = try database.read { try ImportRowStore(connection: $0, importing: id).lastPosition() }
    var known: Set<Int> = []
    for start in stride(from: 1, through: last, by: Self.batchSize) {
      try stop.check()
      let comparison = ImportComparison(
        importing: id, host: host, positions: start...(start + Self.batchSize - 1))
      let found = try database.read { try comparison.findings($0) }
      known.formUnion(found.known)
      if found.areNoted { try database.write { try comparison.note(found, $0) } }
    }
    let matched = known
    try database.write {
      try ImportLikenessStore(connection: $0, importing: id, host: host).askAboutRows(but: matched)
    }
    return known.count
  }

  /// Applies the answers the host gave on the preview before the list was read again, so that nobody asks twice.
  private static func repeatAnswers(_ importing: Import, _ connection: any Connection) throws {
    guard try !ImportAnswerStore(connection: connection, importing: importing.id).isEmpty() else { return }
    let questions = try ImportLikenessStore(connection: connection, importing: importing.id, host: importing.host)
      .questions(limit: ImportLikenessStore.mostQuestions)
    try RowIdentification(connection: connection, importing: importing).repeatAnswers(to: questions)
  }

  private func finish(_ summary: ReadingSummary, _ counts: Import.Counts) throws {
    let (id, importing) = (importing.id, importing)
    let layout = ImportLayout(summary)
    let kind = summary.kind
    let now = services.now()
    try database.write { connection in
      let store = ImportStore(connection: connection)
      try store.note(1, counts, savedPosition: 0, of: id)
      try store.note(kind: kind, layout: layout, of: id)
      try Self.repeatAnswers(importing, connection)
      try store.move(id, from: .reading, to: .ready, at: now)
    }
  }
}

/// Collects rows and writes them in batches, so that other pages get their turn and memory stays small.
private final class RowBatches {
  private(set) var counts = Import.Counts()
  private let importing: ImportID
  private let database: WaitingDatabase
  private let stop: StopSign
  private var rows: [ImportRow] = []
  private var position = 0
  private var progress = 0.0

  init(importing: ImportID, database: WaitingDatabase, stop: StopSign) {
    self.importing = importing
    self.database = database
    self.stop = stop
  }

  func take(_ event: ReadingEvent) throws {
    switch event {
    case .progress(let value): progress = value
    case .person(let person):
      counts.people += 1
      add(
        ImportRow(
          position: position, line: person.line, status: .person, record: PersonRecord(person),
          problem: person.remarks.first, attendance: person.attendance))
    case .rejected(let row):
      counts.rejected += 1
      add(ImportRow(position: position, line: row.line, status: .rejected, problem: row.problem, cells: row.cells))
    }
    if rows.count >= database.rows { try flush() }
  }

  private func add(_ row: ImportRow) {
    position += 1
    var row = row
    row.position = position
    rows.append(row)
  }

  func flush() throws {
    try stop.check()
    // Merging and comparing take the last tenth.
    let (importing, rows, counts, progress) = (importing, rows, counts, progress * 0.9)
    try database.write { connection in
      try ImportStore(connection: connection).note(progress, counts, savedPosition: 0, of: importing)
      let store = ImportRowStore(connection: connection, importing: importing)
      for row in rows { try store.insert(row) }
    }
    self.rows.removeAll(keepingCapacity: true)
  }
}

extension PersonRecord {
  package init(_ person: ListedPerson) {
    self.init(
      name: person.name, email: person.email, organisation: person.organisation, role: person.role,
      country: person.country, topics: person.topics, talks: person.talks, links: person.links,
      identity: person.identity,
      manner: Manner(
        honorific: Honorific(rawValue: person.honorific), language: Language(rawValue: person.language)))
  }
}
