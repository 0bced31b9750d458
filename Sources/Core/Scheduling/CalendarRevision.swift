/// The state of a party's calendar entry that a guest has been sent. The UID stays for life; SEQUENCE rises with every
/// change and for the cancellation, so that calendar programs replace their copy (RFC 5545 §3.8.7.4, RFC 5546 §2.1.4).
package struct CalendarRevision: Sendable, Hashable {
  package let uid: String
  /// 0 for the first entry.
  package let sequence: Int

  package init(uid: String, sequence: Int = 0) {
    self.uid = uid
    self.sequence = sequence
  }

  package var next: CalendarRevision {
    CalendarRevision(uid: uid, sequence: sequence + 1)
  }
}
