import Testing

@testable import Core

@Suite("Mail addresses")
struct MailAddressTests {
  @Test(
    "Spaces and case make no difference", arguments: [" Anna@Example.ORG\n", "anna@example.org", "ANNA@EXAMPLE.ORG"])
  func key(_ address: String) {
    #expect(MailAddress.key(address) == "anna@example.org")
  }

  @Test("A composed and a decomposed umlaut are the same")
  func normalised() {
    #expect(MailAddress.key("a@mu\u{308}ller.example").unicodeScalars.elementsEqual("a@müller.example".unicodeScalars))
  }

  @Test("A domain's two spellings are one address; what only looks like an encoded domain stays as it is")
  func encoded() {
    #expect(MailAddress.key("Post@XN--mller-KVA.example") == MailAddress.key("post@müller.example"))
    #expect(MailAddress.key("a@xn--grn-ioa.xn--wgv71a119e.jp") == MailAddress.key("a@grün.日本語.jp"))
    for odd in ["a@xn--.example", "a@xn--99999999.example", "a@xn--abc-.example", "xn--mller-kva@b.example"] {
      #expect(MailAddress.key(odd) == odd)
    }
    // A soft hyphen, a mark of direction, a capital, a decomposed umlaut, a blank.
    for hidden in [
      "a@xn--ab-5da.example", "a@xn--ab-p1t.example", "a@xn--mller-2pa.example", "a@xn--muller-xyd.example",
      "a@xn--ab-1ca.example",
    ] {
      #expect(MailAddress.key(hidden) == hidden)
    }
    #expect(MailAddress.isValid("a@xn--mller-kva.example") && MailAddress.isValid("a@müller.example"))
  }

  @Test(
    "Usual addresses are valid",
    arguments: [
      "a@example.org", "first.last+tag@mail.example.co.uk", "o'neil@example.com", "post@müller.example",
      "a@xn--mller-kva.example", "1@2.example", " spaced@example.org ", "x_y-z@example-host.net",
    ])
  func valid(_ address: String) {
    #expect(MailAddress.isValid(address))
  }

  @Test(
    "What no mail can be sent to is not",
    arguments: [
      "", "anna", "@example.org", "anna@", "anna@example", "a b@example.org", "a@b@example.org", "anna@example..org",
      ".anna@example.org", "anna.@example.org", "a..b@example.org", "anna@-example.org", "anna@example-.org",
      "anna@127.0.0.1", "anna@[127.0.0.1]", "jürgen@example.org", "Anna <anna@example.org>",
      "a@example.org,b@example.org",
      "a\r\nBcc: b@example.org", "a@example.org\u{0}", "a@exa mple.org", "a@exam_ple.org",
      String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b", count: 64) + ".org",
      "a@" + String(repeating: "b.", count: 130) + "org",
    ])
  func invalid(_ address: String) {
    #expect(!MailAddress.isValid(address))
  }
}
