import Foundation

/// The lists of people in a mail: attached files first, then its text, and its recipients.
struct MailLists {
  /// This many recipients or more are a list of people themselves, beside the mail's content.
  private static let manyRecipients = 3
  let files: [InnerFile]

  init(_ mail: ParsedMail) {
    var files = mail.attachments.filter { !$0.data.isEmpty && !Self.isSignature($0) }
    if files.isEmpty, let text = Self.list(in: mail) { files = [text] }
    let recipients = mail.recipients.joined(separator: ", ")
    if files.isEmpty || recipients.count(where: { $0 == "@" }) >= Self.manyRecipients, !recipients.isEmpty {
      files.append(InnerFile(name: "To", data: Data("To: \(recipients)".utf8)))
    }
    self.files = files
  }

  private static func isSignature(_ file: InnerFile) -> Bool {
    ["smime.p7s", "signature.asc", "winmail.dat"].contains(file.name.lowercased())
  }

  /// A page with a table tells more than the plain text beside it. A saved page has no plain text.
  private static func list(in mail: ParsedMail) -> InnerFile? {
    let page = mail.html.joined(separator: "\n")
    if !page.isEmpty, mail.plain.isEmpty || page.range(of: "<td", options: .caseInsensitive) != nil {
      let file = InnerFile(name: "", data: Data(page.utf8))
      let parts = (try? WebPageReader.parts(of: file.data, limits: .standard)) ?? []
      if mail.plain.isEmpty || parts.contains(where: isTableOfPeople) { return file }
    }
    let text = MailText.list(in: mail.plain.joined(separator: "\n\n"))
    return text.map { InnerFile(name: "", data: Data($0.utf8)) }
  }

  private static func isTableOfPeople(_ part: DocumentPart) -> Bool {
    guard case .table(let rows) = part, rows.count > 1 else { return false }
    return HeaderRow.index(in: rows.map(\.cells)) != nil || rows.contains { $0.cells.contains { $0.contains("@") } }
  }
}

/// The text of a mail without the things mail programs put around a list.
enum MailText {
  /// Nil if no line looks like part of a list.
  static func list(in text: String) -> String? {
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      // The signature begins here (RFC 3676 §4.3).
      if line == "-- " { break }
      let bare = line.drop { $0 == ">" || ($0 == " " && line.first == ">") }
      if !isForwardedHeader(bare) { lines.append(bare) }
    }
    guard lines.contains(where: isListed) else { return nil }
    return lines.joined(separator: "\n")
  }

  private static func isListed(_ line: Substring) -> Bool {
    if line.contains("@") || line.contains("\t") { return true }
    let text = line.drop { $0 == " " }
    guard let first = text.first else { return false }
    if "•*-–·".contains(first) { return text.dropFirst().first == " " }
    let rest = text.drop { $0.isASCII && $0.isNumber }
    return first.isNumber && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  private static let headers = [
    "from:", "von:", "date:", "datum:", "sent:", "gesendet:", "subject:", "betreff:", "to:", "an:", "cc:", "kopie:",
  ]

  private static func isForwardedHeader(_ line: Substring) -> Bool {
    let start = line.drop { "* ".contains($0) }.prefix(12).lowercased()
    return headers.contains { start.hasPrefix($0) }
  }
}
