import Foundation
import Testing

@testable import Web

@Suite struct SecretTests {
  let secret = Secret(bytes: Data(repeating: 7, count: 32))

  @Test("A token opens what it was made for and nothing else")
  func purposes() {
    let tokens = [
      secret.token(.personalLink, "a"), secret.token(.personalLink, "b"), secret.token(.personalLink, "a", number: 2),
      secret.token(.objection, "a"), Secret(bytes: Data(repeating: 8, count: 32)).token(.personalLink, "a"),
    ]
    #expect(Set(tokens).count == tokens.count)
    #expect(tokens[0] == secret.token(.personalLink, "a", number: 1))
  }

  @Test("A token is 128 bits that stand in a URL as they are")
  func form() {
    for number in 1...200 {
      let token = secret.token(.personalLink, "guest", number: number)
      #expect(Token(token.text) == token)
      #expect(token.hash.count == 64)
      #expect(!token.hash.contains(token.text))
    }
    for text in ["", "short", "way-too-long-for-a-token-of-ours", "ümlauts-are-not-allowed", "AAAAAAAAAAAAAAAAAAAAA/"] {
      #expect(Token(text) == nil, "\(text)")
    }
  }

  @Test("The key is made once, for its owner's eyes only, and found again")
  func file() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).key")
    let first = try Secret(file: file).token(.signIn, "x")
    #expect(try Secret(file: file).token(.signIn, "x") == first)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
