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

@Suite struct SecretTests {
  let secret = Secret(bytes: Data(repeating: 7, count: 32))

  @Test("A token opens what it was made for, and nothing else")
  func purposes() {
    let tokens = [
      secret.token(.personalLink, "a"), secret.token(.personalLink, "b"), secret.token(.personalLink, "a", number: 2),
      secret.token(.objection, "a"), Secret(bytes: Data(repeating: 8, count: 32)).token(.personalLink, "a"),
    ]
    #expect(Set(tokens).count == tokens.count)
    #expect(tokens[0] == secret.token(.personalLink, "a", number: 1))
  }

  // python3: urlsafe_b64encode(hmac.digest(bytes([7] * 32), b"personalLink\0a\0" + b"1", "sha256")[:16])
  @Test("Links in letters sent years ago still open what they opened")
  func tokensAreForLife() {
    let link = secret.token(.personalLink, "a")
    #expect(link.text == "a7_Z-637aMcVL6UIOo9jCQ")
    #expect(link.hash == "7b66b6eece490dc049ac620f1e5af3f84e7db05a55b9e99a6bf5a233adabdb4d")
    let session = secret.token(.session, "019aad00-0000-7000-8000-000000000001", number: 2)
    #expect(session.text == "gsumv6naaq4VTHXWOvk9EA")
    #expect(session.hash == "056a60ba9358c3ef27f8bfb5f236137ba5f7a9e8d25140a02ce30f177e37f922")
  }

  @Test("A token is 128 bits that need no escaping in a URL")
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
}
