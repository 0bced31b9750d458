import Testing

@testable import Core

@Suite struct PlainNameTests {
  @Test(
    "Names are names, with titles, dots and hyphens",
    arguments: [
      "Anna Berg", "Dr.Müller", "Dr.med. Clara Creutz", "J.R.R. Tolkien", "Prof. Dr. h.c. mult. Udo Lang", "O’Neill",
      "Nguyễn Thị Mai", "St.John Smythe", "Jean-Luc d’Arc", "张伟", "Anna Adler, PhD", "Berg & Kern GbR", "",
    ])
  func names(_ name: String) {
    #expect(PlainName.isPlain(name))
  }

  @Test(
    "What a mail program makes a link of, or breaks a line at, is no name",
    arguments: [
      "https://example.com", "Anna http://x.example", "www.example.com", "example.com", "Gratis auf Example.COM/geld",
      "anna@example.org", "anna＠example.org", "Anna\nBerg", "Anna\r\nBcc: x", "Anna\u{2028}Berg", "Anna\u{0}",
      "mailto:x", "(example.org)", "evil.example.co.uk", "Anna\u{202E}greB", "example.com:8080",
    ])
  func links(_ name: String) {
    #expect(!PlainName.isPlain(name))
  }
}
