import Core
import Foundation
import Hummingbird

/// The way in for hosts: a link by mail, good once and for fifteen minutes. Opening it changes nothing, because mail
/// scanners open links too; the button on its page signs in.
struct SignInRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
    services.page(SignInPage(), for: visit)
  }

  /// Says the same for every address, so that nobody learns who is a host here.
  @Sendable func sendLink(_ request: Request, _ visit: Visit) async throws -> Response {
    let now = services.now()
    try services.limits.count("sign-in \(visit.address)", limit: 10, seconds: 600, at: now)
    let email = try await Form(request, limit: 1 << 16).text("email")
    guard MailAddress.isValid(email) else {
      let page = SignInPage(email: email, error: Message("signIn.badAddress"))
      return services.page(page, for: visit, status: .unprocessableContent)
    }
    try services.limits.count("sign-in to \(MailAddress.key(email))", limit: 5, seconds: 900, at: now)
    try await services.database.write { [services] connection in
      guard let host = try HostStore(connection: connection).host(email: email) else { return }
      try services.addSignInMail(for: host, connection: connection)
    }
    services.wakeOutbox()
    return services.page(SignInSentPage(email: email), for: visit)
  }

  @Sendable func showLink(_ request: Request, _ visit: Visit) async throws -> Response {
    try services.limits.count("sign-in link \(visit.address)", limit: 60, seconds: 600, at: services.now())
    let token = try token(visit)
    let now = services.now()
    let isGood = try await services.database.read { try HostStore(connection: $0).hasLink(token.hash, at: now) }
    guard isGood else { throw AppError.linkGone }
    return services.page(SignInConfirmPage(token: token), for: visit)
  }

  @Sendable func useLink(_ request: Request, _ visit: Visit) async throws -> Response {
    try services.limits.count("sign-in link \(visit.address)", limit: 60, seconds: 600, at: services.now())
    let token = try token(visit)
    let now = services.now()
    let session = services.newID(Entity.Session.self)
    let key = services.secret.token(.session, session.description)
    let device = String((request.headers[.userAgent] ?? "").prefix(200))
    let isIn = try await services.database.write { connection in
      guard let host = try HostStore(connection: connection).useLink(token.hash, at: now) else { return false }
      try SessionStore(connection: connection).insert(session, hash: key.hash, host: host, device: device, at: now)
      return true
    }
    guard isIn else { throw AppError.linkGone }
    var response = Response.redirect(to: .home)
    response.setCookie(services.sessionCookie(key.text, seconds: Int(SessionStore.lifetime)))
    return response
  }

  @Sendable func signOut(_ request: Request, _ context: HostContext) async throws -> Response {
    try await services.database.write {
      _ = try SessionStore(connection: $0).end(context.session, of: context.host.id)
    }
    var response = Response.redirect(to: .signIn)
    response.setCookie(services.sessionCookie("", seconds: 0))
    return response
  }

  private func token(_ visit: Visit) throws -> Token {
    guard let token = visit.parameters.get("token").flatMap({ Token(String($0)) }) else { throw AppError.linkGone }
    return token
  }
}
