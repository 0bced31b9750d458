import Foundation
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

@Suite struct AssetTextTests {
  @Test("Whole-line comments and indentation are not sent, and no line changes its number")
  func withoutComments() {
    let text = """
      // The comment's purpose.
      const url = "https://example.org"; // kept
        /** How it is called. */
        call(/* this */ 1);
      /*
       * Long.
       */
      done();
      """
    let sent = """

      const url = "https://example.org"; // kept

      call(/* this */ 1);



      done();
      """
    #expect(AssetText.sent(text) == sent)
  }

  @Test("Code after a comment stays")
  func behind() {
    #expect(AssetText.sent("/* a */ b { }\nc { }") == "/* a */ b { }\nc { }")
    #expect(AssetText.sent("/* a\nb */ c { }\nd { }") == "\nb */ c { }\nd { }")
  }

  @Test("Style sheets lose unneeded spaces, quoted texts none")
  func sheet() {
    let text = """
      /* Why. */
      .a, .b:has(> .c) { color: red; margin: calc(1px + 2px); }
        .a::before { content: "; a: { b }, "; } .a :focus { top: 0; }
      """
    let sent = """

      .a,.b:has(> .c){color:red;margin:calc(1px + 2px)}
      .a::before{content:"; a: { b }, "}.a :focus{top:0}
      """
    #expect(AssetText.sheet(text) == sent)
  }

  @Test("Several style sheets are one file, in the requested order, none of them twice")
  func joined() async throws {
    let assets = try Assets.bundled()
    let one = try await assets.response("css/base.css").body.contentLength ?? 0
    let other = try await assets.response("css/room.css").body.contentLength ?? 0
    let address = assets.url(sheets: ["base", "room"])
    #expect(address.hasSuffix("/css/base+room.css"))
    #expect(try await assets.response("css/base+room.css").body.contentLength == one + other)
    for name in ["css/base+base.css", "css/base+nothing.css", "css/base+.css", "css/+.css", "css/../css/base.css"] {
      await #expect(throws: AppError.self) { try await assets.response(name) }
    }
  }

  @Test("Modules are served, their type descriptions are not")
  func bundled() throws {
    let assets = try Assets.bundled()
    #expect(assets.names.contains("js/room/room.js"))
    #expect(!assets.names.contains { $0.hasSuffix(".json") })
  }
}
