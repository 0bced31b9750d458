import Foundation
import Testing

@testable import Media

@Suite("TLS of a relay", .timeLimit(.minutes(1)))
struct TLSGreetingTests {
  @Test(
    "An address is read as browsers read it",
    arguments: [("turns:turn.example.org", 5349), ("turns:turn.example.org:443?transport=tcp", 443)])
  func address(_ url: String, _ port: Int) throws {
    let greeting = try TLSGreeting(url)
    #expect(greeting.host == "turn.example.org" && Int(greeting.port) == port)
  }

  @Test(
    "What is no such address is said to be none",
    arguments: ["turn:turn.example.org", "turns:", "turns:a:b", "turns:a:99999", "turns:a:1:2", "turns:a/b", ""])
  func noAddress(_ url: String) {
    #expect(throws: TLSGreeting.Problem.unreadable(url)) { try TLSGreeting(url) }
  }

  @Test("The end of a certificate is read as OpenSSL writes it, even on leap days")
  func dates() {
    #expect(TLSGreeting.date("Nov 30 09:00:01 2027 GMT") == Date(timeIntervalSince1970: 1_827_565_201))
    #expect(TLSGreeting.date("Feb  9 00:00:00 2028 GMT") == Date(timeIntervalSince1970: 1_833_667_200))
    #expect(TLSGreeting.date("Feb 29 12:00:00 2028 GMT") == Date(timeIntervalSince1970: 1_835_438_400))
    for text in ["", "tomorrow", "Foo 30 09:00:01 2027 GMT", "Nov 30 09:00:01 2027 CET"] {
      #expect(TLSGreeting.date(text) == nil)
    }
  }

  @Test("A trusted certificate is good, and its end is reported; an untrusted one is not")
  func trust() throws {
    let server = try GreetedServer(days: 90)
    defer { server.stop() }
    let greeting = try TLSGreeting("turns:localhost:\(server.port)?transport=tcp")
    let end = try #require(try greeting.run(authorities: server.certificate))
    #expect(abs(end.timeIntervalSinceNow - 90 * 86_400) < 3600)
    #expect(throws: TLSGreeting.Problem.self) { try greeting.run() }
  }

  @Test("An expired certificate is a fault that says so")
  func expired() throws {
    let server = try GreetedServer(days: -1)
    defer { server.stop() }
    let greeting = try TLSGreeting("turns:localhost:\(server.port)")
    let problem = #expect(throws: TLSGreeting.Problem.self) { try greeting.run(authorities: server.certificate) }
    #expect(problem?.description.contains("expired") == true)
  }

  @Test("A missing listener is a fault")
  func silence() throws {
    #expect(throws: TLSGreeting.Problem.self) { try TLSGreeting("turns:localhost:9").run() }
  }
}

/// A server that speaks TLS and nothing else, with a certificate of its own.
private struct GreetedServer {
  let port: Int
  private let folder: URL
  private let process: pid_t
  private let output: UnsafeMutablePointer<FILE>

  /// - Parameter days: until the certificate ends; negative for one that has ended.
  init(days: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "greeted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard let output = popen(Self.command(folder.path, days), "r") else { throw POSIXError(.ENOEXEC) }
    self.output = output
    var (process, port): (pid_t, Int?) = (0, nil)
    var line = [CChar](repeating: 0, count: 200)
    while port == nil, fgets(&line, 200, output) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if process == 0 { process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 }
      if text.hasPrefix("ACCEPT") { port = text.split { !$0.isNumber }.last.flatMap { Int($0) } }
    }
    guard let port else { throw POSIXError(.EIO) }
    (self.process, self.port) = (process, port)
  }

  var certificate: String { folder.appending(path: "certificate.pem").path }

  func stop() {
    if process > 0 { kill(process, SIGTERM) }
    pclose(output)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Only `x509` accepts a negative number of days. With `-www` the server waits for visitors and not for its own
  /// input.
  private static func command(_ folder: String, _ days: Int) -> String {
    """
    cd '\(folder)' && openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out first.pem -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost 2>/dev/null && openssl x509 -in first.pem -signkey key.pem -days \(days) \
    -out certificate.pem 2>/dev/null && echo $$ && exec openssl s_server -accept 0 -www -cert certificate.pem -key key.pem </dev/null
    """
  }
}
