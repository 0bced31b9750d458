/// Titles and names as programmes publish them, turned into plain text: HTML's inline tags removed, entities decoded,
/// white space collapsed.
enum PlainText {
  /// Longer texts are left alone; no title is that long.
  private static let mostBytes = 128 << 10

  static func clean(_ text: String) -> String {
    guard text.utf8.count <= mostBytes else { return text }
    var text = text
    if text.contains("<") { text = withoutTags(text) }
    if text.contains("&") { text = withoutEntities(text) }
    return text.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).joined(separator: " ")
  }

  /// Removes only tags that format text, so that "Vec<T>" and "a < b" stay.
  private static func withoutTags(_ text: String) -> String {
    let tag =
      /<\/?(?:a|abbr|b|big|br|code|del|div|em|font|h[1-6]|i|ins|kbd|li|mark|ol|p|q|s|small|span|strike|strong|sub|sup|tt|u|ul|var)(?:\s[^<>]*)?\/?>/
      .ignoresCase()
    return text.replacing(tag) { $0.0.lowercased().hasPrefix("<br") || $0.0.lowercased().hasPrefix("<p") ? " " : "" }
  }

  private static func withoutEntities(_ text: String) -> String {
    text.replacing(/&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});/) { match in
      character(entity: match.1) ?? String(match.0)
    }
  }

  private static func character(entity: Substring) -> String? {
    guard entity.hasPrefix("#") else { return named[String(entity)] }
    let digits = entity.dropFirst()
    let code = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  /// The entities that occur in titles (HTML Living Standard, §13.5); an unknown one is left as it is.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "", "zwnj": "\u{200C}",
    "ndash": "–", "mdash": "—", "hellip": "…", "middot": "·", "bull": "•", "deg": "°", "euro": "€", "copy": "©",
    "reg": "®", "trade": "™", "sect": "§", "times": "×", "rarr": "→", "larr": "←",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "aacute": "á", "agrave": "à", "acirc": "â", "aring": "å", "Aring": "Å", "aelig": "æ", "ccedil": "ç",
    "Ccedil": "Ç", "eacute": "é", "Eacute": "É", "egrave": "è", "ecirc": "ê", "euml": "ë", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "oslash": "ø", "Oslash": "Ø",
    "uacute": "ú", "ugrave": "ù", "ucirc": "û", "scaron": "š", "Scaron": "Š",
  ]
}
