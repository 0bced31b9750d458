import Foundation

/// `Tests/Python/smtp_server.py`, with a certificate made for the occasion. It runs in the virtual environment that
/// `STEHTISCH_VENV` names, or in the repository's `.venv`.
struct MailServerProcess {
  let port: Int
  let folder: URL
  private let process: pid_t
  private let output: UnsafeMutablePointer<FILE>

  static var isAvailable: Bool {
    FileManager.default.isExecutableFile(atPath: python)
      && FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")
  }

  /// - Parameter encryption: `--tls`, `--starttls` or nil.
  init(encryption: String?, _ further: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "smtp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = "'\(folder.path)/certificate.pem' '\(folder.path)/key.pem'"
    let certificate = Self.certificateCommand(folder.path) + " && "
    let options = "--port 0 --folder '\(folder.path)' \(encryption.map { "\($0) \(files)" } ?? "") \(further)"
    guard let output = popen("\(certificate) exec '\(Self.python)' '\(Self.script)' \(options)", "r") else {
      throw POSIXError(.ENOEXEC)
    }
    self.output = output
    var line = [CChar](repeating: 0, count: 100)
    guard fgets(&line, 100, output) != nil else { throw POSIXError(.EIO) }
    let words = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self).split { !$0.isNumber }
    port = words.first.flatMap { Int($0) } ?? 0
    process = words.dropFirst().first.flatMap { pid_t($0) } ?? 0
  }

  var authorityFile: String { folder.appending(path: "certificate.pem").path }

  var mails: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "eml" }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }

  func stop() {
    if process > 0 { kill(process, SIGTERM) }
    pclose(output)
    try? FileManager.default.removeItem(at: folder)
  }

  private static func certificateCommand(_ folder: String) -> String {
    """
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -out '\(folder)/certificate.pem' -keyout '\(folder)/key.pem' 2>&-
    """
  }

  private static let script = repository.appending(path: "Tests/Python/smtp_server.py").path

  private static var python: String {
    let environment = ProcessInfo.processInfo.environment["STEHTISCH_VENV"]
    return (environment ?? repository.appending(path: ".venv").path) + "/bin/python"
  }

  private static var repository: URL {
    URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }
}
