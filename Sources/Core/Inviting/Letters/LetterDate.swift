/// The letter's statement about the date.
package enum LetterDate: Sendable, Hashable {
  /// Already put into words, with the zone: "Donnerstag, 12. November 2026, 18:30 Uhr (Berlin)".
  case fixed(String)
  /// The guest chooses among this many slots on the personal page.
  case poll(slots: Int)
  case open
}
