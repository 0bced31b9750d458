import Logging
import NIOConcurrencyHelpers
import NIOCore

/// All open connections, counted by origin.
package final class OpenConnections: Sendable {
  /// The most connections of one address, or of one IPv6 network; nil if all come through one proxy.
  private let perAddress: Int?
  private let logger: Logger
  private let state = NIOLockedValueBox((counts: [NetworkAddress: Int](), quietUntil: NIODeadline.uptimeNanoseconds(0)))

  package init(perAddress: Int?, logger: Logger) {
    (self.perAddress, self.logger) = (perAddress, logger)
  }

  /// Counts one more.
  /// - Returns: false, without counting, if there are already enough from there.
  func enter(_ address: NetworkAddress) -> Bool {
    guard let perAddress else { return true }
    let isIn = state.withLockedValue { state in
      guard state.counts[address, default: 0] < perAddress else { return false }
      state.counts[address, default: 0] += 1
      return true
    }
    if !isIn { complain("too many connections from one address", ["limit": "\(perAddress)"]) }
    return isIn
  }

  func leave(_ address: NetworkAddress) {
    guard perAddress != nil else { return }
    state.withLockedValue { state in
      let left = state.counts[address, default: 0] - 1
      state.counts[address] = left > 0 ? left : nil
    }
  }

  /// One line a minute: somebody who fills up the connections must not fill up the disk too.
  func complain(_ text: Logger.Message, _ metadata: Logger.Metadata) {
    let now = NIODeadline.now()
    let isQuiet = state.withLockedValue { state in
      guard state.quietUntil <= now else { return true }
      state.quietUntil = now + .minutes(1)
      return false
    }
    if !isQuiet { logger.warning(text, metadata: metadata) }
  }
}
