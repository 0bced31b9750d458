import Foundation
import Testing

@testable import Formats

@Suite("A mail")
struct MailMessageTests {
  @Test("The same mail is the same bytes, and another id is another boundary")
  func isDeterministic() throws {
    var mail = MailMessage.sample()
    let first = try mail.bytes()
    #expect(try mail.bytes() == first)
    mail.messageID = "other@example.org"
    #expect(try !mail.written.contains(String(decoding: first, as: UTF8.self).boundaries[0]))
  }

  @Test("It is ASCII, with CRLF, and no line is too long")
  func travels() throws {
    let bytes = try MailMessage.sample(subject: String(repeating: "Übermut-", count: 200)).bytes()
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    #expect(bytes.allSatisfy { $0 < 0x80 })
    #expect(bytes.suffix(2) == [13, 10])
    #expect(lines.allSatisfy { $0.last == 13 && $0.count <= 999 })
  }

  @Test("Text alone is one part; with HTML it has two readings; a calendar entry comes in both forms")
  func hasShape() throws {
    var mail = MailMessage.sample()
    #expect(
      try mail.written.contentTypes == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
      ])
    #expect(try mail.written.contains("Content-Type: text/calendar; method=REQUEST; charset=utf-8"))
    // Roundcube calls a part without a name "Part 1.3.ics".
    #expect(try mail.written.contains(/Content-Type: text\/calendar;[^:]*name="?invite\.ics"?/))
    mail.calendar = nil
    #expect(try mail.written.contentTypes == ["multipart/alternative", "text/plain", "text/html"])
    mail.html = nil
    #expect(try mail.written.contentTypes == ["text/plain"])
  }

  @Test("Headers nobody asked for are absent")
  func isPlain() throws {
    let header = try MailMessage.germanLetter.written.components(separatedBy: "\r\n\r\n")[0]
    let names = header.split(separator: "\r\n").filter { !" \t".contains($0.prefix(1)) }.map { $0.prefix { $0 != ":" } }
    #expect(Set(names) == ["From", "To", "Subject", "Date", "Message-Id", "MIME-Version", "Content-Type"])
  }

  @Test("One-click leaving is offered only if it is set")
  func offersUnsubscribe() throws {
    let written = try MailMessage.sample().written
    #expect(written.contains("List-Unsubscribe: <https://example.org/u/k3v9>,\r\n <mailto:leave@example.org>\r\n"))
    #expect(written.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
    #expect(written.contains("List-Id: <circle-7.example.org>\r\n"))
    #expect(written.contains("Auto-Submitted: auto-generated\r\n"))
    #expect(written.contains("X-Unsent: 1\r\n"))
  }

  @Test(
    "No encoded word is longer than RFC 2047 allows, however long a name without spaces is",
    arguments: ["愛", "ش", "ක්", "Ж", "ü"])
  func shortWords(letter: String) throws {
    let name = String(repeating: letter, count: 90)
    var mail = MailMessage.sample(subject: name)
    mail.to.name = name
    let header = try mail.written.components(separatedBy: "\r\n\r\n")[0]
    #expect(header.split { $0.isWhitespace }.allSatisfy { !$0.hasPrefix("=?") || $0.utf8.count <= 75 })
    let unfolded = header.replacing("\r\n ", with: " ").replacing("\r\n\t", with: " ")
    for line in unfolded.split(separator: "\r\n") where line.hasPrefix("To:") || line.hasPrefix("Subject:") {
      #expect(EncodedWords.decode(String(line)).contains(name), "\(line)")
    }
    let address = try InternationalDomain.address(mail.to.address)
    #expect(unfolded.contains(" <\(address)>\r\nSubject:"))
  }

  @Test("A subject or a name cannot start a header")
  func refusesInjection() throws {
    let attack =
      "x\r\nBcc: eve@example.com\n\rBcc: eve@example.com\u{0}\u{2028}Bcc: eve@example.com\u{85}\r\n\r\nBcc: e"
    var mail = MailMessage.sample(subject: attack)
    mail.from.name = attack
    mail.to.name = attack
    mail.replyTo?.name = attack
    let header = try mail.written.components(separatedBy: "\r\n\r\n")[0]
    #expect(!header.contains("\nBcc"))
    #expect(header.contains("X-Unsent"))
  }

  @Test("Anything that can't be put in a header is named")
  func names() {
    expect("mail.problem.badAddress", value: "a@b\r\nBcc: c@d") { $0.to.address = "a@b\r\nBcc: c@d" }
    expect("mail.problem.badAddress", value: "a@b, c@d") { $0.from.address = "a@b, c@d" }
    expect("mail.problem.badAddress", value: "jörg@example.org") { $0.replyTo?.address = "jörg@example.org" }
    expect("mail.problem.badMessageID", value: "1>\r\nX: 1") { $0.messageID = "1>\r\nX: 1" }
    expect("mail.problem.badMethod", value: "x\r\n") { $0.calendar?.method = "x\r\n" }
    expect("mail.problem.badLink", value: "https://a>b") { $0.listUnsubscribe?.url = "https://a>b" }
    expect("mail.problem.badLink", value: "http://a") { $0.listUnsubscribe?.url = "http://a" }
    expect("mail.problem.badListID", value: "a b") { $0.listID = "a b" }
  }

  @Test("Many mails can be written at once")
  func isThreadSafe() async throws {
    let expected = try MailMessage.sample().bytes()
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<200 { group.addTask { try MailMessage.sample().bytes() } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test("Python's email finds no defect", .enabled(if: PythonCheck.isAvailable))
  func passesPython() throws {
    let names = ["", "Ö", "a, b; c: <d> (e) \"f\" \\ g", "王 小明", String(repeating: "Größe ", count: 40)]
    var files = try ["de.eml": MailMessage.germanLetter.bytes(), "en.eml": MailMessage.englishLetter.bytes()]
    for (number, name) in names.enumerated() {
      var mail = MailMessage.sample(subject: name.isEmpty ? "x" : name)
      mail.from.name = name
      mail.to.name = name
      files["\(number).eml"] = try mail.bytes()
    }
    let complaint = try PythonCheck(script: "mail_check.py").complaint(about: files)
    #expect(complaint == nil)
  }

  @Test("SpamAssassin takes an invitation for a letter", .enabled(if: PythonCheck.isAvailable && hasSpamAssassin))
  func isNoSpam() throws {
    var files = try ["de.eml": MailMessage.germanLetter.bytes(), "en.eml": MailMessage.englishLetter.bytes()]
    var invitation = MailMessage.germanLetter
    invitation.calendar = MailMessage.sample().calendar
    files["calendar.eml"] = try invitation.bytes()
    let complaint = try PythonCheck(script: "spam_check.py").complaint(about: files)
    #expect(complaint == nil)
  }

  @Test(
    "A domain with umlauts is written as servers want it, by UTS 46",
    arguments: [
      ("a@müller.example", "a@xn--mller-kva.example"), ("a@MÜLLER.Example", "a@xn--mller-kva.example"),
      ("a@straße.example", "a@xn--strae-oqa.example"), ("a@mu\u{308}ller.example", "a@xn--mller-kva.example"),
      ("a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"), ("A.b@Example.ORG", "A.b@Example.ORG"),
      ("a@xn--mller-kva.example", "a@xn--mller-kva.example"), ("xn--a@example.org", "xn--a@example.org"),
    ])
  func internationalDomain(address: String, written: String) throws {
    #expect(try InternationalDomain.address(address) == written)
  }

  @Test(
    "What can't be a domain is refused",
    arguments: [
      "a@mü..ller", "a@-ü-.example", "a@ü\u{0}.example", "a@xn--a.example", "a@XN--zzzzzzzz.example",
      "a@xn--a-ecp.example",
    ])
  func badDomain(address: String) {
    #expect(throws: Problem.self) { _ = try InternationalDomain.address(address) }
  }

  private static let hasSpamAssassin = FileManager.default.isExecutableFile(atPath: "/usr/bin/spamassassin")

  private func expect(_ key: String, value: String, change: (inout MailMessage) -> Void) {
    var mail = MailMessage.sample()
    change(&mail)
    let problem = #expect(throws: Problem.self) { try mail.bytes() }
    #expect(problem == Problem(key, ["value": value]))
  }
}

extension MailMessage {
  fileprivate var written: String {
    get throws { String(decoding: try bytes(), as: UTF8.self) }
  }
}

extension String {
  fileprivate var contentTypes: [String] {
    matches(of: /Content-Type: ([a-z\/]+)/).map { String($0.1) }
  }

  fileprivate var boundaries: [String] {
    matches(of: /boundary="([^"]+)"/).map { String($0.1) }
  }
}
