import Acts
import Fetching
import Foundation
import House
import OpenID
import Records

extension Checkup {
  /// Each provider by which hosts sign in describes itself and shows its keys.
  var providers: [Finding] {
    get async {
      var findings: [Finding] = []
      for provider in settings.providers { findings += await answers(of: provider) }
      if !settings.mailsSignInLinks { findings.append(.good("doctor.signOn.noLinks")) }
      return findings
    }
  }

  private func answers(of provider: ProviderSettings) async -> [Finding] {
    let name = ["provider": provider.key, "issuer": provider.issuer]
    do {
      let fetch = ProviderFetch(provider)
      let metadata = try ProviderMetadata(try await fetch.file(at: provider.discovery), of: provider)
      guard try KeySet(try await fetch.file(at: metadata.keys)).isEmpty == false else {
        return [.fault("doctor.signOn.noKeys", name)]
      }
      return [good(provider, metadata)] + hints(provider, metadata)
    } catch {
      return [.fault("doctor.signOn.\(Self.word(error))", name.merging(details(error, provider)) { $1 })]
    }
  }

  /// A finding with the addresses to register at the provider.
  private func good(_ provider: ProviderSettings, _ metadata: ProviderMetadata) -> Finding {
    .good(
      "doctor.signOn.good",
      [
        "provider": provider.key, "issuer": provider.issuer, "redirect": SignOn.redirect(provider.key, settings),
        "logout": settings.publicURL.absoluteString + Path.signOnLogout(provider.key).text,
      ])
  }

  private func hints(_ provider: ProviderSettings, _ metadata: ProviderMetadata) -> [Finding] {
    let name = ["provider": provider.key]
    return [
      metadata.tellsLogouts ? nil : .hint("doctor.signOn.noLogout", name),
      provider.clientSecret == nil && !metadata.saysPKCE ? .hint("doctor.signOn.noPKCE", name) : nil,
    ].compactMap { $0 }
  }

  private func details(_ error: any Error, _ provider: ProviderSettings) -> [String: String] {
    if case FetchFailure.refused(let status) = error { return ["status": "\(status)", "address": provider.discovery] }
    return ["address": provider.discovery]
  }

  /// The key of the words for it.
  private static func word(_ error: any Error) -> String {
    switch error {
    case let flaw as ProviderMetadata.Flaw: flaw.rawValue
    case let failure as FetchFailure: failure.word
    case is TokenFlaw: "noKeys"
    default: "unreachable"
    }
  }
}
