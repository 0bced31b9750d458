import Core
import Database
import Foundation
import House
import Records

/// Adds the people of a confirmed import to the address book, a few hundred at a time. Runs on a thread of its own.
struct ImportSaving {
  let services: Services
  let importing: Import
  let stop: StopSign

  private var database: WaitingDatabase { WaitingDatabase(database: services.database, pace: services.pace) }

  func run() throws {
    let list = try prepareList()
    let id = importing.id
    let last = try database.read { try ImportRowStore(connection: $0, importing: id).lastPosition() }
    var counts = importing.counts
    var position = importing.savedPosition
    while position < last {
      try stop.check()
      let end = position + database.rows
      let batch = ImportSavingBatch(
        importing: importing, list: list, positions: (position + 1)...end, last: last, services: services)
      let before = counts
      counts = try database.write { try batch.save($0, counts: before) }
      position = end
    }
    let host = importing.host
    try database.write { try ImportLikenessStore(connection: $0, importing: id, host: host).rememberApart() }
    try clean()
    try finish()
  }

  /// A file that was imported before uses its old list, which takes on the host's latest description.
  private func prepareList() throws -> PeopleListID {
    if let list = importing.list { return try renewed(list) }
    let fresh = PeopleList(
      id: services.newID(), name: importing.listName, occasion: importing.occasion, source: importing.source,
      kind: importing.kind?.rawValue ?? "", fileName: importing.fileName, address: importing.address,
      importedAt: services.now())
    let importing = importing
    return try database.write { connection in
      let lists = PeopleListStore(connection: connection)
      let known = try lists.list(digest: importing.digest, of: importing.host)
      if let known {
        try lists.update(known.id, name: fresh.name, occasion: fresh.occasion.id, source: fresh.source)
      } else {
        try lists.insert(fresh, digest: importing.digest, of: importing.host)
      }
      let id = known?.id ?? fresh.id
      try ImportStore(connection: connection).note(list: id, of: importing.id)
      return id
    }
  }

  private func renewed(_ list: PeopleListID) throws -> PeopleListID {
    if importing.address.isEmpty { return list }
    let (digest, now) = (importing.digest, services.now())
    try database.write { try PeopleListStore(connection: $0).renew(list, digest: digest, at: now) }
    return list
  }

  /// Keeps rejected rows for a while, so that the host can have another look.
  private func clean() throws {
    let (id, database) = (importing.id, database)
    var isMore = true
    while isMore {
      try stop.check()
      let limit = database.rows
      isMore = try database.write {
        try ImportRowStore(connection: $0, importing: id).delete(limit: limit, alsoRejected: false)
      }
    }
  }

  private func finish() throws {
    let (id, now) = (importing.id, services.now())
    try database.write {
      try ImportAnswerStore(connection: $0, importing: id).clear()
      try ImportStore(connection: $0).move(id, from: .saving, to: .saved, at: now)
    }
    services.uploads.remove(importing.id)
  }
}

/// Some rows of an import on their way into the address book.
private struct ImportSavingBatch: Sendable {
  let importing: Import
  let list: PeopleListID
  let positions: ClosedRange<Int>
  let last: Int
  let services: Services

  /// - Returns: the counts afterwards.
  func save(_ connection: any Connection, counts: Import.Counts) throws -> Import.Counts {
    let rows = try ImportRowStore(connection: connection, importing: importing.id)
      .rows(.person, after: positions.lowerBound - 1, limit: positions.count)
      .filter { positions.contains($0.position) && !(importing.leavesOut && $0.attendance?.isAbsence == true) }
    let matches = try ImportMatchStore(connection: connection, importing: importing.id, host: importing.host)
      .matches(in: positions)
    let known = try PersonStore(connection: connection).people(Array(Set(matches.values)), of: importing.host)
    var records = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.record) })
    var counts = counts
    for row in rows {
      if let person = matches[row.position], let record = records[person] {
        records[person] = try fill(person, record, with: row, &counts, connection)
      } else {
        try add(row, connection)
        counts.new += 1
      }
    }
    let progress = Double(min(positions.upperBound, last)) / Double(last)
    try ImportStore(connection: connection)
      .note(progress, counts, savedPosition: positions.upperBound, of: importing.id)
    return counts
  }

  private func add(_ row: ImportRow, _ connection: any Connection) throws {
    let id: PersonID = services.newID()
    try PersonStore(connection: connection).insert(row.record, as: id, of: importing.host, at: services.now())
    try PeopleListStore(connection: connection).put(id, on: list, line: row.line, attendance: row.attendance)
    try likeness(connection).note(id, savedFrom: row)
  }

  private func likeness(_ connection: any Connection) -> ImportLikenessStore {
    ImportLikenessStore(connection: connection, importing: importing.id, host: importing.host)
  }

  /// The address book may contain the host's own corrections: the list fills in what is missing, and what the host
  /// accepted on the preview.
  private func fill(
    _ person: PersonID, _ record: PersonRecord, with row: ImportRow, _ counts: inout Import.Counts,
    _ connection: any Connection
  ) throws -> PersonRecord {
    let store = PersonStore(connection: connection)
    var taken = row.taken
    let bearer =
      try taken.contains(.email) ? store.person(emailKey: row.record.emailKey ?? "", of: importing.host) : nil
    if bearer != nil { taken.remove(.email) }
    let known = record.taking(taken, from: row.record)
    let merge = PersonUnion.merge(known, row.record)
    if known != record || !merge.changes.isEmpty {
      try store.update(person, to: merge.record, of: importing.host, at: services.now())
      counts.changed += 1
    }
    try PeopleListStore(connection: connection).put(person, on: list, line: row.line, attendance: row.attendance)
    try likeness(connection).note(person, savedFrom: row)
    return merge.record
  }
}
