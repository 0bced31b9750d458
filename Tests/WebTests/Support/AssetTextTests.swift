import Foundation
import Testing

@testable import Web

@Suite struct AssetTextTests {
  @Test("Comments that fill lines and indentation are not sent, and no line changes its number")
  func withoutComments() {
    let text = """
      // What it is for.
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

  @Test("What stands behind a comment stays")
  func behind() {
    #expect(AssetText.sent("/* a */ b { }\nc { }") == "/* a */ b { }\nc { }")
    #expect(AssetText.sent("/* a\nb */ c { }\nd { }") == "\nb */ c { }\nd { }")
  }

  @Test("Modules are served, what describes them to tools is not")
  func bundled() throws {
    let assets = try Assets.bundled()
    #expect(assets.names.contains("js/room/room.js"))
    #expect(!assets.names.contains { $0.hasSuffix(".json") })
  }
}
