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
  var database = try SQLiteDatabase(path: settings.data.appending(path: "stehtisch.sqlite").path)
  let applied = try await Migrator(bundledMigrations()).migrate(database)
  if !applied.isEmpty { logger.info("migrated", metadata: ["steps": "\(applied)"]) }
  let secret = try Secret(file: settings.data.appending(path: "secret.key"))
  database.fingerprintKey = secret.fingerprintKey
  try await database.write { try SuppressionStore(connection: $0).sealPlainHashes() }
  return Services(
    settings: settings, database: database, strings: try Strings.bundled(), assets: try Assets.bundled(),
    secret: secret, logger: logger, listReading: listReading)
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
  Application(
    router: buildRouter(services),
    server: try server(services.settings),
    configuration: ApplicationConfiguration(
      address: .hostname(services.settings.listenAddress, port: services.settings.port), serverName: nil),
    services: backgroundServices(services),
    logger: services.logger)
}

private func server(_ settings: Settings) throws -> HTTPServerBuilder {
  let plain = HTTPServerBuilder.http1(
    configuration: .init(additionalChannelHandlers: [WebSocketUpgradeHandler()], idleTimeout: .seconds(75)))
  guard let files = settings.tls else { return plain }
  return try Encryption.server(plain, files)
}
