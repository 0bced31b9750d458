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
    "Other text stays as it is", arguments: ["Meet at noon.", "Anna at work", "Treffpunkt (at) Bahnhof", "a@b.org"])
  func others(_ text: String) {
    #expect(HiddenAddresses.shown(in: text) == text)
  }

  @Test("A list of such addresses is one of people")
  func list() throws {
    let reading = try Reading("Name,E-Mail\nAnna Adler,anna (at) example.org\nBo Bach,bo[at]example.org\n")
    #expect(reading.emails == ["anna@example.org", "bo@example.org"])
  }
}
