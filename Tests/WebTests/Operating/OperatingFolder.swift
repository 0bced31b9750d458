import Foundation
import Logging
import Web

/// A data folder of its own for one test, which disappears with it.
final class OperatingFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "stehtisch-\(UUID().uuidString)")

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var data: URL { url.appending(path: "data", directoryHint: .isDirectory) }

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func settings(_ more: [String: String] = [:]) async throws -> Settings {
    let base = ["STEHTISCH_DATA": data.path]
    return try await SettingsReader(environment: base.merging(more) { $1 }).settings()
  }

  /// As a first start leaves it.
  @discardableResult
  func filled() async throws -> Services {
    try await openServices(try await settings(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }
}
