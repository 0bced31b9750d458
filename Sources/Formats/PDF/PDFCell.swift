import Foundation

/// The text of a cell whose words may be spread over several lines.
enum PDFCell {
  /// Lines are joined by a space, but a word or an address broken between lines becomes whole again.
  static func text(_ lines: [String]) -> String {
    var text = ""
    for line in lines where !line.isEmpty {
      guard let last = text.last, let next = line.first else {
        text = line
        continue
      }
      if isBrokenAddress(text, line) {
        text += line
      } else if last == "-", text.dropLast().last?.isLetter == true, next.isLetter {
        // "Wissen-" and "schaft" are one word, "Bachmeier-" and "Lang" keep their hyphen.
        text = next.isLowercase ? String(text.dropLast()) + line : text + line
      } else if last == "/" {
        text += line
      } else {
        text += " " + line
      }
    }
    return text
  }

  /// An address breaks at its @, at a dot, a hyphen or an underscore: before it or after it.
  static func isBrokenAddress(_ text: String, _ line: String) -> Bool {
    let word = text.split(separator: " ").last ?? ""
    let next = line.split(separator: " ").first ?? ""
    guard word.contains("@") || next.hasPrefix("@") || word.hasSuffix("@") else {
      // "anna.adler-" and "bach@example.org".
      return next.contains("@") && (word.hasSuffix(".") || word.hasSuffix("_")) && word.count > 3
        && word.dropLast().contains(".") && word.first?.isLowercase == true
    }
    if word.contains("@"), next.contains("@") { return word.hasSuffix("@") || next.hasPrefix("@") }
    guard word.contains("@") else { return next.hasPrefix("@") }
    if let last = word.last, "@.-_".contains(last) { return true }
    if next.hasPrefix(".") || next.hasPrefix("@") || next.hasPrefix("-") { return true }
    return next.count == line.count && isCutShort(word, next)
  }

  /// Programs that break words anywhere leave a domain without its end.
  private static func isCutShort(_ word: Substring, _ next: Substring) -> Bool {
    guard next.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || ".-".contains($0)) }),
      MailAddress(word + next) != nil
    else { return false }
    let domain = word.drop { $0 != "@" }
    guard let dot = domain.lastIndex(of: ".") else { return true }
    let end = String(domain[domain.index(after: dot)...])
    return end.count < 2 || (!ends.contains(end) && ends.contains(end + next))
  }

  private static let ends: Set<String> = [
    "com", "org", "net", "info", "edu", "gov", "eu", "de", "at", "ch", "io", "uk", "fr", "es", "it", "nl", "be", "pl",
  ]
}
