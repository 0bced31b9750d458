import Core

/// A rotation as plain text: a line for each round, a column for each table, guests from 1, and what it amounts to.
struct RotationTable {
  private let plan: RotationPlan

  init(_ plan: RotationPlan) {
    self.plan = plan
  }

  var text: String {
    ([aligned([header] + rows)] + [summary]).joined(separator: "\n\n")
  }

  private var header: [String] {
    let tables = plan.schedule.map(\.count).max() ?? 0
    return [""] + (0..<tables).map { "Table \($0 + 1)" }
  }

  private var rows: [[String]] {
    plan.schedule.enumerated().map { round, tables in
      ["Round \(round + 1)"] + tables.map { $0.sorted().map { String($0 + 1) }.joined(separator: " ") }
    }
  }

  private func aligned(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return
      rows
      .map { row in
        let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "   ")
        return String(cells.reversed().drop { $0 == " " }.reversed())
      }
      .joined(separator: "\n")
  }

  private var summary: String {
    let guests = (plan.schedule.joined().joined().max() ?? 0) + 1
    let counts = MeetingCounts(guestCount: guests, plan.schedule)
    let met = (0..<guests).map(counts.acquaintances)
    let least = met.min() ?? 0
    let most = met.max() ?? 0
    let range = least == most ? "\(least)" : "\(least) to \(most)"
    return "Everybody meets \(range) of \(guests - 1) others. \(repeats) \(proof)"
  }

  private var repeats: String {
    switch plan.bounds.meetings - plan.score.distinct {
    case 0: "Nobody meets twice."
    case 1: "There is 1 repeated meeting."
    case let count: "There are \(count) repeated meetings."
    }
  }

  private var proof: String {
    plan.score.distinct == plan.bounds.pairs ? "More is not possible." : "At most \(most) more would be possible."
  }

  private var most: String {
    let more = plan.bounds.pairs - plan.score.distinct
    return more == 1 ? "1 pair" : "\(more) pairs"
  }
}
