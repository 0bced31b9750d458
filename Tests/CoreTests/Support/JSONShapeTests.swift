import Core
import Foundation
import Testing

@Suite("The outline of a JSON text")
struct JSONShapeTests {
  @Test("Depth and values are counted outside of strings alone")
  func counted() {
    let texts: [(String, Int, Int)] = [
      ("1", 0, 1), ("{}", 1, 2), (#"{"a":[1,2,{"b":[]}]}"#, 4, 7), (#"["[[[[,,,,"]"#, 1, 2),
      (#"["\"[[","\\",[]]"#, 2, 5),
      ("]]]][", 1, 2),
    ]
    for (text, depth, values) in texts {
      let shape = JSONShape(text.utf8)
      #expect(shape.depth == depth && shape.values == values, "\(text): \(shape)")
    }
  }

  @Test("No value is more than was counted, whatever the text")
  func atLeast() throws {
    func values(_ any: Any) -> Int {
      switch any {
      case let list as [Any]: 1 + list.map(values).reduce(0, +)
      case let object as [String: Any]: 1 + object.values.map(values).reduce(0, +)
      default: 1
      }
    }
    for text in [#"[1,[2,3],{"a":"x,y","b":[[]]}]"#, #"{"a":{"b":{"c":[null,true,1e9]}}}"#, "[]", #"[{}]"#] {
      let shape = JSONShape(text.utf8)
      #expect(shape.values >= values(try JSONSerialization.jsonObject(with: Data(text.utf8))), "\(text)")
    }
  }

  @Test("Another encoding, in which brackets could hide, is within no limit")
  func encodings() {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .utf16] {
      let bytes = Data(#"["\""]"#.data(using: encoding) ?? Data())
      #expect(!JSONShape.isWithin(bytes, depth: 100, values: 100))
    }
    #expect(JSONShape.isWithin(#"["\""]"#.utf8, depth: 1, values: 2))
    #expect(
      !JSONShape.isWithin(#"["\""]"#.utf8, depth: 1, values: 1) && !JSONShape.isWithin("[[]]".utf8, depth: 1, values: 9)
    )
  }
}
