import Foundation

/// Events that a calendar program subscribes to: one file with all of them, read again every hour or so (RFC 7986
/// §5.7). Times are UTC, so that no program's own idea of a zone matters.
package struct CalendarFeed: Sendable {
  /// The calendar's name in the program.
  package var name: String
  package var entries: [CalendarEntry]

  package init(name: String, entries: [CalendarEntry]) {
    self.name = name
    self.entries = entries
  }

  /// Omits entries that can't be written: one odd address must not hide the others.
  package func text() -> String {
    let usable = entries.filter { (try? $0.check()) != nil }
    return CalendarEntryWriter.feed(usable, name: name.inOneLine)
  }
}
