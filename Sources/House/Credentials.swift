import Foundation

/// Settings that a service manager hands over as files of their own (systemd's `LoadCredential`), so that a secret stands in no file of
/// settings: each file is named as its key.
struct Credentials {
  let values: [String: String]

  /// Bytes of one; longer ones are no secret of ours.
  private static let longest = 64 << 10

  /// - Parameter folder: what `CREDENTIALS_DIRECTORY` says; nil for none.
  /// - Throws: `SettingsError` for one that can't be read.
  init(in folder: String?) throws {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      values = [:]
      return
    }
    values = try names.filter { $0.hasPrefix("STEHTISCH_") }.reduce(into: [:]) { values, name in
      let file = URL(filePath: folder).appending(path: name)
      guard let data = FileManager.default.contents(atPath: file.path), data.count <= Self.longest,
        let text = String(data: data, encoding: .utf8)
      else { throw SettingsError(description: "The credential \(file.path) can't be read.") }
      values[name] = text.trimmingCharacters(in: .newlines)
    }
  }
}
