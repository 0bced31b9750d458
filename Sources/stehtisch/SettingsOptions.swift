import Acts
import ArgumentParser
import Foundation
import House
import Logging
import Records
import Web

/// Options shared by every command that opens the data folder.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: "A file of KEY=value lines; the environment wins over it. Without it ./stehtisch.conf, if there is one.")
  var config: String?

  /// - Throws: a message that names the key if a value can't be used.
  func settings() async throws -> Settings {
    try await SettingsReader(environment: ProcessInfo.processInfo.environment, file: config).settings()
  }

  func logger(_ settings: Settings) -> Logger {
    var logger = Logger(label: "stehtisch") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
    return logger
  }
}
