import Foundation
import Testing

@testable import Hashes

@Suite("Sealed texts") struct SealedTextTests {
  private static let (key, other) = ([UInt8](repeating: 7, count: 32), [UInt8](repeating: 8, count: 32))
  private static let nonce = [UInt8](0..<12)

  @Test("A text opens with its key, in its place, and says nothing without", arguments: ["", "geheim", "ç 🥂 \u{0}"])
  func roundTrip(text: String) {
    let sealed = SealedText.seal(text, key: Self.key, nonce: Self.nonce, place: "a")
    #expect(SealedText.open(sealed, key: Self.key, place: "a") == text)
    #expect(SealedText.open(sealed, key: Self.other, place: "a") == nil)
    #expect(SealedText.open(sealed, key: Self.key, place: "b") == nil)
    #expect(text.isEmpty || !sealed.contains(Data(text.utf8).base64EncodedString()))
  }

  @Test("Whatever is changed of it, it does not open")
  func changed() {
    let sealed = SealedText.seal("geheim", key: Self.key, nonce: Self.nonce, place: "a")
    let bytes = Array(Data(base64Encoded: sealed) ?? Data())
    #expect(bytes.count == 12 + 6 + 16)
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      #expect(SealedText.open(Data(other).base64EncodedString(), key: Self.key, place: "a") == nil)
    }
    for text in ["", "x", "AAAA", String(sealed.dropLast(4))] {
      #expect(SealedText.open(text, key: Self.key, place: "a") == nil)
    }
  }

  /// The second test vector of NIST's GCM proposal for a key of 256 bits (McGrew and Viega, test case 14): sixteen zero bytes.
  @Test("It is AES-256-GCM")
  func vector() {
    let zero = [UInt8](repeating: 0, count: 32)
    let sealed = SealedText.seal(
      String(repeating: "\0", count: 16), key: zero, nonce: [UInt8](repeating: 0, count: 12), place: "")
    #expect(
      hexadecimal(Array(Data(base64Encoded: sealed) ?? Data()).dropFirst(12).map { $0 })
        == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
  }
}
