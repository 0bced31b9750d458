import Foundation

/// Events to which a calendar program subscribes: one file with all of them, read again every hour or so (RFC 7986 §5.7). Times are
/// UTC, so that no program's own idea of a zone matters.
package struct CalendarFeed: Sendable {
  /// How the program calls the calendar.
  package var name: String
  package var entries: [CalendarEntry]

  package init(name: String, entries: [CalendarEntry]) {
    self.name = name
    self.entries = entries
  }

  /// Entries that can't be written are left out: one odd address must not keep the others from being read.
  package func text() -> String {
    let usable = entries.filter { (try? $0.check()) != nil }
    return CalendarEntryWriter.feed(usable, name: name.inOneLine)
  }
}
