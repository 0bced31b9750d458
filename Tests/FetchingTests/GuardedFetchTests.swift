import Foundation
import Testing

@testable import Fetching

@Suite("Fetching a file by its address") struct GuardedFetchTests {
  /// The program's rules, but for this machine and without encryption.
  private static func near(bytes: Int = 1 << 20, seconds: Int = 5) -> FetchRules {
    var rules = FetchRules(bytes: bytes)
    (rules.scheme, rules.port, rules.onlyPublic, rules.seconds) = ("http", nil, false, seconds)
    return rules
  }

  private static func failure(_ rules: FetchRules, _ address: String) -> FetchFailure? {
    do {
      _ = try GuardedFetch(rules).file(at: address)
      return nil
    } catch { return error }
  }

  @Test("A file comes as it is") func content() throws {
    let server = try AnsweringServer { _ in AnsweringServer.text("HTTP/1.1 200 OK", "{\"schedule\": {}}") }
    defer { server.stop() }
    let address = "http://127.0.0.1:\(server.port)/schedule.json"
    let file = try GuardedFetch(Self.near()).file(at: address)
    #expect(file == FetchedFile(address: address, content: Data("{\"schedule\": {}}".utf8)))
  }

  @Test("Nothing connects to an address that is not public, however it is spelled")
  func notPublic() throws {
    let server = try AnsweringServer { _ in AnsweringServer.text("HTTP/1.1 200 OK", "secret") }
    defer { server.stop() }
    var rules = Self.near()
    rules.onlyPublic = true
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0"] {
      #expect(Self.failure(rules, "http://\(host):\(server.port)/") == .notPublic, "\(host)")
    }
    #expect(server.connections == 0)
  }

  @Test(
    "Only https at its own port, without a password, is an address",
    arguments: [
      "http://example.org/", "ftp://example.org/a", "file:///etc/passwd", "gopher://example.org/", "https://",
      "https://example.org:22/", "https://example.org:8443/", "https://user:word@example.org/", "example.org", "",
      "https://exa mple.org/", "https://example.org/\r\nX: y", "dict://127.0.0.1/", "javascript:alert(1)",
    ])
  func notAnAddress(_ text: String) { #expect(Self.failure(FetchRules(bytes: 1), text) == .notAnAddress) }

  @Test("A question with a login reaches the server that was named, whole, and no other")
  func asked() throws {
    let server = try AnsweringServer { path in
      path == "/away"
        ? AnsweringServer.text("HTTP/1.1 307 Away\nLocation: http://localhost.example/x")
        : path == "/closed"
          ? AnsweringServer.text("HTTP/1.1 401 No\nWWW-Authenticate: Basic realm=\"x\"")
          : AnsweringServer.text("HTTP/1.1 200 OK", "BEGIN:VCALENDAR")
    }
    defer { server.stop() }
    let request = FetchRequest(
      method: "REPORT", content: Array("<q/>".utf8), headers: ["Depth: 1"],
      login: FetchRequest.Login(user: "anna", password: "a b:c"))
    let fetch = GuardedFetch(Self.near())
    let answer = try fetch.file(at: "http://127.0.0.1:\(server.port)/cal/", by: request)
    #expect(answer.content == Data("BEGIN:VCALENDAR".utf8))
    #expect(server.requests.allSatisfy { $0.hasPrefix("REPORT /cal/ HTTP/1.1") && $0.contains("Depth: 1") })
    #expect(throws: FetchFailure.refused(401)) {
      _ = try fetch.file(at: "http://127.0.0.1:\(server.port)/closed", by: request)
    }
    let login = Data("anna:a b:c".utf8).base64EncodedString()
    #expect(server.requests.contains { $0.contains("Basic \(login)") && $0.hasSuffix("<q/>") })
    #expect(throws: FetchFailure.movedElsewhere("http://localhost.example/x")) {
      _ = try fetch.file(at: "http://127.0.0.1:\(server.port)/away", by: request)
    }
  }

  @Test("A server may send on to a page of its own, not to another server")
  func movedAway() throws {
    let other = try AnsweringServer { _ in AnsweringServer.text("HTTP/1.1 200 OK", "other") }
    let target = "http://127.0.0.1:\(other.port)/x"
    let server = try AnsweringServer { path in
      switch path {
      case "/old": AnsweringServer.text("HTTP/1.1 302 Found\nLocation: /new")
      case "/away": AnsweringServer.text("HTTP/1.1 302 Found\nLocation: \(target)")
      case "/file": AnsweringServer.text("HTTP/1.1 302 Found\nLocation: file:///etc/passwd")
      case "/round": AnsweringServer.text("HTTP/1.1 302 Found\nLocation: /round")
      default: AnsweringServer.text("HTTP/1.1 200 OK", "new")
      }
    }
    defer { for server in [server, other] { server.stop() } }
    let root = "http://127.0.0.1:\(server.port)"
    #expect(try GuardedFetch(Self.near()).file(at: root + "/old").content == Data("new".utf8))
    #expect(Self.failure(Self.near(), root + "/away") == .movedElsewhere(target))
    #expect(Self.failure(Self.near(), root + "/file") == .movedElsewhere("file:///etc/passwd"))
    #expect(Self.failure(Self.near(), root + "/round") == .refused(310))
    #expect(other.connections == 0)
  }

  @Test("A file that is too large is abandoned, whether or not its size is announced")
  func tooLarge() throws {
    let body = String(repeating: "x", count: 5000)
    let server = try AnsweringServer { path in
      AnsweringServer.text(path == "/told" ? "HTTP/1.1 200 OK\nContent-Length: 5000" : "HTTP/1.1 200 OK", body)
    }
    defer { server.stop() }
    for path in ["told", "untold"] {
      let address = "http://127.0.0.1:\(server.port)/\(path)"
      #expect(Self.failure(Self.near(bytes: 4999), address) == .tooLarge(limit: 4999), "\(path)")
      #expect(Self.failure(Self.near(bytes: 5000), address) == nil, "\(path)")
    }
  }

  @Test("A silent server is not waited for") func tooSlow() throws {
    let server = try AnsweringServer { _ in nil }
    defer { server.stop() }
    let start = ContinuousClock.now
    #expect(Self.failure(Self.near(seconds: 1), "http://127.0.0.1:\(server.port)/") == .tooSlow)
    #expect(ContinuousClock.now - start < .seconds(4))
  }

  @Test("A refusal is reported with its status, and an absent server is unreachable") func refused() throws {
    let server = try AnsweringServer { _ in AnsweringServer.text("HTTP/1.1 404 Not Found", "no") }
    #expect(Self.failure(Self.near(), "http://127.0.0.1:\(server.port)/") == .refused(404))
    server.stop()
    #expect(Self.failure(Self.near(), "http://127.0.0.1:1/") == .unreachable)
    #expect(Self.failure(Self.near(), "http://nobody.invalid/") == .unreachable)
  }
}
