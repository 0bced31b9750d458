/// The reason why the bytes of a zone's file are no rules.
package enum ZoneProblem: String, Error, Sendable, CaseIterable {
  /// Not a TZif file, or of an unknown version.
  case notZoneFile
  /// Ends too early, or is larger than any zone needs.
  case length
  /// Numbers that contradict each other, or times that can't be calculated with.
  case numbers
  /// The rule for the time after the last change can't be read.
  case footer
  /// Counts leap seconds, as the files in `right/` do; everyday clocks don't.
  case leapSeconds
}
