import Core
import Fetching
import Foundation
import House
import Logging
import OpenID
import Records

/// Signs hosts in by their provider: sends a browser there, and takes what it brings back.
package struct SignOn: Sendable {
  package let services: Services
  package let provider: ProviderSettings

  package init(services: Services, provider: ProviderSettings) {
    (self.services, self.provider) = (services, provider)
  }

  /// The reason a returning browser is not let in, other than a rule about hosts.
  package enum Failure: String, Error, Sendable, CaseIterable {
    /// The person cancelled at the provider.
    case cancelled
    /// The request took too long, or came from another browser or page.
    case unasked
    /// The provider can't be reached, or what it says can't be believed; the log says which.
    case provider
  }

  /// The address the provider sends browsers back to. It is registered there, letter by letter.
  package static func redirect(_ key: String, _ settings: Settings) -> String {
    settings.publicURL.absoluteString + Path.signOnReturn(key).text
  }

  private var redirect: String { Self.redirect(provider.key, services.settings) }

  /// The address at the provider to which a browser with this ticket is sent.
  /// - Throws: `Failure.provider`.
  package func address(_ ticket: SignOnTicket) async throws -> String {
    try await believing {
      let metadata = try await services.providers.metadata(provider, at: services.uptime())
      return AuthorizationRequest(
        provider, metadata, redirect: redirect, state: ticket.state, nonce: ticket.nonce, verifier: ticket.verifier
      ).address
    }
  }

  /// The provider's claims about the person who comes back.
  /// - Throws: `Failure`.
  package func claims(_ answer: SignOnAnswer, _ ticket: SignOnTicket) async throws -> (Claims, ProviderSession) {
    guard ticket.provider == provider.key, answer.state == ticket.state else { throw Failure.unasked }
    return try await believing {
      let metadata = try await services.providers.metadata(provider, at: services.uptime())
      try checkIssuer(answer, metadata)
      if answer.error == "access_denied" { throw Failure.cancelled }
      guard answer.error == nil else { throw AnswerFlaw.refused }
      guard let code = answer.code else { throw AnswerFlaw.codeless }
      return try await exchange(code, ticket, metadata)
    }
  }

  /// An answer of another provider than the one that was asked is none (RFC 9207 §2.4).
  private func checkIssuer(_ answer: SignOnAnswer, _ metadata: ProviderMetadata) throws {
    guard let said = answer.issuer else {
      if metadata.namesIssuer { throw TokenFlaw.issuer }
      return
    }
    guard metadata.issuer.mayBe(said) else { throw TokenFlaw.issuer }
  }

  private func exchange(
    _ code: String, _ ticket: SignOnTicket, _ metadata: ProviderMetadata
  ) async throws -> (Claims, ProviderSession) {
    let exchange = CodeExchange(code, provider, metadata, redirect: redirect, verifier: ticket.verifier)
    let fetch = ProviderFetch(provider)
    let json = try await fetch.answer(to: exchange.form, headers: exchange.headers, at: metadata.token)
    guard let answer = CodeExchange.Answer(json) else { throw AnswerFlaw.tokenless }
    let token = try await services.providers.token(answer.identity, of: provider, at: services.uptime())
    try TokenRules(issuer: metadata.issuer, client: provider.clientID)
      .checkIdentity(token, nonce: ticket.nonce, asked: ticket.asked, at: services.now())
    let claims = token.claims
    let identity = HostIdentity(issuer: metadata.issuer.name(of: claims), subject: claims.text("sub") ?? "")
    return (
      try await completed(claims, answer, metadata, fetch), ProviderSession(identity: identity, id: claims.text("sid"))
    )
  }

  /// Some providers keep the address for their page about somebody, which must be about the same one (Core §5.3.2).
  private func completed(
    _ claims: Claims, _ answer: CodeExchange.Answer, _ metadata: ProviderMetadata, _ fetch: ProviderFetch
  ) async throws -> Claims {
    let isWhole = claims.has("email") && (provider.groups.isEmpty || !claims.texts(provider.groupsClaim).isEmpty)
    guard !isWhole, let page = metadata.userInfo, let access = answer.access else { return claims }
    let json = try await fetch.file(at: page, headers: ["Authorization: Bearer \(access)", "Accept: application/json"])
    guard let more = Claims(json) else { return claims }
    guard more.text("sub") == claims.text("sub") else { throw TokenFlaw.subject }
    return claims.filled(from: more)
  }

  /// Logs an error at the provider, without personal data.
  private func believing<Value>(_ work: () async throws -> Value) async throws -> Value {
    do { return try await work() } catch let failure as Failure { throw failure } catch {
      services.logger.warning(
        "sign-on failed", metadata: ["provider": "\(provider.key)", "reason": "\(Self.word(error))"])
      throw Failure.provider
    }
  }

  /// A word that names the reason and no person.
  static func word(_ error: any Error) -> String {
    switch error {
    case let flaw as TokenFlaw: "token: \(flaw.rawValue)"
    case let flaw as ProviderMetadata.Flaw: "metadata: \(flaw.rawValue)"
    case let flaw as AnswerFlaw: "answer: \(flaw.rawValue)"
    case FetchFailure.refused(let status): "refused: \(status)"
    case let failure as FetchFailure: failure.word
    default: "other"
    }
  }
}

/// The query with which a browser comes back.
package struct SignOnAnswer: Sendable {
  let state: String?
  let code: String?
  let error: String?
  let issuer: String?

  package init(state: String?, code: String?, error: String?, issuer: String?) {
    (self.state, self.code, self.error, self.issuer) = (state, code, error, issuer)
  }
}

/// An answer that is none.
enum AnswerFlaw: String, Error {
  /// The provider says that something of the question is wrong.
  case refused
  case codeless
  case tokenless
}
