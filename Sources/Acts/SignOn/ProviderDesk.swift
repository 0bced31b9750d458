import Core
import Fetching
import Foundation
import House
import NIOConcurrencyHelpers
import OpenID

/// The providers' descriptions and keys. Both are fetched when they are needed and kept for an hour.
package final class ProviderDesk: Sendable {
  private struct Known {
    var metadata: (value: ProviderMetadata, at: Duration)?
    var keys: (value: KeySet, at: Duration)?
    /// The time of the last request for keys.
    var askedForKeys: Duration?
    /// Fetches under way, by address.
    var underWay: [String: Task<Data, any Error>] = [:]
  }

  private let known = NIOLockedValueBox<[String: Known]>([:])

  /// Seconds after which they are fetched anew, so that a key that was taken back is not believed for long.
  private static let life = Duration.seconds(3600)
  /// A token that names a key we don't know makes us ask for the new ones, but not more often than this: anybody can make such tokens.
  private static let rest = Duration.seconds(30)

  init() {}

  package func metadata(_ provider: ProviderSettings, at now: Duration) async throws -> ProviderMetadata {
    if let kept = known.withLockedValue({ $0[provider.key]?.metadata }), now - kept.at < Self.life { return kept.value }
    let json = try await file(at: provider.discovery, of: provider)
    let value = try ProviderMetadata(json, of: provider)
    known.withLockedValue { $0[provider.key, default: Known()].metadata = (value, now) }
    return value
  }

  /// A token of the provider whose signature is good.
  /// - Throws: `TokenFlaw`, or what kept its keys from being fetched.
  package func token(_ text: String, of provider: ProviderSettings, at now: Duration) async throws -> SignedToken {
    let keys = try await keys(provider, at: now)
    do { return try SignedToken(text, keys: keys) } catch TokenFlaw.unknownKey {
      guard mayAskAgain(provider, at: now) else { throw TokenFlaw.unknownKey }
      return try SignedToken(text, keys: try await fetchKeys(provider, at: now))
    }
  }

  private func keys(_ provider: ProviderSettings, at now: Duration) async throws -> KeySet {
    if let kept = known.withLockedValue({ $0[provider.key]?.keys }), now - kept.at < Self.life { return kept.value }
    return try await fetchKeys(provider, at: now)
  }

  private func fetchKeys(_ provider: ProviderSettings, at now: Duration) async throws -> KeySet {
    known.withLockedValue { $0[provider.key, default: Known()].askedForKeys = now }
    let metadata = try await metadata(provider, at: now)
    let value = try KeySet(try await file(at: metadata.keys, of: provider))
    known.withLockedValue { $0[provider.key, default: Known()].keys = (value, now) }
    return value
  }

  /// Requests for the same file wait for one answer: a provider that is silent costs one thread, however many strangers ask.
  private func file(at address: String, of provider: ProviderSettings) async throws -> Data {
    let task = known.withLockedValue { known in
      if let task = known[provider.key]?.underWay[address] { return task }
      let task = Task {
        defer { self.known.withLockedValue { $0[provider.key]?.underWay[address] = nil } }
        return try await ProviderFetch(provider).file(at: address)
      }
      known[provider.key, default: Known()].underWay[address] = task
      return task
    }
    return try await task.value
  }

  private func mayAskAgain(_ provider: ProviderSettings, at now: Duration) -> Bool {
    known.withLockedValue { known in
      guard let last = known[provider.key]?.askedForKeys else { return true }
      return now - last >= Self.rest
    }
  }
}

extension Services {
  package var providers: ProviderDesk { fixtures.one { ProviderDesk() } }

  package func provider(_ key: String) -> ProviderSettings? { settings.providers.first { $0.key == key } }
}
