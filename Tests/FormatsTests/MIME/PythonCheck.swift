import Foundation

/// A script of `Tests/Python` that reads files and names their faults. It runs in the virtual environment named by
/// `STEHTISCH_VENV`, or in the repository's `.venv`.
struct PythonCheck {
  let script: String

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: python) }

  /// The script's complaint about these files, by name; nil if it finds no fault.
  func complaint(about files: [String: [UInt8]]) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    return run(in: folder.path)
  }

  private func run(in folder: String) -> String? {
    let script = Self.repository.appending(path: "Tests/Python/\(script)").path
    guard let output = popen("cd '\(folder)' && '\(Self.python)' '\(script)' * 2>&1", "r") else { return "no shell" }
    var said = ""
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, 4096, output) != nil {
      said += String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return pclose(output) == 0 ? nil : said
  }

  private static var python: String {
    let environment = ProcessInfo.processInfo.environment["STEHTISCH_VENV"]
    return (environment ?? repository.appending(path: ".venv").path) + "/bin/python"
  }

  private static var repository: URL {
    URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }
}
