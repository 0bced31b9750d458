/// A list's statement about somebody's part in the event, unless they simply came or will come.
package enum Attendance: String, Sendable, CaseIterable, Codable {
  /// In order of precedence: somebody who cancelled and was not there counts as cancelled.
  case cancelled, declined, refused, waiting, absent
  /// Checked in, so they were there.
  case attended

  /// True if they did not come or won't, as far as the list knows.
  package var isAbsence: Bool { self != .attended }
}
