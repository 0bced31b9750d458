import Foundation

/// The version of this program.
package enum ProgramVersion {
  /// Written by `bin/package` into a file beside the program.
  package static let text: String = {
    guard let program = Bundle.main.executableURL,
      let data = FileManager.default.contents(
        atPath: program.deletingLastPathComponent().appending(path: "version").path)
    else { return "development" }
    let text = String(decoding: data.prefix(100), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? "development" : text
  }()
}
