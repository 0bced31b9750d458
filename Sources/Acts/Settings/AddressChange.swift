import Core
import Database
import Foundation
import House
import Records

/// Changes a host's address by a link mailed to the new one, since the right to sign in goes with the address.
package struct AddressChange {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  package static let hours = 24
  /// In seconds.
  static let life = Double(hours) * 3600

  /// True if a mail contains such a link, or reports that the address was changed.
  static func wrote(_ mail: OutgoingMail) -> Bool { mail.key.hasPrefix("address:") }

  /// Mails the link; until it is used, the old address remains in force. A second request replaces the first.
  package func request(_ email: String, for host: Host) throws {
    let token = services.secret.token(.addressChange, services.newID(Entity.Session.self).description)
    let expiry = services.now().addingTimeInterval(Self.life)
    try AddressChangeStore(connection: connection).insert(
      MailAddress.key(email), of: host.id, hash: token.hash, until: expiry)
    let letter = Letter.addressChange(
      site: services.settings.publicURL.host() ?? "",
      link: services.settings.publicURL.absoluteString + Path.addressChange(token).text, hours: Self.hours,
      language: host.language)
    try post(letter, .signIn, to: email, host)
  }

  /// The address waiting to be proved; nil for none.
  package func pending(of host: HostID) throws -> String? {
    try AddressChangeStore(connection: connection).pending(of: host, at: services.now())
  }

  /// The address of a link; nil for another host's link, and for one that was used or has expired.
  package func email(_ token: Token, of host: HostID) throws -> String? {
    try AddressChangeStore(connection: connection).email(hash: token.hash, of: host, at: services.now())
  }

  /// Switches to the new address, and tells the old one.
  /// - Throws: `AppError.linkGone`; `AppError.conflict` if another host has the address by now.
  package func confirm(_ token: Token, of host: Host) throws {
    guard let email = try email(token, of: host.id) else { throw AppError.linkGone }
    let store = HostStore(connection: connection)
    guard try store.host(email: email) == nil else { throw AppError.conflict(Message("settings.error.emailTaken")) }
    var changed = host
    changed.email = email
    try store.update(changed)
    try AddressChangeStore(connection: connection).remove(of: host.id)
    // Links waiting in the old mailbox no longer sign anybody in.
    try store.removeLinks(of: host.id)
    let letter = Letter.addressChanged(
      site: services.settings.publicURL.host() ?? "",
      link: services.settings.publicURL.absoluteString + Path.signIn.text, language: host.language)
    try post(letter, .notice, to: host.email, host)
  }

  private func post(_ letter: Letter, _ kind: OutgoingMail.Kind, to address: String, _ host: Host) throws {
    let id = services.newID(Entity.OutboxMail.self)
    try Postbox(services: services).post(
      OutgoingMail(
        id: id, key: "address:\(id)", host: host.id, kind: kind, state: .queued, recipientName: host.name,
        recipient: address, subject: letter.subject, text: letter.text, messageID: services.messageID(id),
        createdAt: services.now()), connection)
  }
}
