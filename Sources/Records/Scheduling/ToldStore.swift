import Core
import Database
import Foundation

/// The date as each guest was last told it. It is read with the guest; the calendar entry itself is `EntryStore`'s.
package struct ToldStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func set(_ told: ToldDate, of guest: GuestID) throws {
    let time: PartyTime? = if case .date(let time) = told.word { time } else { nil }
    let slots: Set<Date> = if case .poll(let slots) = told.word { slots } else { [] }
    try connection.execute(
      """
      UPDATE guest SET
        told_word = \(told.word?.name), told_start = \(time?.start), told_minutes = \(time?.minutes ?? 0),
        told_zone = \(time?.zone ?? ""), told_slots = \(slots.map(Self.text).sorted().joined(separator: " ")),
        told_coming = \(told.entry == .coming)
      WHERE id = \(guest)
      """)
  }

  private static func text(_ time: Date) -> String { String(Moment(time).milliseconds) }
}

extension ToldDate {
  package init(_ row: Row) throws {
    self.init()
    switch try row.find("told_word", as: String.self) {
    case "date":
      word = .date(
        PartyTime(
          start: try row.get("told_start"), minutes: try row.get("told_minutes"), zone: try row.get("told_zone")))
    case "poll":
      let slots = try row.get("told_slots", as: String.self).split(separator: " ").compactMap { Int64($0) }
      word = .poll(Set(slots.map { Moment(milliseconds: $0).date }))
    case "open": word = .open
    default: word = nil
    }
    if try row.get("entry_stands", as: Bool.self) { entry = try row.get("told_coming") ? .coming : .perhaps }
  }
}

extension DateWord {
  fileprivate var name: String {
    switch self {
    case .open: "open"
    case .poll: "poll"
    case .date: "date"
    }
  }
}
