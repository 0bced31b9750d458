import TestKit
import Testing

@testable import Formats

@Suite("The quick way for plain addresses")
struct PlainAddressTests {
  /// Pieces that addresses go wrong by, beside those they are made of.
  private static let pieces = [
    "a", "bea", "Z", "7", ".", ".", "-", "_", "@", "@", "example", "org", "x1", "1x", "+", "ü", "..", ".-", "-.", "\"",
    String(repeating: "l", count: 62), String(repeating: "m", count: 63),
  ]

  @Test("It says the same as the full check, which brackets around an address ask for", arguments: 0..<8)
  func agreement(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var found = 0
    for _ in 0..<4000 {
      // Half of them are built as addresses are, so that some are right.
      let text =
        Bool.random(using: &chance)
        ? some(9, &chance) : some(2, &chance) + "@" + some(2, &chance) + "." + some(1, &chance)
      let (quick, full) = (MailAddress(text)?.text, MailAddress("<\(text)>")?.text)
      #expect(quick == full, "\(text)")
      found += full == nil ? 0 : 1
    }
    #expect(found > 50, "some of them are addresses")
  }

  private func some(_ most: Int, _ chance: inout SeededGenerator) -> String {
    (1...Int.random(in: 1...most, using: &chance)).map { _ in Self.pieces.randomElement(using: &chance) ?? "" }.joined()
  }
}
