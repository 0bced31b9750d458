import Foundation

/// A file of `KEY=value` lines in the one form that systemd's `EnvironmentFile` reads the same way (systemd.exec(5));
/// everything it would read differently is refused with the line's number.
///
///     # a remark, on a line of its own
///     STEHTISCH_PORT=8080
///     STEHTISCH_SMTP_PASSWORD="blanks, # and ' inside, \" and \\ with a backslash before"
struct SettingsFile {
  struct FormError: Error, CustomStringConvertible, Equatable {
    let description: String
  }

  let values: [String: String]

  /// - Parameter name: the file's, for messages.
  /// - Throws: `FormError` that names the line.
  init(_ data: Data, name: String) throws {
    guard let text = String(validating: data, as: UTF8.self) else {
      throw FormError(description: "\(name) is not written in UTF-8.")
    }
    var values: [String: String] = [:]
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do {
        guard let (key, value) = try Self.setting(String(line)) else { continue }
        values[key] = value
      } catch let problem as LineProblem {
        throw FormError(description: "\(name), line \(index + 1): \(problem.words).")
      }
    }
    self.values = values
  }

  private struct LineProblem: Error {
    let words: String
  }

  /// - Returns: nil for an empty line or a remark.
  private static func setting(_ line: String) throws -> (String, String)? {
    let line = line.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r"))
    guard let first = line.unicodeScalars.first else { return nil }
    if first == "#" || first == ";" {
      // systemd before 254, as in Debian 12, takes the next line for a part of it.
      if line.hasSuffix("\\") { throw LineProblem(words: "a remark does not end with a backslash") }
      // For systemd a carriage return ends a line, also alone.
      if line.unicodeScalars.contains("\r") { throw LineProblem(words: "there is a carriage return within a remark") }
      return nil
    }
    if line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\t" }) {
      throw LineProblem(words: "there is a control character in it")
    }
    guard let sign = line.firstIndex(of: "=") else { throw LineProblem(words: "expected KEY=value") }
    let key = String(line[..<sign])
    guard key.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
      throw LineProblem(words: "“\(key)” is no key; no blanks beside the =, and no “export”")
    }
    // Code points, not characters: for systemd a mark is one also with an accent behind it.
    let written = line[line.index(after: sign)...].unicodeScalars.drop { $0 == " " || $0 == "\t" }
    return (key, try written.first == "\"" ? quoted(written.dropFirst()) : plain(written))
  }

  private static func plain(_ written: Substring.UnicodeScalarView) throws -> String {
    if let mark = written.first(where: { "\"'\\".unicodeScalars.contains($0) }) {
      throw LineProblem(words: "a value with \(mark) in it stands in double quotes")
    }
    if zip(written, written.dropFirst()).contains(where: { ($0 == " " || $0 == "\t") && ($1 == "#" || $1 == ";") }) {
      throw LineProblem(words: "a remark stands on a line of its own; a # that belongs to the value, in double quotes")
    }
    return String(written)
  }

  /// - Parameter written: the text after the first quote.
  private static func quoted(_ written: Substring.UnicodeScalarView) throws -> String {
    var (value, rest) = ("".unicodeScalars, written)
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        if rest.isEmpty { return String(value) }
        throw LineProblem(words: "something stands behind the closing quote")
      case "\\":
        guard let next = rest.popFirst(), "\"\\$`".unicodeScalars.contains(next) else {
          throw LineProblem(words: "a backslash in quotes stands before \", \\, $ or ` only")
        }
        value.append(next)
      default: value.append(character)
      }
    }
    throw LineProblem(words: "the closing quote is missing")
  }
}
