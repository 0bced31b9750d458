import Foundation
import Testing

@testable import Formats

@Suite("People from lists of addresses")
struct AddressListTests {
  @Test("The To: line of a mail: folded, quoted, encoded, with groups and comments")
  func header() throws {
    let reading = try Reading(
      "To: \"Müller, Anna\" <anna@example.org>,\r\n =?iso-8859-1?Q?J=F6rg_Wei=DF?= <joerg@example.org>,\r\n"
        + " Team: a@example.org, b@example.org;\r\nCc: bob@example.org (Bob Bach),\r\n =?utf-8?B?w4RubmU=?=\r\n"
        + " =?utf-8?Q?_Adler?= <aenne@example.org>\r\nSubject: Hallo,\r\n Welt\r\n")
    #expect(reading.summary.kind == .addresses)
    #expect(reading.names == ["Anna Müller", "Jörg Weiß", "", "", "Bob Bach", "Änne Adler"])
    #expect(reading.emails.last == "aenne@example.org")
    #expect(reading.people.map(\.line) == [1, 2, 3, 3, 4, 5])
    #expect(reading.rejected.isEmpty)
  }

  @Test("Outlook's list: family name first, semicolons, names without address")
  func outlook() throws {
    let reading = try Reading("Müller, Anna <a@example.org>; Bob <b@example.org>; Bach, Bea; kaputt")
    #expect(reading.names == ["Anna Müller", "Bob", "Bea Bach"])
    #expect(reading.emails == ["a@example.org", "b@example.org", ""])
    #expect(reading.problems == ["1 badAddress"])
  }

  @Test("Addresses one per line, or on one line", arguments: ["\n", ", ", "; ", "\r\n"])
  func plain(separator: String) throws {
    let reading = try Reading(
      ["a@example.org", "<b@example.org>", "Carl <c@example.org>"].joined(separator: separator))
    #expect(reading.summary.kind == .addresses)
    #expect(reading.emails == ["a@example.org", "b@example.org", "c@example.org"])
    #expect(reading.names == ["", "", "Carl"])
  }

  @Test("A table with a column of addresses is no list of addresses")
  func table() throws {
    #expect(try ListReader.recognise(Data("Anna Adler;anna@example.org\nBea Bach;bea@example.org\n".utf8)) == .table)
    #expect(try ListReader.recognise(Data("E-Mail\nanna@example.org\nbea@example.org\n".utf8)) == .table)
  }

  @Test(
    "An address that can be written to is valid",
    arguments: [
      "anna@example.org", "a.b+c@sub.example.org", "jörg@müller.example", "o'neil@example.org",
      "a@xn--bcher-kva.example",
      "\"a b\"@example.org", "用户@例子.广告", "A_B@EXAMPLE.ORG",
    ])
  func valid(address: String) {
    #expect(MailAddress(address)?.text == address)
  }

  @Test(
    "Anything else is not",
    arguments: [
      "", "anna", "anna@", "@example.org", "anna@localhost", "a..b@example.org", ".a@example.org", "a.@example.org",
      "a@example..org", "a@-example.org", "a b@example.org", "a@b@example.org", "a@example.o", "a@1.2.3.4",
      "a@exa mple.org",
      "a(at)example.org", "a@example.org\nBcc: b@example.org", "a@exa_mple.org",
    ])
  func invalid(address: String) {
    #expect(MailAddress(address) == nil || MailAddress(address)?.text.contains { $0.isWhitespace } == false)
    #expect(address.contains("\n") || address.contains("_") || MailAddress(address) == nil)
  }

  @Test(
    "What stands around an address is taken off",
    arguments: [
      "<a@example.org>", "mailto:a@example.org", "MAILTO:a@example.org?subject=x", " a@example.org; ",
      "'a@example.org'",
    ])
  func wrapped(written: String) {
    #expect(MailAddress(written)?.text == "a@example.org")
  }

  @Test("Attendees and organiser of a calendar's events; rooms are no people")
  func calendar() throws {
    let reading = try Reading(
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nORGANIZER;CN=\"Adler, Anna\":mailto:anna@example.org\r\n"
        + "ATTENDEE;CUTYPE=ROOM;CN=Saal:mailto:saal@example.org\r\nATTENDEE;CN=Bea ^'Bee^' Ba\r\n ch:MAILTO:bea@example.org\r\n"
        + "ATTENDEE:mailto:kaputt\r\nATTENDEE;CN=Carl;EMAIL=carl@example.org:urn:uuid:1\r\nBEGIN:VALARM\r\n"
        + "ATTENDEE:mailto:alarm@example.org\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    #expect(reading.names == ["Anna Adler", "Bea \"Bee\" Bach", "Carl"])
    #expect(reading.emails == ["anna@example.org", "bea@example.org", "carl@example.org"])
    #expect(reading.problems == ["7 badAddress"])
  }
}
