import Foundation
import Hummingbird
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

@Suite struct AssetsTests {
  @Test("Style sheets, modules and drawings are sent compressed as tightly as the browser accepts")
  func packed() async throws {
    let assets = try Assets.bundled()
    let sheets = "css/base+room.css"
    _ = assets.url(sheets: ["base", "room"])
    for name in [sheets, "js/room/view/start.js", "img/icons.svg"] {
      let plain = try await assets.response(name)
      let gzip = try await assets.response(name, codings: "gzip")
      let brotli = try await assets.response(name, codings: "gzip, br")
      #expect(plain.headers[.contentEncoding] == nil)
      #expect(gzip.headers[.contentEncoding] == "gzip")
      #expect(brotli.headers[.contentEncoding] == "br")
      for response in [plain, gzip, brotli] { #expect(response.headers[.vary] == "Accept-Encoding") }
      let sizes = [brotli, gzip, plain].map { $0.body.contentLength ?? 0 }
      #expect(sizes == sizes.sorted() && sizes[1] < sizes[2] / 2, "\(name) \(sizes)")
      let again = try await assets.response(name, codings: "gzip, br")
      #expect(again.body.contentLength == sizes[0])
    }
  }

  @Test("A combination of sheets that no page requests is not worth compressing")
  func madeUp() async throws {
    let response = try await Assets.bundled().response("css/room+base.css", codings: "br")
    #expect(response.headers[.contentEncoding] == nil)
  }

  @Test("A response with secrets beside other people's words is never compressed")
  func pagesAreNot() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      var headers = try await browser.signedIn().headers
      headers[.acceptEncoding] = "gzip, br"
      for path in ["/", "/people", "/settings", "/sign-in"] {
        let page = try await browser.send(path, .get, headers: headers, body: nil)
        #expect(page.status == 200 && page.headers[.contentEncoding] == nil)
      }
    }
  }
}
