/// Without rules every local time would be wrong, so the program doesn't start.
package struct MissingZones: Error, CustomStringConvertible {
  let folder: String

  package var description: String { "There are no time zones under \(folder). Install the package tzdata." }
}

extension SystemZones {
  /// - Throws: `MissingZones`.
  package func check() throws {
    guard zones.has("Europe/Berlin"), !zones.catalogue.offered.isEmpty else { throw MissingZones(folder: folder) }
  }
}
