import Core
import House
import Records

/// A programme as in its form.
package struct ProgrammeEntry: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// Empty for an unused row.
    package var kind = ""
    package var title = ""
    package var minutes = ""

    package init(kind: String = "", title: String = "", minutes: String = "") {
      self.kind = kind
      self.title = title
      self.minutes = minutes
    }
  }

  package var rows: [Row]
  package var tableLimit: String
  package var hidesAddresses = false
  package var meeting = ""

  package static let mostRows = 12
  /// The bounds for one part.
  package static let minutes = 1...180

  package init(_ programme: Programme, tableLimit: Int) {
    rows = programme.parts.map { Row(kind: $0.kind.rawValue, title: $0.title, minutes: String($0.minutes)) }
    self.tableLimit = String(tableLimit)
  }

  /// - Parameter usual: used if the host has written none.
  package init(_ plan: EveningPlan, usual: Programme) {
    self.init(plan.programme ?? usual, tableLimit: plan.tableLimit)
    hidesAddresses = plan.hidesAddresses
    meeting = plan.meeting
  }

  package init(_ form: Form) {
    rows = (0..<Self.mostRows).map { place in
      Row(
        kind: form.text("kind.\(place)"), title: form.text("title.\(place)"), minutes: form.text("minutes.\(place)"))
    }.filter { !$0.kind.isEmpty }
    tableLimit = form.text("tableLimit")
    hidesAddresses = form.text("hidesAddresses") == "1"
    meeting = form.text("meeting")
  }

  /// The request of a button beside a row: `up.2`, `down.2`, `out.2`, `tables.2` for introductions at the tables.
  /// Anything else changes nothing.
  package mutating func change(_ wish: String) {
    let parts = wish.split(separator: ".")
    guard parts.count == 2, let place = Int(typed: parts[1], in: 0...Self.mostRows), rows.indices.contains(place)
    else { return }
    switch parts[0] {
    case "up" where place > 0: rows.swapAt(place, place - 1)
    case "down" where place + 1 < rows.count: rows.swapAt(place, place + 1)
    case "out": rows.remove(at: place)
    case "tables": bringToTables(place)
    default: break
    }
  }

  /// A title the host wrote stays.
  private mutating func bringToTables(_ place: Int) {
    let part = Programme.Part.tableIntroductions(Int(typed: tableLimit, in: 2...6) ?? 4)
    (rows[place].kind, rows[place].minutes) = (part.kind.rawValue, String(part.minutes))
  }

  package var errors: FieldErrors {
    var errors = FieldErrors()
    if !meeting.isEmpty, MeetingLink(meeting) == nil { errors["meeting"] = Message("programme.error.meeting") }
    if rows.isEmpty { errors["rows"] = Message("programme.error.empty") }
    for (place, row) in rows.enumerated() {
      if Int(typed: row.minutes, in: Self.minutes) == nil {
        errors["minutes.\(place)"] = Message("programme.error.minutes")
      }
      if row.title.unicodeScalars.count > FloorRules.titleLength {
        errors["title.\(place)"] = Message("guests.error.tooLong", ["limit": String(FloorRules.titleLength)])
      }
    }
    return errors
  }

  /// - Throws: `AppError.malformed` for input that no form of ours sends.
  package func parts() throws -> [Programme.Part] {
    try rows.map { row in
      guard let kind = Programme.Kind(rawValue: row.kind), let minutes = Int(typed: row.minutes, in: Self.minutes)
      else {
        throw AppError.malformed
      }
      return Programme.Part(kind: kind, title: row.title, minutes: minutes)
    }
  }

  package var minutes: Int { rows.reduce(0) { $0 + (Int(typed: $1.minutes, in: Self.minutes) ?? 0) } }
}
