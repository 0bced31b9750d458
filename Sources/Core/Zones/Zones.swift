import Foundation

/// The source of the rules of time zones. Every local time in the program comes from one of these; Foundation's own
/// rules are as old as the compiler that built it.
package struct Zones: Sendable {
  private let readCatalogue: @Sendable () -> ZoneCatalogue
  private let readRules: @Sendable (String) -> ZoneRules?

  /// - Parameters:
  ///   - catalogue: returns the current one.
  ///   - rules: returns the current rules of a zone such as `Europe/Berlin`; nil if there is no such zone.
  package init(
    catalogue: @escaping @Sendable () -> ZoneCatalogue, rules: @escaping @Sendable (String) -> ZoneRules?
  ) {
    (readCatalogue, readRules) = (catalogue, rules)
  }

  package var catalogue: ZoneCatalogue { readCatalogue() }

  /// The zone of an IANA name such as `Europe/Berlin`, or of `UTC`; an old name leads to the zone's current one. Nil
  /// for unknown names and for abbreviations such as `CEST`, which name an offset and not a place.
  package func zone(_ name: String) -> Zone? {
    let name = name.trimmingCharacters(in: .whitespaces)
    if ZoneName.isUTC(name) { return .utc }
    // Old names of a whole country have no slash: `Japan`, `Israel`.
    let current = catalogue.current(name)
    guard ZoneName.isWellFormed(current) else { return nil }
    guard ZoneName.isPlace(current) || ZoneName.isOffset(current) else { return nil }
    return readRules(current).map { Zone(identifier: current, rules: $0) }
  }

  /// The zone of a name that was checked when it was stored. If it has since disappeared, times are shown in UTC, and
  /// say so.
  package subscript(name: String) -> Zone {
    zone(name) ?? .utc
  }

  /// The first of several names that is a zone: a guest's own, otherwise their party's.
  package func first(_ names: [String]) -> Zone {
    names.lazy.compactMap { zone($0) }.first ?? .utc
  }

  /// Knows UTC alone.
  package static let none = Zones(catalogue: { .empty }, rules: { _ in nil })

  /// True if a zone's name can be stored: one a person chose from a list.
  package func has(_ name: String) -> Bool {
    zone(name) != nil
  }
}
