import Fetching
import Foundation
import House
import OpenID

/// Asks a provider, guarded: its own server alone may have an address that is not public, where the operator allows that, or speak
/// without encryption, where it is this machine; what it names elsewhere is public and encrypted. Nobody is followed to another page.
package struct ProviderFetch: Sendable {
  let provider: ProviderSettings

  package init(_ provider: ProviderSettings) {
    self.provider = provider
  }

  package func file(at address: String, headers: [String] = []) async throws -> Data {
    try await content(at: address, by: FetchRequest(headers: headers))
  }

  func answer(to form: String, headers: [String], at address: String) async throws -> Data {
    try await content(at: address, by: FetchRequest(content: Array(form.utf8), headers: headers))
  }

  private func content(at address: String, by request: FetchRequest) async throws -> Data {
    let fetch = GuardedFetch(rules(for: address))
    return try await OwnThread.run { try fetch.file(at: address, by: request).content }
  }

  private func rules(for address: String) -> FetchRules {
    var rules = FetchRules(bytes: 256 << 10)
    (rules.seconds, rules.hops, rules.port, rules.agent) = (8, 0, nil, "Stehtisch sign-on")
    rules.authorityFile = provider.authorityFile
    guard let issuer = URL(string: provider.issuer), let target = URL(string: address), issuer.host() == target.host(),
      issuer.scheme == target.scheme
    else { return rules }
    rules.scheme = issuer.scheme ?? "https"
    rules.onlyPublic = !(provider.isPrivate || rules.scheme == "http")
    return rules
  }
}
