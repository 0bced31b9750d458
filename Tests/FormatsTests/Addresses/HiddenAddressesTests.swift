import Testing

@testable import Formats

@Suite("Addresses hidden from robots")
struct HiddenAddressesTests {
  @Test(
    "They are written out",
    arguments: [
      "anna.adler (at) example.org", "anna.adler[at]example[dot]org", "anna.adler at example.org",
      "anna.adler {at} example (punkt) org", "anna.adler(@)example.org",
    ])
  func shown(_ text: String) {
    #expect(HiddenAddresses.shown(in: text) == "anna.adler@example.org")
  }

  @Test(
    "Other text stays as it is",
    arguments: [
      "Meet at noon.", "Anna at work", "Treffpunkt (at) Bahnhof", "a@b.org", "CTO at booking.example",
      "Head of Lab at beispiel.example", "Ph.D. at uni.example", "anna at example.org",
    ])
  func others(_ text: String) {
    #expect(HiddenAddresses.shown(in: text) == text)
  }

  @Test("A job at a company that is called like its web site gives nobody an address")
  func job() throws {
    let reading = try Reading("Name,Job\nAnna Adler,CTO at booking.example\nBo Bach,Engineer at beispiel.example\n")
    #expect(reading.emails == ["", ""])
    let lines = try Reading("1. Anna Adler, CTO at booking.example\n2. Bo Bach, Engineer at beispiel.example\n")
    #expect(lines.emails == ["", ""])
  }

  @Test("A list of such addresses is one of people")
  func list() throws {
    let reading = try Reading("Name,E-Mail\nAnna Adler,anna (at) example.org\nBo Bach,bo[at]example.org\n")
    #expect(reading.emails == ["anna@example.org", "bo@example.org"])
  }
}
