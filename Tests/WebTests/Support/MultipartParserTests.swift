import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("Multipart bodies")
struct MultipartParserTests {
  private static let body =
    "preamble\r\n--b0 \t\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--b\r\ntwo\r\n--b0\r\n"
    + "content-type: text/csv\r\nCONTENT-DISPOSITION: form-data; name=\"f;x\"; filename=\"Li%22ste;ü.csv\"\r\n\r\n"
    + "\r\n\r\n--b0\r\nContent-Disposition: form-data; name=empty\r\n\r\n\r\n--b0--\r\nepilogue"

  @Test("The parts are the same however the body is split on its way", arguments: [1, 2, 3, 7, 64, 4096])
  func cut(size: Int) throws {
    let parts = try read(Self.body, size: size)
    #expect(parts.map(\.header.name) == ["a", "f;x", "empty"])
    #expect(parts.map(\.header.fileName) == [nil, "Li\"ste;ü.csv", nil])
    #expect(parts.map(\.text) == ["one\r\n--b\r\ntwo", "\r\n", ""])
  }

  @Test("A truncated body is not mistaken for a whole one", arguments: [10, 60, 100, 200])
  func cutOff(length: Int) throws {
    #expect(throws: MultipartParser.Malformed.self) { _ = try read(String(Self.body.prefix(length)), size: 16) }
  }

  @Test("A body that goes on and on before its first part or after its last is refused")
  func endless() throws {
    let noise = String(repeating: "x", count: 10_000)
    for body in ["\(noise)\r\n" + Self.body, Self.body + noise] {
      #expect(throws: MultipartParser.Malformed.self) { _ = try read(body, size: 512) }
    }
  }

  @Test("A boundary is one of RFC 2046's", arguments: ["", String(repeating: "x", count: 71), "ü", "a\r\nb"])
  func boundary(text: String) {
    #expect(throws: MultipartParser.Malformed.self) { _ = try MultipartParser(boundary: text) }
  }

  @Test(
    "The boundary is read from the content type, quoted or not",
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=utf-8; Boundary=\"a;b\"", "a;b"),
      ("multipart/mixed; boundary=abc", nil), ("application/x-www-form-urlencoded", nil), ("", nil),
    ])
  func contentType(text: String, boundary: String?) {
    #expect(MultipartForm.boundary(of: text) == boundary)
  }

  @Test(
    "A file's name is only its name", arguments: [("../../etc/passwd", "passwd"), ("C:\\a\\b.csv", "b.csv"), ("/", "")])
  func fileName(sent: String, name: String) throws {
    let header = try MultipartHeader(lines: "Content-Disposition: form-data; name=\"f\"; filename=\"\(sent)\"")
    #expect(header.fileName == name)
  }

  private struct Part {
    let header: MultipartHeader
    var bytes: [UInt8] = []
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private func read(_ body: String, size: Int) throws -> [Part] {
    var parser = try MultipartParser(boundary: "b0")
    var parts: [Part] = []
    var rest = Array(body.utf8)[...]
    while !rest.isEmpty {
      try parser.feed(rest.prefix(size)) { event in
        switch event {
        case .part(let header): parts.append(Part(header: header))
        case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
        case .end: break
        }
      }
      rest = rest.dropFirst(size)
    }
    try parser.finish()
    return parts
  }
}
