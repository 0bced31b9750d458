import Testing

@testable import WebSockets

@Suite("Checking text as it arrives")
struct UTF8CheckTests {
  @Test(
    "It agrees with the standard library on every sequence of up to two bytes, and on those of three and four that matter"
  )
  func agrees() {
    let interesting: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    ]
    let rest: [UInt8] = [0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF]
    let bytes = interesting + rest
    for first in UInt8.min ... .max {
      check([first])
      for second in UInt8.min ... .max { check([first, second]) }
    }
    for first in bytes where first >= 0xE0 {
      for second in bytes {
        for third in bytes {
          check([first, second, third])
          for fourth in bytes { check([first, second, third, fourth]) }
        }
      }
    }
  }

  @Test("Long text is checked to its last byte, wherever it is split")
  func long() {
    let text = Array(String(repeating: "Grüße, 😀 plain text. ", count: 20).utf8)
    for index in text.indices {
      #expect(isValid(text, splitAt: index))
      var damaged = text
      damaged[index] = 0xFF
      #expect(!isValid(damaged, splitAt: index))
    }
  }

  private func check(_ bytes: [UInt8]) {
    let expected = String(validating: bytes, as: UTF8.self) != nil
    if isValid(bytes, splitAt: bytes.count / 2) != expected {
      Issue.record("\(bytes) should \(expected ? "" : "not ")be valid")
    }
  }

  private func isValid(_ bytes: [UInt8], splitAt index: Int) -> Bool {
    var check = UTF8Check()
    let parts = [bytes[..<index], bytes[index...]]
    return parts.allSatisfy { part in Array(part).withUnsafeBytes { check.accepts($0) } } && check.isWhole
  }
}
