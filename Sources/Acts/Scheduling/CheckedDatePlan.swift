import Core
import Foundation
import House
import Records

/// A date plan in which every field has been understood.
package struct CheckedDatePlan: Sendable, Equatable {
  package let minutes: Int
  package let zone: Zone
  /// Nil for a poll.
  package let fixed: LocalTime?
  /// In chronological order; empty for a fixed date.
  package let slots: [Date]
  package let deadline: Date?

  /// - Throws: `FieldErrors`, by the names of the fields: `date.0`, `time.0`, `fixedDate`, `deadline`, `rows`, …
  package init(_ plan: DatePlan, now: Date, in zones: Zones) throws {
    var reader = DatePlanReader(plan: plan, now: now, zones: zones)
    minutes = reader.minutes()
    zone = reader.zone()
    fixed = plan.isPoll ? nil : reader.time(plan.fixed, date: "fixedDate", time: "fixedTime")
    slots = plan.isPoll ? reader.slots() : []
    deadline = plan.isPoll ? reader.deadline(before: slots.first) : nil
    if !reader.errors.isEmpty { throw reader.errors }
  }
}

/// Reads the fields of a date plan one by one and collects the errors.
private struct DatePlanReader {
  let plan: DatePlan
  let now: Date
  let zones: Zones
  var errors = FieldErrors()

  init(plan: DatePlan, now: Date, zones: Zones) {
    (self.plan, self.now, self.zones) = (plan, now, zones)
  }

  mutating func minutes() -> Int {
    guard let minutes = Int(typed: plan.minutes, in: DatePlan.lengths) else {
      errors["minutes"] = Message("scheduling.error.minutes")
      return 60
    }
    return minutes
  }

  mutating func zone() -> Zone {
    guard let zone = zones.zone(plan.zone) else {
      errors["zone"] = Message("time.problem.zone", ["value": plan.zone])
      return .utc
    }
    return zone
  }

  mutating func time(_ row: DatePlan.Row, date: String, time: String) -> LocalTime? {
    guard errors["zone"] == nil else { return nil }
    do throws(FieldProblem) {
      let fields = LocalTime.Fields(date: date, time: time, zone: "zone")
      let local = try LocalTime(date: row.date, time: row.time, zone: plan.zone, fields: fields, in: zones)
      if local.instant <= now { errors[date] = Message("party.refused.pastDate") }
      return local
    } catch {
      errors[error.field] = error.message
      return nil
    }
  }

  mutating func slots() -> [Date] {
    var starts: [Date] = []
    for (index, row) in plan.rows.enumerated() where !row.isEmpty {
      guard let start = time(row, date: "date.\(index)", time: "time.\(index)")?.instant else { continue }
      if starts.contains(start) { errors["date.\(index)"] = Message("scheduling.error.twice") }
      starts.append(start)
    }
    let filled = plan.rows.count { !$0.isEmpty }
    if !DatePlan.slotCounts.contains(filled) { errors["rows"] = Message("scheduling.error.count") }
    return starts.sorted()
  }

  /// The end of a day: somebody who reads “until Friday” may vote on Friday evening.
  mutating func deadline(before first: Date?) -> Date? {
    guard !plan.deadline.isEmpty, errors["zone"] == nil else { return nil }
    let row = DatePlan.Row(date: plan.deadline, time: "23:59")
    guard let deadline = time(row, date: "deadline", time: "deadline")?.instant else { return nil }
    if let first, deadline >= first { errors["deadline"] = Message("scheduling.error.deadline") }
    return deadline
  }
}
