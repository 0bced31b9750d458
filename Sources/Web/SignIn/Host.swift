import Core

/// Somebody who invites. Hosts of one installation never see each other's people or parties.
package struct Host: Sendable, Equatable {
  package let id: HostID
  package var email: String
  package var name: String
  package var language: Language
  /// IANA name, such as `Europe/Berlin`.
  package var zone: String
  /// Lines below the name in letters.
  package var signature: String
}
