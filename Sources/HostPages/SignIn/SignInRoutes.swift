import Acts
import Core
import Foundation
import House
import Hummingbird
import OpenID
import Records
import Site

/// The way in for hosts: a link by mail, valid once and for fifteen minutes. Opening it changes nothing, because mail
/// scanners open links too; the button on its page signs in.
package struct SignInRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ visit: Visit) async throws -> Response {
    services.page(services.signInPage(), for: visit)
  }

  /// Answers the same for every address, after the same time, so that nobody finds out who is a host here.
  @Sendable package func sendLink(_ request: Request, _ visit: Visit) async throws -> Response {
    guard services.settings.mailsSignInLinks else { throw AppError.notFound }
    let email = try await Form(request, limit: 1 << 16).text("email")
    guard MailAddress.isValid(email) else {
      try SignInTries(services: services).countMistake(by: visit)
      let page = services.signInPage(email: email, error: Message("signIn.badAddress"))
      return services.page(page, for: visit, status: .unprocessableContent)
    }
    try await EvenTime.taken { [services] in
      let host = try await services.read { try HostStore(connection: $0).host(email: email) }
      let isFamiliar = try SignInTries(services: services).count(email, host?.id, request, visit)
      guard let host, !host.isDisabled else { return }
      try await services.write { try services.addSignInMail(for: host, isTrusted: isFamiliar, connection: $0) }
      services.wakeOutbox()
    }
    let mail: SignInSentPage.Passage =
      services.settings.smtp == nil ? .filed : services.outbox.pause == nil ? .open : .delayed
    return services.page(SignInSentPage(email: email, mail: mail), for: visit)
  }

  @Sendable package func showLink(_ request: Request, _ visit: Visit) async throws -> Response {
    try services.limits.count("sign-in link \(visit.origin)", limit: 60, seconds: 600, at: services.uptime())
    let token = try token(visit)
    let now = services.now()
    let isGood = try await services.read { try HostStore(connection: $0).hasLink(token.hash, at: now) }
    guard isGood else { throw AppError.linkGone }
    return services.page(SignInConfirmPage(token: token), for: visit)
  }

  @Sendable package func useLink(_ request: Request, _ visit: Visit) async throws -> Response {
    try services.limits.count("sign-in link \(visit.origin)", limit: 60, seconds: 600, at: services.uptime())
    let token = try token(visit)
    let now = services.now()
    let session = services.newID(Entity.Session.self)
    let key = services.secret.token(.session, session.description)
    let device = (request.headers[.userAgent] ?? "").cut(to: 200)
    let host = try await services.write { connection -> HostID? in
      guard let host = try HostStore(connection: connection).useLink(token.hash, at: now) else { return nil }
      try SessionStore(connection: connection).insert(session, hash: key.hash, host: host, device: device, at: now)
      return host
    }
    guard let host else { throw AppError.linkGone }
    return services.signedIn(host, by: key)
  }

  @Sendable package func signOut(_ request: Request, _ context: HostContext) async throws -> Response {
    try await services.write {
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

extension Services {
  func signInPage(email: String = "", error: Message? = nil, refusal: Message? = nil) -> SignInPage {
    SignInPage(
      email: email, error: error, providers: settings.providers.map { .init(key: $0.key, name: $0.name) },
      mailsLinks: settings.mailsSignInLinks, refusal: refusal)
  }

  /// Home, with the cookie of a new session.
  func signedIn(_ host: HostID, by key: Token) -> Response {
    var response = Response.redirect(to: .home)
    response.setCookie(sessionCookie(key.text, seconds: Int(SessionStore.lifetime)))
    response.setCookie(familiarCookie(for: host))
    return response
  }
}
