import Testing

@testable import Core

@Suite("The suppression key")
struct SuppressionKeyTests {
  @Test(
    "Spellings of one address have one key",
    arguments: [
      (" Anna@Example.ORG ", "anna@example.org"), ("<anna@example.org>", "anna@example.org"),
      ("Anna Müller <anna@example.org>", "anna@example.org"), ("mailto:anna@example.org", "anna@example.org"),
      ("anna@example.org.", "anna@example.org"), ("anna+list@example.org", "anna+list@example.org"),
      ("anna@müller.example", "anna@xn--mller-kva.example"),
      ("anna@MU\u{308}LLER.example", "anna@xn--mller-kva.example"),
      ("anna@xn--mller-kva.example", "anna@xn--mller-kva.example"), ("jo@bücher.example", "jo@xn--bcher-kva.example"),
      ("a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"),
    ])
  func spellings(address: String, key: String) {
    #expect(SuppressionKey.normalise(address) == key)
    #expect(SuppressionKey.normalise(key) == key)
  }

  @Test(
    "What is no address has no key",
    arguments: ["", "anna", "@example.org", "anna@", "anna@a..b", "an na@example.org", "anna@ex ample.org"])
  func noAddress(text: String) {
    #expect(SuppressionKey.normalise(text) == nil)
  }
}
