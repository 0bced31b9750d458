/// A mail address that can be written to: RFC 5321 §4.1.2 with the letters of all scripts (RFC 6531), without what
/// nobody uses: comments, address literals, domains of one label.
package struct MailAddress: Sendable, Hashable {
  /// As it was written, without `mailto:`, angle brackets and what else stands around it.
  package let text: String

  /// Nil if it is no address.
  package init?(_ written: some StringProtocol) {
    let text = Self.bare(written)
    guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { return nil }
    guard Self.isLocalPart(text[..<at]), Self.isDomain(text[text.index(after: at)...]) else { return nil }
    self.text = text
  }

  /// The first valid address in a cell that may hold several, set apart by commas, semicolons, bars or white space.
  package static func first(in cell: String) -> MailAddress? {
    if let whole = MailAddress(cell) { return whole }
    return cell.split { $0.isWhitespace || ",;|/<>()".contains($0) }.lazy.compactMap { MailAddress($0) }.first
  }

  private static func bare(_ written: some StringProtocol) -> String {
    var text = Substring(written).trimmingPrefix { $0.isWhitespace || "<(['".contains($0) }
    if text.prefix(7).lowercased() == "mailto:" {
      text = text.dropFirst(7).prefix { $0 != "?" }
    }
    while let last = text.last, last.isWhitespace || ">)]',.;:".contains(last) { text.removeLast() }
    return String(text)
  }

  private static func isLocalPart(_ local: Substring) -> Bool {
    guard (1...64).contains(local.utf8.count) else { return false }
    if local.count > 2, local.first == "\"", local.last == "\"" {
      return !local.dropFirst().dropLast().contains { $0 == "\"" || $0 == "\\" || $0.isNewline }
    }
    return local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.unicodeScalars.allSatisfy(isAtomText)
    }
  }

  private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetterOrDigit || marks.contains(scalar)
  }

  private static let marks = Set("!#$%&'*+-/=?^_`{|}~".unicodeScalars)

  private static func isDomain(_ domain: Substring) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard domain.utf8.count <= 253, labels.count >= 2, labels.allSatisfy(isLabel) else { return false }
    return labels.last.map { $0.count >= 2 && $0.first?.isLetter == true } ?? false
  }

  private static func isLabel(_ label: Substring) -> Bool {
    guard (1...63).contains(label.utf8.count), label.first != "-", label.last != "-" else { return false }
    return label.unicodeScalars.allSatisfy { $0.isLetterOrDigit || $0 == "-" }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    guard isASCII else { return properties.isXIDContinue }
    let byte = UInt8(ascii: self)
    return byte.isASCIILetter || byte.isASCIIDigit
  }
}
