import Core
import Foundation
import Testing

@Suite struct IdentifierTests {
  @Test("An id is a UUID of version 7 and sorts by the time it was made")
  func order() {
    var last = ""
    for step in 0..<1000 {
      let time = Date(timeIntervalSince1970: 1_795_000_000 + Double(step) / 1000)
      let id = PersonID(at: time, random: (UInt64(step) &* 0x9E37_79B9_7F4A_7C15, .max))
      let text = Array(id.description)
      #expect(text[14] == "7" && "89ab".contains(text[19]))
      #expect(UUID(uuidString: id.description) != nil)
      #expect(id.description > last)
      #expect(PersonID(id.description) == id)
      last = id.description
    }
  }

  @Test(
    "Only a UUID in lower case is an id", arguments: ["", "1", "../etc/passwd", "0192F000-0000-7000-8000-000000000000"])
  func malformed(_ text: String) {
    #expect(PersonID(text) == nil)
  }
}
