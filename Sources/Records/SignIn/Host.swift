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
  /// True if they look after the installation.
  package var isOperator = false
  /// True if they are locked out: they can't sign in, and no invitation of theirs leaves.
  package var isDisabled = false

  package init(id: HostID, email: String, name: String, language: Language, zone: String, signature: String) {
    self.id = id
    self.email = email
    self.name = name
    self.language = language
    self.zone = zone
    self.signature = signature
  }
}

extension Host {
  /// Stands for the owner's address until they give one. Nothing can be sent there (RFC 6761 §6.4).
  package static let unknownAddress = "owner@localhost.invalid"

  package var hasAddress: Bool { email != Self.unknownAddress }

  /// The form's value: empty while it is unknown.
  package var knownEmail: String { hasAddress ? email : "" }
}
