import Foundation

extension ContentLine {
  /// The value as a single text: decoded, with escapes undone.
  var text: String { multilineText.tidied }

  /// With its line ends.
  var multilineText: String { Self.unescaped(decoded) }

  /// The parts of a structured value such as N, ADR, ORG (RFC 6350 §6.2.2), each as one text: several given names are
  /// separated by a space.
  var components: [String] {
    Self.split(decoded, at: ";").map { part in
      Self.split(part, at: ",").map { Self.unescaped($0).tidied }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// As `components`, but commas are part of the text: for names of organisations.
  var parts: [String] { Self.split(decoded, at: ";").map { Self.unescaped($0).tidied } }

  /// A list with commas, or with semicolons, which some programs write.
  var list: [String] {
    Self.split(decoded, at: ",").flatMap { Self.split($0, at: ";") }.map { Self.unescaped($0).tidied }.filter {
      !$0.isEmpty
    }
  }

  private var decoded: String {
    let encoding = (values(of: "ENCODING") + values(of: "TYPE")).map { $0.uppercased() }
    let charset = values(of: "CHARSET").lazy.compactMap(Charset.init(named:)).first ?? .utf8
    if encoding.contains("QUOTED-PRINTABLE") { return charset.decode(QuotedPrintable.decode(value)) }
    if encoding.contains("BASE64") || values(of: "ENCODING").contains(where: { $0.lowercased() == "b" }) {
      let data = Data(base64Encoded: Data(value), options: .ignoreUnknownCharacters) ?? Data()
      return charset.decode([UInt8](data))
    }
    // The file's own encoding has already been undone.
    return String(decoding: value, as: UTF8.self)
  }

  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == separator, !isEscaped { parts.append("") } else { parts[parts.count - 1].append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  /// RFC 6350 §3.4. A backslash before anything else stays.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var output = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.first, "nN,;:\\".contains(next) else {
        output.append(character)
        continue
      }
      rest.removeFirst()
      output.append(next == "n" || next == "N" ? "\n" : next)
    }
    return output
  }
}
