import Core
import Database
import Formats
import Foundation
import House
import Records

extension Services {
  /// Makes a link for the host, to be shown or mailed.
  /// - Parameter mail: the mail it goes out with.
  package func makeSignInLink(
    for host: HostID, mail: OutboxMailID? = nil, connection: any Connection
  ) throws -> String {
    let token = secret.token(.signIn, newID(Entity.Session.self).description)
    try HostStore(connection: connection).addLink(token.hash, for: host, mail: mail, at: now())
    return settings.publicURL.absoluteString + Path.signInLink(token).text
  }

  /// - Parameter isTrusted: true if an operator, or a browser in which the host has signed in before, asks for it.
  package func addSignInMail(for host: Host, isTrusted: Bool = false, connection: any Connection) throws {
    let id = newID(Entity.OutboxMail.self)
    let link = try makeSignInLink(for: host.id, mail: id, connection: connection)
    let letter = Letter.signIn(
      site: settings.publicURL.host() ?? "", link: link, minutes: SignInLife.minutes, language: host.language)
    try Postbox(services: self).post(
      OutgoingMail(
        id: id, key: "signIn:\(id)", host: host.id, kind: .signIn, state: .queued, recipientName: host.name,
        recipient: host.email, subject: letter.subject, text: letter.text, messageID: messageID(id), createdAt: now()),
      isTrusted: isTrusted, connection)
  }

  /// The Message-ID of a mail: stable, so that a mail sent twice can be recognised.
  package func messageID(_ id: OutboxMailID) -> String {
    "\(id)@\(Correspondent(address: settings.mailFrom).inASCII.address.split(separator: "@").last ?? "localhost")"
  }
}
