import Core
import Database
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import SystemZones
import WebSockets
import Words

/// Opens the data folder: database at the newest schema, secret, words, assets. The folder is this process's alone as long as the
/// services live, unless it only visits.
/// - Throws: `InstallationRefusal` with what the operator can do; then nothing was read or changed that mattered.
package func openServices(
  _ settings: Settings, for use: FolderUse = .founding, logger: Logger
) async throws -> Services {
  try SystemZones.standard.check()
  let folder = DataFolder(url: settings.data, use: use, logger: logger)
  let lock = try folder.lock()
  if use == .serving { try ListeningPort(settings).demandFree() }
  let (database, secret) = try await folder.open(lock)
  let stems = StemmerCheck.differences()
  if !stems.isEmpty { logger.warning("another libstemmer than the word table's", metadata: ["words": "\(stems)"]) }
  return Services(
    settings: settings, database: database, strings: try Strings.bundled(), assets: try Assets.bundled(),
    secret: secret, lock: lock, logger: logger)
}

/// The steps of the schema that come with the program: `001.sql`, `002.sql`, …
package func bundledMigrations() throws -> [Migration] {
  let folder = Bundle.module.bundleURL.appending(path: "Migrations")
  return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "sql" }
    .compactMap { file in
      guard let number = Int(file.deletingPathExtension().lastPathComponent) else { return nil }
      let script = try String(contentsOf: file, encoding: .utf8)
      return Migration(number: number, script: script, hash: SHA256Text.hash)
    }
}

/// The server with its background work, which begins once the server listens. The command and the tests build it here.
/// - Parameter announce: says that the server is there; a sign-in link that it prints can be opened at once.
package func buildApplication(
  _ services: Services, announce: @escaping @Sendable () async throws -> Void = {}
) throws -> some ApplicationProtocol {
  Application(
    router: buildRouter(services),
    server: try server(services.settings),
    configuration: ApplicationConfiguration(
      address: .hostname(services.settings.listenAddress, port: services.settings.port), serverName: nil),
    services: backgroundServices(services).map { AfterOpening(service: $0, opening: services.opening) },
    onServerRunning: { _ in
      do { try await announce() } catch { services.logger.error("start", metadata: ["error": "\(error)"]) }
      services.opening.open()
    },
    logger: services.logger)
}

private func server(_ settings: Settings) throws -> HTTPServerBuilder {
  let plain = HTTPServerBuilder.http1(
    configuration: .init(additionalChannelHandlers: [WebSocketUpgradeHandler()], idleTimeout: .seconds(75)))
  guard let files = settings.tls else { return plain }
  return try Encryption.server(plain, files)
}
