/// Why the bytes of a zone's file are no rules.
package enum ZoneProblem: String, Error, Sendable, CaseIterable {
  /// Not a TZif file, or of a version that isn't known.
  case notZoneFile
  /// Ends too early, or is larger than any zone needs.
  case length
  /// Numbers that contradict each other, or times that nobody can count with.
  case numbers
  /// The rule for the time after the last change can't be read.
  case footer
  /// Counts leap seconds, as the files in `right/` do; clocks of people don't.
  case leapSeconds
}
