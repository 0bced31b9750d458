import Core
import House
import Hummingbird

extension Services {
  /// The cookie's name; on https it has the prefix that binds it to this host (RFC 6265bis §4.1.3.2).
  var sessionCookieName: String { settings.isSecure ? "__Host-session" : "session" }

  /// A cookie for a browser in which somebody has signed in as this host: it opens nothing, but strangers can't use up
  /// that browser's tries.
  package func familiarCookie(for host: HostID) -> Cookie {
    Cookie(
      name: familiarCookieName, value: secret.token(.familiarBrowser, host.description).text, maxAge: 365 * 86_400,
      path: "/", secure: settings.isSecure, httpOnly: true, sameSite: .lax)
  }

  package func isFamiliar(_ request: Request, to host: HostID) -> Bool {
    request.cookies[familiarCookieName]?.value == secret.token(.familiarBrowser, host.description).text
  }

  private var familiarCookieName: String { settings.isSecure ? "__Host-familiar" : "familiar" }

  package func sessionCookie(_ value: String, seconds: Int) -> Cookie {
    Cookie(
      name: sessionCookieName, value: value, maxAge: seconds, path: "/", secure: settings.isSecure, httpOnly: true,
      sameSite: .lax)
  }

  /// What a browser keeps while its host is at a provider. It comes back from there by a link, so `Lax` is as strict as it can be.
  package func signOnCookie(_ value: String, seconds: Int) -> Cookie {
    Cookie(
      name: signOnCookieName, value: value, maxAge: seconds, path: "/", secure: settings.isSecure, httpOnly: true,
      sameSite: .lax)
  }

  package var signOnCookieName: String { settings.isSecure ? "__Host-sign-on" : "sign-on" }
}
