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

@Suite struct ModuleBundleTests {
  private static let modules = [
    "js/a.js": "import { b, $ } from \"./deep/b.js\";\nimport { c } from \"./c.js\";\nb(c, $);",
    "js/deep/b.js":
      "import { c } from \"../c.js\";\nconst own = 1;\nexport async function b() {\nreturn own;\n}\nexport const $ = c;",
    "js/c.js": "const own = 2;\nexport class c {\n}\nexport function* d() {}",
  ]

  @Test("A module comes with everything it imports, each once, before it is used")
  func whole() throws {
    let expected = """
      // js/c.js
      const m1=(()=>{const own = 2;
      class c {
      }
      function* d() {}
      return{c,d}})();
      // js/deep/b.js
      const m2=(()=>{const{c}=m1;
      const own = 1;
      async function b() {
      return own;
      }
      const $ = c;
      return{b,$}})();
      const{b,$}=m2;
      const{c}=m1;
      b(c, $);
      """
    #expect(try ModuleBundle.text(of: "js/a.js") { Self.modules[$0] } == expected)
  }

  @Test("The first module's exports can be imported from the bundle")
  func exports() throws {
    let text = try ModuleBundle.text(of: "js/c.js") { Self.modules[$0] }
    #expect(text.hasSuffix("\nexport{c,d};"))
  }

  @Test("It refuses what it doesn't understand, and says where")
  func refused() {
    let problems: [(String, ModuleBundle.Problem)] = [
      ("import { a } from \"./none.js\";", .missing("js/none.js")),
      ("import { a } from \"./x.js\";", .circle("js/x.js")),
      ("import * as a from \"./c.js\";", .form(module: "js/x.js", line: "import * as a from \"./c.js\";")),
      ("export default 1;", .form(module: "js/x.js", line: "export default 1;")),
      ("export let a = 1;", .form(module: "js/x.js", line: "export let a = 1;")),
    ]
    for (text, problem) in problems {
      #expect(throws: problem) {
        try ModuleBundle.text(of: "js/x.js") { $0 == "js/x.js" ? text : Self.modules[$0] }
      }
    }
  }
}
