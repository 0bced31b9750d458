import Core
import Database
import Formats
import Foundation
import Hummingbird

/// How long sign-in links are good.
enum SignInLife {
  static let minutes = 15
  static let seconds = Double(minutes) * 60
  /// In seconds: a link whose mail was accepted later than this is not good any more, however long the mail server let it wait.
  static let longestWait = 4 * 3600.0
}

extension Services {
  /// Makes a link for the host, to be shown or mailed.
  /// - Parameter mail: with which it goes out.
  package func makeSignInLink(
    for host: HostID, mail: OutboxMailID? = nil, connection: any Connection
  ) throws -> String {
    let token = secret.token(.signIn, newID(Entity.Session.self).description)
    try HostStore(connection: connection).addLink(token.hash, for: host, mail: mail, at: now())
    return settings.publicURL.absoluteString + Path.signInLink(token).text
  }

  func addSignInMail(for host: Host, connection: any Connection) throws {
    let id = newID(Entity.OutboxMail.self)
    let link = try makeSignInLink(for: host.id, mail: id, connection: connection)
    let letter = Letter.signIn(
      site: settings.publicURL.host() ?? "", link: link, minutes: SignInLife.minutes, language: host.language)
    try Postbox(services: self).post(
      OutgoingMail(
        id: id, key: "signIn:\(id)", host: host.id, kind: .signIn, state: .queued, recipientName: host.name,
        recipient: host.email, subject: letter.subject, text: letter.text, messageID: messageID(id), createdAt: now()),
      connection)
  }

  /// The Message-ID of a mail: stable, so that a mail sent twice can be recognised.
  package func messageID(_ id: OutboxMailID) -> String {
    "\(id)@\(Correspondent(address: settings.mailFrom).inASCII.address.split(separator: "@").last ?? "localhost")"
  }

  /// The cookie's name on https carries the prefix that binds it to this host (RFC 6265bis §4.1.3.2).
  var sessionCookieName: String { settings.isSecure ? "__Host-session" : "session" }

  /// What a browser keeps in which somebody has signed in as this host: it opens nothing, but strangers can't use up its tries.
  func familiarCookie(for host: HostID) -> Cookie {
    Cookie(
      name: familiarCookieName, value: secret.token(.familiarBrowser, host.description).text, maxAge: 365 * 86_400,
      path: "/", secure: settings.isSecure, httpOnly: true, sameSite: .lax)
  }

  func isFamiliar(_ request: Request, to host: HostID) -> Bool {
    request.cookies[familiarCookieName]?.value == secret.token(.familiarBrowser, host.description).text
  }

  private var familiarCookieName: String { settings.isSecure ? "__Host-familiar" : "familiar" }

  func sessionCookie(_ value: String, seconds: Int) -> Cookie {
    Cookie(
      name: sessionCookieName, value: value, maxAge: seconds, path: "/", secure: settings.isSecure, httpOnly: true,
      sameSite: .lax)
  }
}
