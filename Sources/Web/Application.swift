import Acts
import Connections
import Core
import Database
import Evening
import Formats
import Foundation
import HTTPTypes
import House
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Records
import SystemZones
import WebSockets
import Words

/// Opens the data folder: database at the newest schema, secret, words, assets. The folder belongs to this process
/// alone as long as the services live, unless it only visits.
/// - Throws: `InstallationRefusal` with advice for the operator; nothing that matters was then read or changed.
package func openServices(
  _ settings: Settings, for use: FolderUse = .founding, logger: Logger,
  listReading: any DocumentReading = DirectReading()
) async throws -> Services {
  try SystemZones.standard.check()
  let folder = DataFolder(
    url: settings.data, location: DatabaseLocation(settings), use: use, node: settings.node, logger: logger)
  let lock = try folder.lock()
  if use == .serving { try ListeningPort(settings).demandFree() }
  let (database, secret) = try await folder.open(lock)
  let node = try await use == .serving ? folder.join(database) : nil
  let stems = StemmerCheck.differences()
  if !stems.isEmpty { logger.warning("another libstemmer than the word table's", metadata: ["words": "\(stems)"]) }
  return Services(
    settings: settings, database: database, strings: try Strings.bundled(), assets: try Assets.bundled(),
    secret: secret, lock: lock, node: node, logger: logger, listReading: listReading)
}

/// The server with its background work, which begins once the server listens. Both the command and the tests build it
/// here.
/// - Parameter announce: announces that the server is ready; a sign-in link it prints can be opened at once.
package func buildApplication(
  _ services: Services, announce: @escaping @Sendable () async throws -> Void = {}
) throws -> some ApplicationProtocol {
  let settings = services.settings
  let connections = OpenConnections(
    perAddress: settings.trustsProxy ? nil : settings.connectionsPerAddress, logger: services.logger)
  return Application(
    responder: buildRouter(services).buildResponder(),
    server: try server(settings, connections),
    configuration: ApplicationConfiguration(
      address: .hostname(settings.listenAddress, port: settings.port), serverName: nil,
      availableConnectionsDelegate: ConnectionLimit(settings.connections, connections)),
    services: backgroundServices(services).map { AfterOpening(service: $0, opening: services.opening) },
    onServerRunning: { server in
      do {
        try await connections.pauseAccepting(server)
        try await announce()
      } catch {
        services.logger.error("start", metadata: ["error": "\(error)"])
      }
      services.opening.open()
    },
    logger: services.logger)
}

private func server(_ settings: Settings, _ connections: OpenConnections) throws -> HTTPServerBuilder {
  let bodyLimit = settings.uploadLimit << 20 + Form.limit
  let plain = HTTPServerBuilder.http1(
    configuration: .init(
      additionalChannelHandlers: [RequestClock(connections, bodyLimit: bodyLimit), WebSocketUpgradeHandler()],
      idleTimeout: .seconds(75)))
  guard let files = settings.tls else { return plain }
  return try Encryption.server(plain, files)
}
