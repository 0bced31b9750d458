import Core
import Database
import Records

/// Compares some rows of an import with the host's address book.
struct ImportComparison: Sendable {
  let importing: ImportID
  let host: HostID
  let positions: ClosedRange<Int>

  struct Findings: Sendable {
    var known: Set<Int> = []
    /// The fields on which the list and the address book disagree.
    var differences: [Int: [PersonMerge.Field]] = [:]
    /// People who were not found, but have a name like somebody's.
    var alike: [Int: PersonID] = [:]

    var areNoted: Bool { !differences.isEmpty || !alike.isEmpty }
  }

  func findings(_ connection: any Connection) throws -> Findings {
    let matches = try ImportMatchStore(connection: connection, importing: importing, host: host).matches(in: positions)
    var findings = Findings(known: Set(matches.keys))
    findings.alike = try likeness(connection).peopleAlike(in: positions).filter { matches[$0.key] == nil }
    guard !matches.isEmpty else { return findings }
    let people = try PersonStore(connection: connection).people(Array(Set(matches.values)), of: host)
    let records = Dictionary(people.map { ($0.id, $0.record) }, uniquingKeysWith: { first, _ in first })
    let rows = ImportRowStore(connection: connection, importing: importing)
    for row in try rows.rows(at: Array(matches.keys)) {
      guard let person = matches[row.position], let known = records[person] else { continue }
      let fields = PersonDifferences(known: known, listed: row.record).fields
      if !fields.isEmpty { findings.differences[row.position] = fields }
    }
    return findings
  }

  func note(_ findings: Findings, _ connection: any Connection) throws {
    let differences = ImportDifferenceStore(connection: connection, importing: importing)
    for (position, fields) in findings.differences { try differences.note(fields, at: position) }
    for (position, person) in findings.alike { try likeness(connection).ask(.person(person), at: position) }
  }

  private func likeness(_ connection: any Connection) -> ImportLikenessStore {
    ImportLikenessStore(connection: connection, importing: importing, host: host)
  }
}
