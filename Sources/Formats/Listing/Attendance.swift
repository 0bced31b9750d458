/// What a list says has become of somebody's part in the event, where that is not simply that they came or will come.
package enum Attendance: String, Sendable, CaseIterable, Codable {
  /// In the order in which one beats another: who cancelled and was not there, cancelled.
  case cancelled, declined, refused, waiting, absent
  /// Checked in: was there.
  case attended

  /// Whether they did not come or won't, as far as the list knows.
  package var isAbsence: Bool { self != .attended }
}
