import Core
import Formats
import Foundation
import House
import Records

/// A list of people as reported by the command `import --dry-run`: read and merged, but not stored.
package struct ListReport: Sendable {
  package let kind: FileKind
  /// In the order of their first appearance.
  package let people: [PersonRecord]
  package let merged: Int
  package let rejected: [RejectedRow]
  /// Details left out of people that were read, with their lines.
  package let remarks: [(line: Int, problem: Problem)]
  /// The people of whom the list says more than that they come: they cancelled, wait, or were there.
  package let standings: [(line: Int, name: String, attendance: Attendance)]

  /// - Throws: a `Problem` if the file can't be read at all.
  package init(reading data: Data, by reading: any DocumentReading = DirectReading()) throws {
    var book = MergeBook()
    var rejected: [RejectedRow] = []
    var remarks: [(line: Int, problem: Problem)] = []
    var standings: [(line: Int, name: String, attendance: Attendance)] = []
    let summary = try ListReader.read(data, reading: reading) { event in
      switch event {
      case .person(let person):
        book.add(PersonRecord(person))
        remarks += person.remarks.map { (person.line, $0) }
        if let attendance = person.attendance {
          standings.append((person.line, person.name.isEmpty ? person.email : person.name, attendance))
        }
      case .rejected(let row): rejected.append(row)
      case .progress: break
      }
    }
    let outcome = book.outcome()
    if outcome.people.isEmpty, rejected.isEmpty { throw Problem("import.problem.nobodyAtAll") }
    kind = summary.kind
    people = outcome.people
    merged = outcome.merged
    self.rejected = rejected
    self.remarks = remarks
    self.standings = standings
  }

  /// One JSON object, a line per person and per rejected row; reasons in the language of the phrases.
  package func json(_ t: Phrases) -> String {
    let people = people.map(Self.line)
    let remarks = remarks.map { "{\"line\": \($0.line), \"remark\": \(Self.quoted(t($0.problem)))}" }
    let rejected = rejected.map { "{\"line\": \($0.line), \"reason\": \(Self.quoted(t($0.problem)))}" }
    let standings = standings.map {
      "{\"line\": \($0.line), \"name\": \(Self.quoted($0.name)), \"attendance\": \(Self.quoted($0.attendance.rawValue))}"
    }
    return """
      {
      "kind": \(Self.quoted(kind.rawValue)),
      "people": [\(Self.lines(people))],
      "merged": \(merged),
      "rejected": [\(Self.lines(rejected))],
      "remarks": [\(Self.lines(remarks))],
      "attendance": [\(Self.lines(standings))]
      }
      """
  }

  /// For people to read: what was understood, the first few people, and every row that was not understood.
  package func summary(_ t: Phrases) -> String {
    var lines = [
      t("import.command.kind", ["kind": t("import.kind.\(kind.rawValue)")]),
      t.count("import.command.people", people.count), t.count("import.command.merged", merged),
      t.count("import.command.rejected", rejected.count),
    ]
    lines += rejected.map { t("import.command.row", ["line": String($0.line), "reason": t($0.problem)]) }
    lines += remarks.map { t("import.command.row", ["line": String($0.line), "reason": t($0.problem)]) }
    lines += standings.map { standing in
      let word = t("import.attendance.\(standing.attendance.rawValue)")
      return t("import.command.row", ["line": String(standing.line), "reason": "\(standing.name): \(word)"])
    }
    if !people.isEmpty { lines.append("") }
    lines += people.prefix(20).map { person in
      let parts =
        [person.name, person.email, person.organisation, person.role] + [person.topics.joined(separator: "; ")]
      return "  " + parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
    if people.count > 20 { lines.append(t.count("import.command.more", people.count - 20)) }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ items: [String]) -> String {
    items.isEmpty ? "" : "\n" + items.joined(separator: ",\n") + "\n"
  }

  private static func line(_ person: PersonRecord) -> String {
    let fields = [
      ("{\"name\": ", person.name), (", \"email\": ", person.email), (", \"organisation\": ", person.organisation),
      (", \"role\": ", person.role), (", \"country\": ", person.country),
    ]
    var line = ""
    for (name, value) in fields {
      line += name
      line += quoted(value)
    }
    line += ", \"topics\": ["
    for (index, topic) in person.topics.enumerated() {
      if index > 0 { line += ", " }
      line += quoted(topic)
    }
    return line + "]}"
  }

  /// RFC 8259 §7.
  private static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      return "\"" + text + "\""
    }
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case _ where scalar.value < 0x20: output += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
