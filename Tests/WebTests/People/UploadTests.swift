import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
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

@Suite("Uploads")
struct UploadTests {
  @Test("A file over the limit is refused on a page that names the limit, and leaves no trace")
  func tooLarge() async throws {
    let site = try await TestSite { $0.uploadLimit = 1 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.upload(Array(repeating: 0x61, count: 1 << 20 + 1), name: "a.csv")
      #expect(page.status == 413)
      #expect(page.contains("Höchstens 1 MB"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
      #expect(try await site.count("import") == 0)
      #expect(try await host.upload(Array(repeating: 0x61, count: 1 << 20), name: "a.csv").status == 303)
    }
  }

  @Test("A length that announces too large a body is refused before anything is read")
  func announced() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "announced-\(UUID())")
    let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x", .contentLength: String(1 << 30)]
    let head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/", headerFields: headers)
    let unread = AsyncStream<ByteBuffer> { _ in }
    await #expect(throws: AppError.tooLarge(megabytes: 1)) {
      _ = try await MultipartForm(
        Request(head: head, body: .init(asyncSequence: unread)), file: file, megabytes: 1)
    }
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test(
    "A body that no browser sends is refused and leaves no file",
    arguments: [
      "", "--x", "--x\r\n", "--x--", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc",
      "--x\r\n\r\n\r\nabc\r\n--x--", "--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nabc\r\n--x--",
      "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--", "--xy\r\n\r\nabc\r\n--x--",
      "--x\r\nContent-Disposition: form-data; name=\"" + String(repeating: "a", count: 20_000),
    ])
  func hostile(body: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.post(
        Path.imports.text, type: "multipart/form-data; boundary=x", body: ByteBuffer(string: body))
      #expect(page.status == (body == "--x--" ? 422 : 400))
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
    }
  }

  @Test("A form of thousands of parts is refused")
  func manyParts() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.upload("x", fields: Array(repeating: ("a", "b"), count: 1000))
      #expect(page.status == 400)
    }
  }

  @Test("A form without a file and without text is reported")
  func nothing() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.upload([], name: "")
      #expect(page.status == 422)
      #expect(page.contains("Bitte fügen Sie etwas ein oder wählen Sie eine Datei."))
    }
  }

  @Test("A long pasted list is treated like an upload, whatever is missing beside it")
  func pasted() async throws {
    let site = try await TestSite { $0.uploadLimit = 2 }
    let line = "Anna Adler <anna.adler@example.org>\n"
    let list = String(repeating: line, count: (3 << 19) / line.utf8.count)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.upload([], name: "", fields: Browser.occasion + [("text", list)])
      #expect(page.status == 303)
      let file = try #require(
        try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).first)
      let kept = try Data(contentsOf: site.services.uploads.folder.appending(path: file))
      #expect(kept == Data(list.utf8))
      let tooLong = String(repeating: line, count: (3 << 20) / line.utf8.count)
      #expect(try await host.upload([], name: "", fields: Browser.occasion + [("text", tooLong)]).status == 413)
      let chosen = try await host.upload(
        Array("b@example.org".utf8), name: "b.csv", fields: Browser.occasion + [("text", list)])
      #expect(chosen.status == 303, "a file counts more than what was pasted")
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).count == 2)
    }
  }

  @Test("A form from another site is refused before its file is written")
  func crossSite() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      var headers = host.headers
      headers[.contentType] = "multipart/form-data; boundary=\(Browser.boundary)"
      headers[.origin] = "https://example.com"
      let body = Browser.multipart(Array("a@example.org".utf8), name: "a.csv", fields: Browser.occasion)
      let page = try await host.send(Path.imports.text, .post, headers: headers, body: ByteBuffer(bytes: body))
      #expect(page.status == 403)
      #expect(!FileManager.default.fileExists(atPath: site.services.uploads.folder.path))
    }
  }
}
