import Foundation

/// Where the rules of time zones come from. Every local time in the program is one of these; Foundation's own rules are as
/// old as the compiler that built it.
package struct Zones: Sendable {
  private let readCatalogue: @Sendable () -> ZoneCatalogue
  private let readRules: @Sendable (String) -> ZoneRules?

  /// - Parameters:
  ///   - catalogue: as it is now.
  ///   - rules: of a zone with a name such as `Europe/Berlin`, as they are now; nil where there is no such zone.
  package init(
    catalogue: @escaping @Sendable () -> ZoneCatalogue, rules: @escaping @Sendable (String) -> ZoneRules?
  ) {
    (readCatalogue, readRules) = (catalogue, rules)
  }

  package var catalogue: ZoneCatalogue { readCatalogue() }

  /// The zone of an IANA name such as `Europe/Berlin`, by its name of today where the name is an old one, or of `UTC`. Nil
  /// for unknown names and for abbreviations such as `CEST`, which name an offset and not a place.
  package func zone(_ name: String) -> Zone? {
    let name = name.trimmingCharacters(in: .whitespaces)
    if ZoneName.isUTC(name) { return .utc }
    guard ZoneName.isWellFormed(name) else { return nil }
    let current = catalogue.current(name)
    guard ZoneName.isPlace(current) || ZoneName.isOffset(current) else { return nil }
    return readRules(current).map { Zone(identifier: current, rules: $0) }
  }

  /// The zone of a name that was checked when it was stored. Should it have got lost since, times are shown in UTC, which
  /// they say.
  package subscript(name: String) -> Zone {
    zone(name) ?? .utc
  }

  /// The first of several names that is a zone: a guest's own, else that of their party.
  package func first(_ names: [String]) -> Zone {
    names.lazy.compactMap { zone($0) }.first ?? .utc
  }

  /// Knows UTC alone.
  package static let none = Zones(catalogue: { .empty }, rules: { _ in nil })

  /// Whether a zone's name can be stored: one that a person chose from a list.
  package func has(_ name: String) -> Bool {
    zone(name) != nil
  }
}
