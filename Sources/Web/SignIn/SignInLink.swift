import Core
import Database
import Foundation
import Hummingbird

extension Services {
  /// How long a sign-in link is good.
  package static let signInMinutes = 15

  /// Makes a link for the host, to be shown or mailed.
  package func makeSignInLink(for host: HostID, connection: any Connection) throws -> String {
    let token = secret.token(.signIn, newID(Entity.Session.self).description)
    let expiry = now().addingTimeInterval(Double(Self.signInMinutes) * 60)
    try HostStore(connection: connection).addLink(token.hash, for: host, until: expiry)
    return settings.publicURL.absoluteString + Path.signInLink(token).text
  }

  func addSignInMail(for host: Host, connection: any Connection) throws {
    let id = newID(Entity.OutboxMail.self)
    let link = try makeSignInLink(for: host.id, connection: connection)
    let letter = Letter.signIn(
      site: settings.publicURL.host() ?? "", link: link, minutes: Self.signInMinutes, language: host.language)
    try Postbox(services: self).post(
      OutgoingMail(
        id: id, key: "signIn:\(id)", host: host.id, kind: .signIn, state: .queued, recipientName: host.name,
        recipient: host.email, subject: letter.subject, text: letter.text, messageID: messageID(id), createdAt: now()),
      connection)
  }

  /// The Message-ID of a mail: stable, so that a mail sent twice can be recognised.
  package func messageID(_ id: OutboxMailID) -> String {
    "\(id)@\(settings.mailFrom.split(separator: "@").last ?? "localhost")"
  }

  /// The cookie's name on https carries the prefix that binds it to this host (RFC 6265bis §4.1.3.2).
  var sessionCookieName: String { settings.isSecure ? "__Host-session" : "session" }

  func sessionCookie(_ value: String, seconds: Int) -> Cookie {
    Cookie(
      name: sessionCookieName, value: value, maxAge: seconds, path: "/", secure: settings.isSecure, httpOnly: true,
      sameSite: .lax)
  }
}
