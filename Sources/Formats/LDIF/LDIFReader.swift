import Foundation

/// Reads the people of an LDIF file (RFC 2849), as directories and Thunderbird export them, as a table with a header.
enum LDIFReader {
  /// True if the text begins with a version or a `dn:`, possibly after comments.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    var scanner = LineScanner(bytes)
    while let line = scanner.next(), line.number < 200 {
      let text = bytes[line.range]
      guard !text.isEmpty, text.first != UInt8(ascii: "#") else { continue }
      let start = String(decoding: text.prefix(10), as: UTF8.self).lowercased()
      if start.hasPrefix("version: ") || start == "version:1" { continue }
      return start.hasPrefix("dn:")
    }
    return false
  }

  static func parts(of bytes: [UInt8], limits: ReadingLimits) throws -> [DocumentPart] {
    let budget = TextBudget(limits: limits)
    var rows = [DocumentRow(line: 0, cells: columns.map(\.name))]
    var entry: [String: [String]] = [:]
    var start = 1
    for line in LDIFLines.lines(of: bytes) {
      if line.text.isEmpty {
        add(entry, line: start, to: &rows)
        entry = [:]
        start = line.number + 1
      } else if let (name, value) = LDIFLines.attribute(line.text) {
        try budget.spend(value.utf8.count)
        if entry.isEmpty { start = line.number }
        if entry[name, default: []].count < 20 { entry[name, default: []].append(value) }
      }
      guard rows.count <= limits.rows else {
        throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
      }
    }
    add(entry, line: start, to: &rows)
    return [.table(rows)]
  }

  /// Attributes of RFC 4519 and RFC 4524, with Active Directory's and Mozilla's beside them; the first that an entry
  /// has counts.
  private static let columns: [(name: String, attributes: [String])] = [
    ("Name", ["displayname", "cn", "commonname"]), ("Vorname", ["givenname", "gn"]), ("Nachname", ["sn", "surname"]),
    ("E-Mail", ["mail", "rfc822mailbox", "email", "mozillasecondemail"]),
    ("Firma", ["o", "company", "organizationname"]),
    ("Position", ["title", "personaltitle"]), ("Land", ["c", "co", "countryname", "friendlycountryname"]),
  ]

  /// An organisation, a folder or a group is not a person; nor is an entry without name and address.
  private static func add(_ entry: [String: [String]], line: Int, to rows: inout [DocumentRow]) {
    let classes = Set(entry["objectclass", default: []].map { $0.lowercased() })
    let isOther = !classes.isDisjoint(with: [
      "organization", "organizationalunit", "groupofnames", "groupofuniquenames", "posixgroup", "dcobject", "domain",
      "group", "container", "device", "organizationalrole", "computer",
    ])
    guard !isOther || classes.contains("person") else { return }
    let cells = columns.map { column in
      column.attributes.lazy.compactMap { entry[$0]?.first { !$0.trimmedOfSpaces.isEmpty } }.first ?? ""
    }
    guard cells.prefix(4).contains(where: { !$0.isEmpty }) else { return }
    rows.append(DocumentRow(line: line, cells: cells))
  }
}

/// Lines of LDIF, with those that begin with a space joined to the line above (RFC 2849, note 2).
enum LDIFLines {
  static func lines(of bytes: [UInt8]) -> [(number: Int, text: String)] {
    var joined: [(number: Int, bytes: [UInt8])] = []
    var scanner = LineScanner(bytes)
    while let line = scanner.next() {
      let text = bytes[line.range]
      if text.first == .space, !joined.isEmpty {
        joined[joined.count - 1].bytes.append(contentsOf: text.dropFirst())
      } else {
        joined.append((line.number, Array(text)))
      }
    }
    return joined.filter { $0.bytes.first != UInt8(ascii: "#") }
      .map { ($0.number, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// `mail: a@example.org`, or `cn:: QWRsZXI=` in base64; options such as `;lang-de` are dropped. Nil for a URL and for
  /// a line that is no attribute.
  static func attribute(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].prefix { $0 != ";" }.lowercased()
    let rest = line[line.index(after: colon)...]
    if rest.first == "<" { return nil }
    guard rest.first == ":" else { return (name, String(rest).trimmedOfSpaces) }
    guard let data = Data(base64Encoded: String(rest.dropFirst()).trimmedOfSpaces, options: .ignoreUnknownCharacters)
    else { return nil }
    return (name, String(decoding: data, as: UTF8.self).trimmedOfSpaces)
  }
}
