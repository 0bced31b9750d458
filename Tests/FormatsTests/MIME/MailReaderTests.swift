import Foundation
import Testing

@testable import Formats

@Suite("Mails with lists")
struct MailReaderTests {
  private static let header = "From: Orga <orga@example.org>\r\nTo: host@example.org\r\nMIME-Version: 1.0\r\n"

  private func files(_ mail: String) throws -> [InnerFile] {
    #expect(try ListReader.recognise(Data(mail.utf8)) == .mail)
    guard case .files(let files) = try DirectReading().content(of: Data(mail.utf8), kind: .mail, limits: .standard)
    else { return [] }
    return files
  }

  @Test("An attached list is read, not the mail's recipients")
  func attachment() throws {
    let table = Data("Name;E-Mail\nZoë;zoe@example.org\n".utf8).base64EncodedString()
    let mail =
      Self.header + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nAnbei.\r\n"
      + "--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=liste.csv\r\n"
      + "Content-Transfer-Encoding: base64\r\n\r\n\(table)\r\n--x--\r\n"
    #expect(try files(mail).map(\.name) == ["liste.csv"])
    let reading = try Reading(mail)
    #expect(reading.names == ["Zoë"] && reading.summary.kind == .mail)
  }

  @Test("A list in the text is read without signature, and without the header of a forwarded mail")
  func text() throws {
    let mail =
      Self.header
      + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      + "Von: Jana <jana@example.org>\r\n> Name;E-Mail\r\n> J=FCrgen;j@example.org\r\n-- \r\nOrga, orga@example.org\r\n"
    let text = String(decoding: try #require(try files(mail).first).data, as: UTF8.self)
    #expect(text.contains("Jürgen;j@example.org") && !text.contains("Von:") && !text.contains("Orga"))
  }

  @Test("In a mail to many, the recipients are the list")
  func recipients() throws {
    let mail =
      "From: a@example.org\r\nTo: \"Adler, Anna\" <anna@example.org>, Bea <bea@example.org>\r\nCc: carl@example.org\r\n"
      + "Message-ID: <1@example.org>\r\n\r\nGuten Tag.\r\n"
    let reading = try Reading(mail)
    #expect(reading.emails == ["anna@example.org", "bea@example.org", "carl@example.org"])
    #expect(reading.names.first == "Anna Adler")
  }

  @Test("A page with a table tells more than the text beside it")
  func page() throws {
    let mail =
      Self.header + "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
      + "Name E-Mail Anna a@example.org\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
      + "<table><tr><td>Name<td>E-Mail<tr><td>Anna<td>a@example.org</table>\r\n--x--\r\n"
    let reading = try Reading(mail)
    #expect(reading.names == ["Anna"] && reading.emails == ["a@example.org"])
  }

  @Test("A copied line of recipients is no mail")
  func line() {
    #expect(!MailReader.recognises(Array("To: a@example.org, b@example.org\nSubject: x\n".utf8)))
  }
}
