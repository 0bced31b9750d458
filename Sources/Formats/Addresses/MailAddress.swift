/// A usable mail address: RFC 5321 §4.1.2 with the letters of all scripts (RFC 6531), but without the parts nobody
/// uses: comments, address literals, domains of one label.
package struct MailAddress: Sendable, Hashable {
  /// As written, without `mailto:`, angle brackets or anything else around it.
  package let text: String

  /// Nil if it is no address.
  package init?(_ written: some StringProtocol) {
    if let plain = Self.plain(written) {
      text = plain
      return
    }
    let text = Self.bare(written)
    guard text.utf8.count <= 254, let at = text.utf8.lastIndex(of: .at) else { return nil }
    guard Self.isLocalPart(text[..<at]), Self.isDomain(text[text.utf8.index(after: at)...]) else { return nil }
    self.text = text
  }

  /// The first valid address in a cell that may hold several, separated by commas, semicolons, bars or white space.
  package static func first(in cell: String) -> MailAddress? {
    if let whole = MailAddress(cell) { return whole }
    return cell.split { $0.isWhitespace || ",;|/<>()".contains($0) }.lazy.compactMap { MailAddress($0) }.first
  }

  /// All valid addresses in a cell, each once, in the cell's order.
  static func all(in cell: String) -> [String] {
    if let whole = MailAddress(cell) { return [whole.text] }
    guard cell.utf8.contains(.at) else { return [] }
    var seen: Set<String> = []
    return cell.split { $0.isWhitespace || ",;|/<>()[]".contains($0) }.compactMap { MailAddress($0)?.text }
      .filter { seen.insert($0.lowercased()).inserted }
  }

  /// The quick way for what nearly all addresses are: letters, digits, single dots, hyphens and underscores around one
  /// `@`. Nil says nothing about others.
  private static func plain(_ written: some StringProtocol) -> String? {
    var (count, at, labelStart, previous) = (0, -1, 0, UInt8(ascii: "."))
    for byte in written.utf8 {
      switch byte {
      case .at where at < 0 && previous != .dot && count <= 64: (at, labelStart) = (count, count + 1)
      case .dot where previous != .dot && previous != .at && (at < 0 || previous != UInt8(ascii: "-")):
        if at >= 0 {
          guard count - labelStart <= 63 else { return nil }
          labelStart = count + 1
        }
      case UInt8(ascii: "-") where at < 0 && previous != .dot || at >= 0 && previous != .dot && previous != .at: break
      case UInt8(ascii: "_") where at < 0 && previous != .dot: break
      case _ where byte.isASCIILetter || byte.isASCIIDigit: break
      default: return nil
      }
      previous = byte
      count += 1
    }
    guard at > 0, labelStart > at + 1, count - labelStart >= 2, count - labelStart <= 63, count <= 254,
      previous.isASCIILetter || previous.isASCIIDigit, written.utf8.dropFirst(labelStart).first?.isASCIILetter == true
    else { return nil }
    return String(written)
  }

  private static func bare(_ written: some StringProtocol) -> String {
    var text = Substring(written).unicodeScalars.drop {
      $0.properties.isWhitespace || "<(['".unicodeScalars.contains($0)
    }
    if text.first == "m" || text.first == "M", String(text.prefix(7)).lowercased() == "mailto:" {
      text = text.dropFirst(7).prefix { $0 != "?" }
    }
    while let last = text.last, last.properties.isWhitespace || ">)]',.;:".unicodeScalars.contains(last) {
      text.removeLast()
    }
    return String(text)
  }

  private static func isLocalPart(_ local: Substring) -> Bool {
    guard (1...64).contains(local.utf8.count) else { return false }
    if local.utf8.count > 2, local.utf8.first == .quote, local.utf8.last == .quote {
      return !local.utf8.dropFirst().dropLast().contains { $0 == .quote || $0 == .backslash || $0.isLineEnd }
    }
    guard local.utf8.first != .dot, local.utf8.last != .dot else { return false }
    var previous: Unicode.Scalar = " "
    for scalar in local.unicodeScalars {
      guard scalar.isLetterOrDigit || isMark(scalar) || (scalar == "." && previous != ".") else { return false }
      previous = scalar
    }
    return true
  }

  /// RFC 5322 §3.2.3: the characters of an atom beside letters and digits.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~": true
    default: false
    }
  }

  private static func isDomain(_ domain: Substring) -> Bool {
    guard domain.utf8.count <= 253, domain.utf8.contains(.dot) else { return false }
    var label = Substring.UnicodeScalarView()
    for part in domain.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
      guard isLabel(part) else { return false }
      label = part
    }
    return label.count >= 2 && label.first?.properties.isAlphabetic == true
  }

  private static func isLabel(_ label: Substring.UnicodeScalarView) -> Bool {
    guard (1...63).contains(label.count), label.first != "-", label.last != "-" else { return false }
    return label.allSatisfy { $0.isLetterOrDigit || $0 == "-" }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    guard isASCII else { return properties.isXIDContinue }
    let byte = UInt8(ascii: self)
    return byte.isASCIILetter || byte.isASCIIDigit
  }
}
