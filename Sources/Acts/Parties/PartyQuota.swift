import Core
import Database
import Foundation
import House
import Records

/// The number of parties the operator lets a host plan within 30 days.
package struct PartyQuota {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  private static let days = 30

  /// - Returns: the reason why the host can't plan another now; nil if they can.
  package func refusal(of host: HostID) throws -> Message? {
    let most = services.settings.quotas.parties
    guard most > 0 else { return nil }
    let since = services.now().addingTimeInterval(Double(-Self.days) * 86_400)
    guard try HostRightStore(connection: connection).parties(host, since: since) >= most else { return nil }
    return Message("operation.refused.parties", ["most": "\(most)", "days": "\(Self.days)"])
  }
}
