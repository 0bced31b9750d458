import Acts
import Core
import House
import Records
import Web

/// A rotation as plain text: a line for each round, a column for each table, guests from 1, and its score.
struct RotationTable {
  private let plan: RotationPlan
  private let t: Phrases

  init(_ plan: RotationPlan, _ t: Phrases) {
    self.plan = plan
    self.t = t
  }

  var text: String {
    ([aligned([header] + rows)] + [summary]).joined(separator: "\n\n")
  }

  private var header: [String] {
    let tables = plan.schedule.map(\.count).max() ?? 0
    return [""] + (0..<tables).map { t("rotate.command.table", ["number": "\($0 + 1)"]) }
  }

  private var rows: [[String]] {
    plan.schedule.enumerated().map { round, tables in
      [t("rotate.command.round", ["number": "\(round + 1)"])]
        + tables.map { $0.sorted().map { String($0 + 1) }.joined(separator: " ") }
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
    let values = ["least": "\(least)", "most": "\(most)", "others": "\(guests - 1)"]
    return [t(least == most ? "rotate.command.met" : "rotate.command.metRange", values), repeats, proof]
      .joined(separator: " ")
  }

  private var repeats: String {
    let count = plan.bounds.meetings - plan.score.distinct
    return count == 0 ? t("rotate.command.noRepeat") : t.count("rotate.command.repeats", count)
  }

  private var proof: String {
    let more = plan.bounds.pairs - plan.score.distinct
    return more == 0 ? t("rotate.command.best") : t.count("rotate.command.more", more)
  }
}
