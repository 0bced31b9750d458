import Core
import Fetching
import Foundation
import House

/// The address of this installation, if guests can't open it: letters with such links are useless.
package struct LinkBarrier: Sendable, Equatable {
  package enum Reach: String, Sendable, CaseIterable {
    /// Reachable only on the machine the program runs on.
    case machine
    /// Reachable only within its network.
    case network
  }

  package let reach: Reach
  package let address: String

  package init(reach: Reach, address: String) {
    self.reach = reach
    self.address = address
  }

  /// Nil if everybody can open the address, as far as one can tell from it.
  package init?(_ url: URL) {
    let host = (url.host() ?? "").lowercased().trimmingCharacters(in: ["[", "]"])
    guard let reach = Self.reach(of: host) else { return nil }
    self.init(reach: reach, address: url.absoluteString)
  }

  /// The reason why letters should not leave.
  package var message: Message { Message("links.\(reach.rawValue)", ["address": address]) }

  private static func reach(of host: String) -> Reach? {
    if let bytes = bytes(of: host) {
      if bytes.first == 127 && bytes.count == 4 || bytes.dropLast().allSatisfy({ $0 == 0 }) && bytes.last == 1 {
        return .machine
      }
      return PublicAddress.contains(bytes) ? nil : .network
    }
    if host == "localhost" || host.hasSuffix(".localhost") { return .machine }
    return !host.contains(".") || localNames.contains(where: host.hasSuffix) ? .network : nil
  }

  /// Names that nobody is given in the public DNS (RFC 6762, RFC 8375, and those that routers hand out).
  private static let localNames = [
    ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".private", ".corp", ".home",
  ]

  /// Nil for a name.
  private static func bytes(of host: String) -> [UInt8]? {
    var (four, six) = ([UInt8](repeating: 0, count: 4), [UInt8](repeating: 0, count: 16))
    if inet_pton(AF_INET, host, &four) == 1 { return four }
    return inet_pton(AF_INET6, host, &six) == 1 ? six : nil
  }
}

extension Services {
  /// Nil if guests can open their links.
  package var linkBarrier: LinkBarrier? { LinkBarrier(settings.publicURL) }
}
