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

  @Test("The end of a certificate is read as OpenSSL writes it, on leap days, too")
  func dates() {
    #expect(TLSGreeting.date("Nov 30 09:00:01 2027 GMT") == Date(timeIntervalSince1970: 1_827_565_201))
    #expect(TLSGreeting.date("Feb  9 00:00:00 2028 GMT") == Date(timeIntervalSince1970: 1_833_667_200))
    #expect(TLSGreeting.date("Feb 29 12:00:00 2028 GMT") == Date(timeIntervalSince1970: 1_835_438_400))
    for text in ["", "tomorrow", "Foo 30 09:00:01 2027 GMT", "Nov 30 09:00:01 2027 CET"] {
      #expect(TLSGreeting.date(text) == nil)
    }
  }

  @Test("A certificate that is trusted is good, and its end is told; one nobody vouches for is not")
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

  @Test("Nobody who listens is a fault")
  func silence() throws {
    #expect(throws: TLSGreeting.Problem.self) { try TLSGreeting("turns:localhost:9").run() }
  }
}

/// A server that speaks TLS and nothing else, with a certificate of its own.
private struct GreetedServer {
  let port = Int.random(in: 20_000...29_999)
  let certificate: String
  private let folder: URL
  private let server: Process

  init(days: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "greeted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path
    let key = folder.appending(path: "key.pem").path
    let first = folder.appending(path: "first.pem").path
    let signing = try Self.openssl(
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", first]
        + ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"])
    signing.waitUntilExit()
    // Only this takes a negative number of days.
    let again = try Self.openssl(
      ["x509", "-in", first, "-signkey", key, "-out", certificate, "-days", String(days)])
    again.waitUntilExit()
    server = try Self.openssl(["s_server", "-accept", String(port), "-cert", certificate, "-key", key, "-quiet"])
    for _ in 0..<100 where !isListening { Thread.sleep(forTimeInterval: 0.05) }
  }

  func stop() {
    server.terminate()
    server.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private var isListening: Bool {
    let probe = Process()
    probe.executableURL = URL(filePath: "/bin/bash")
    probe.arguments = ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }

  private static func openssl(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    return process
  }
}
