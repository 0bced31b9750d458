import Acts
import Core
import HTTPTypes
import House
import Hummingbird
import NIOCore
import OpenID
import Records
import Site

/// The way in for hosts by their organisation's own sign-on.
package struct SignOnRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Sends the browser to the provider, by a page that passes it on: a form may lead nowhere but here, and a provider may itself lead
  /// on to another.
  @Sendable package func start(_ request: Request, _ visit: Visit) async throws -> Response {
    let provider = try provider(visit)
    try count("start", visit)
    let ticket = SignOnTicket(provider.key, services)
    do {
      let address = try await SignOn(services: services, provider: provider).address(ticket)
      var response = services.page(PassingPage(name: provider.name, address: address), for: visit)
      response.setCookie(services.signOnCookie(ticket.cookie, seconds: Int(SignOnTicket.life)))
      return response
    } catch let failure as SignOn.Failure {
      return refuse(failure, by: provider, visit)
    }
  }

  /// Takes what the browser brings back. It is the one GET that changes something: it counts in the browser alone that asked, and once,
  /// since the provider takes a code once.
  @Sendable package func finish(_ request: Request, _ visit: Visit) async throws -> Response {
    let provider = try provider(visit)
    try count("return", visit)
    do {
      guard let cookie = request.cookies[services.signOnCookieName]?.value,
        let ticket = SignOnTicket(cookie: cookie, services)
      else { throw SignOn.Failure.unasked }
      let (claims, session) = try await SignOn(services: services, provider: provider)
        .claims(SignOnAnswer(request), ticket)
      var response = try await enter(claims, session, provider, request, visit)
      response.setCookie(services.signOnCookie("", seconds: 0))
      return response
    } catch let failure as SignOn.Failure {
      return refuse(failure, by: provider, visit)
    } catch let refusal as HostAdmission.Refusal {
      return refuse(refusal, by: provider, visit)
    }
  }

  /// A provider says that somebody has signed out there: it speaks itself, and brings no cookie.
  @Sendable package func logout(_ request: Request, _ visit: Visit) async throws -> Response {
    let provider = try provider(visit)
    try services.limits.count(
      "sign-on logout \(visit.origin)", limit: 600, seconds: 60, at: services.uptime())
    do {
      try await services.takeLogout(try await Form(request, limit: 1 << 16).raw("logout_token"), from: provider)
      return Response(status: .ok, headers: [.cacheControl: "no-store"])
    } catch is TokenFlaw {
      return Response(
        status: .badRequest, headers: [.contentType: "application/json", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"error":"invalid_request"}"#)))
    }
  }

  private func enter(
    _ claims: Claims, _ session: ProviderSession, _ provider: ProviderSettings, _ request: Request, _ visit: Visit
  ) async throws -> Response {
    let id = services.newID(Entity.Session.self)
    let key = services.secret.token(.session, id.description)
    let device = (request.headers[.userAgent] ?? "").cut(to: 200)
    let host = try await services.signOn(
      claims, session, by: provider, key: (id, key.hash), device: device, language: visit.language)
    return services.signedIn(host, by: key)
  }

  private func provider(_ visit: Visit) throws -> ProviderSettings {
    guard let provider = visit.parameters.get("provider").flatMap({ services.provider(String($0)) }) else {
      throw AppError.notFound
    }
    return provider
  }

  private func count(_ step: String, _ visit: Visit) throws {
    try services.limits.count("sign-on \(step) \(visit.origin)", limit: 60, seconds: 600, at: services.uptime())
  }

  private func refuse(_ failure: SignOn.Failure, by provider: ProviderSettings, _ visit: Visit) -> Response {
    let status: HTTPResponse.Status =
      switch failure {
      case .cancelled: .ok
      case .unasked: .badRequest
      case .provider: .badGateway
      }
    return refused("signOn.failed.\(failure.rawValue)", status, by: provider, visit)
  }

  private func refuse(_ refusal: HostAdmission.Refusal, by provider: ProviderSettings, _ visit: Visit) -> Response {
    refused("signOn.refused.\(refusal.rawValue)", .forbidden, by: provider, visit)
  }

  private func refused(
    _ key: String, _ status: HTTPResponse.Status, by provider: ProviderSettings, _ visit: Visit
  ) -> Response {
    let page = services.signInPage(refusal: Message(key, ["provider": provider.name]))
    var response = services.page(page, for: visit, status: status)
    response.setCookie(services.signOnCookie("", seconds: 0))
    return response
  }
}

extension SignOnAnswer {
  fileprivate init(_ request: Request) {
    let query = request.uri.queryParameters
    func value(_ name: String) -> String? { query.get(name) }
    self.init(state: value("state"), code: value("code"), error: value("error"), issuer: value("iss"))
  }
}
