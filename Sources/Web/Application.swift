import Connections
import Core
import Database
import Formats
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import SystemZones
import WebSockets

/// Opens the data folder: database at the newest schema, secret, words, assets.
package func openServices(
  _ settings: Settings, logger: Logger, listReading: any DocumentReading = DirectReading()
) async throws -> Services {
  try SystemZones.standard.check()
  try FileManager.default.createDirectory(
    at: settings.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  let database = try SQLiteDatabase(path: settings.data.appending(path: "stehtisch.sqlite").path)
  let applied = try await Migrator(bundledMigrations()).migrate(database)
  if !applied.isEmpty { logger.info("migrated", metadata: ["steps": "\(applied)"]) }
  return Services(
    settings: settings, database: database, strings: try Strings.bundled(), assets: try Assets.bundled(),
    secret: try Secret(file: settings.data.appending(path: "secret.key")), logger: logger,
    listReading: listReading)
}

/// The steps of the schema that come with the program: `001.sql`, `002.sql`, …
package func bundledMigrations() throws -> [Migration] {
  let folder = Bundle.module.bundleURL.appending(path: "Migrations")
  return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "sql" }
    .compactMap { file in
      guard let number = Int(file.deletingPathExtension().lastPathComponent) else { return nil }
      return Migration(number: number, script: try String(contentsOf: file, encoding: .utf8))
    }
}

/// The server with its background work. The command and the tests build it here.
package func buildApplication(_ services: Services) throws -> some ApplicationProtocol {
  let settings = services.settings
  let connections = OpenConnections(
    perAddress: settings.trustsProxy ? nil : settings.connectionsPerAddress, logger: services.logger)
  return Application(
    router: buildRouter(services),
    server: try server(settings, connections),
    configuration: ApplicationConfiguration(
      address: .hostname(settings.listenAddress, port: settings.port), serverName: nil,
      availableConnectionsDelegate: .maximum(settings.connections, logger: services.logger)),
    services: backgroundServices(services),
    onServerRunning: { server in
      do {
        try await connections.pauseAccepting(server)
      } catch {
        services.logger.error("accepting won't pause", metadata: ["error": "\(error)"])
      }
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
