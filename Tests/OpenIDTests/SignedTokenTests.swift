import Foundation
import Testing

@testable import OpenID

@Suite("Signed tokens")
struct SignedTokenTests {
  private let claims = #"{"iss":"https://sso.example.org","sub":"a","aud":["x"],"n":1.5,"deep":{"er":["1","2"]}}"#

  @Test("A token is read by the key that signed it, whatever the kind", arguments: SignatureAlgorithm.allCases)
  func right(_ algorithm: SignatureAlgorithm) throws {
    let key = try SigningKey("one", algorithm)
    let token = try SignedToken(try key.sign(claims, header: ["typ": "JWT"]), keys: try KeySet(try key.shown()))
    #expect(token.claims.text("sub") == "a" && token.claims.texts("aud") == ["x"] && token.type == "jwt")
    #expect(token.claims.texts("deep.er") == ["1", "2"])
  }

  @Test("Any byte changed is seen", arguments: SignatureAlgorithm.allCases)
  func changed(_ algorithm: SignatureAlgorithm) throws {
    let key = try SigningKey("one", algorithm)
    let keys = try KeySet(try key.shown())
    let token = Array(try key.sign(claims).utf8)
    for place in stride(from: 0, to: token.count - 2, by: 7) where token[place] != UInt8(ascii: ".") {
      var bent = token
      bent[place] = bent[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(throws: TokenFlaw.self, "\(place)") { try SignedToken(String(decoding: bent, as: UTF8.self), keys: keys) }
    }
  }

  @Test("What anybody can send costs nothing before its signature is looked at, however deep its header nests")
  func deep() throws {
    let keys = try KeySet(try SigningKey("one").shown())
    let inner = String(repeating: "\"\",", count: 3000) + "0"
    let header = #"{"alg":"none","a":"# + String(repeating: "[", count: 500) + inner
    let text = Data((header + String(repeating: "]", count: 500) + "}").utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    let start = ContinuousClock.now
    #expect(throws: TokenFlaw.self) { try SignedToken("\(text).e30.", keys: keys) }
    #expect(ContinuousClock.now - start < .milliseconds(300))
  }

  @Test("Without a name a token counts where there is one key that may have signed it, and no other")
  func nameless() throws {
    let (one, two, curve) = (try SigningKey("one"), try SigningKey("two"), try SigningKey("three", .es256))
    let token = try one.sign(claims, header: ["kid": ""])
    #expect(try SignedToken(token, keys: try KeySet(try one.shown(), try curve.shown())).claims.text("sub") == "a")
    #expect(throws: TokenFlaw.unknownKey) {
      try SignedToken(token, keys: try KeySet(try one.shown(), try two.shown()))
    }
  }

  @Test(
    "A key that is for something else signs nothing",
    arguments: [#","use":"enc""#, #","alg":"PS256""#, #","key_ops":["sign"]"#])
  func otherUse(_ more: String) throws {
    let key = try SigningKey("one")
    #expect(throws: TokenFlaw.unknownKey) {
      try SignedToken(try key.sign(claims), keys: try KeySet(try key.shown(more)))
    }
  }

  @Test("Keys that are none, short, or of a kind that is not taken, are left out, and the others stay")
  func keys() throws {
    let key = try SigningKey("one")
    let others = [
      #"{"kty":"oct","k":"c2VjcmV0"}"#, #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#,
      #"{"kty":"EC","crv":"P-384","x":"a","y":"b"}"#,
      #"{"kty":"RSA","n":7}"#, "7", #"{"kty":"EC","crv":"P-256","x":"\",\"kty\":\"oct","y":"b"}"#,
    ]
    let set = try KeySet(Data("{\"keys\":[\(([try key.shown()] + others).joined(separator: ","))]}".utf8))
    #expect(set.keys.map(\.id) == ["one"])
    #expect(throws: TokenFlaw.malformed) { try KeySet(Data("[]".utf8)) }
  }

  @Test(
    "What is no token is refused without a crash",
    arguments: [
      "", ".", "..", "...", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\u{0}.\u{0}.\u{0}", "ä.ö.ü",
      String(repeating: ".", count: 99),
      String(repeating: "a", count: 20_000) + ".b.c",
    ])
  func none(_ text: String) throws {
    let keys = try KeySet(try SigningKey("one").shown())
    #expect(throws: TokenFlaw.self) { try SignedToken(text, keys: keys) }
  }
}
