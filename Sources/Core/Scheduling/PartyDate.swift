import Foundation

/// The beginning of a party, and the zone in which its host chose it.
package struct PartyDate: Sendable, Hashable {
  package let instant: Date
  /// An IANA name.
  package let zone: String

  package init(_ instant: Date, zone: String) {
    (self.instant, self.zone) = (instant, zone)
  }
}
