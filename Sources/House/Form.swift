import Core
import Foundation

/// The fields of a posted form (WHATWG URL §5.1). A missing field is empty.
package struct Form: Sendable {
  private var fields: [String: [String]] = [:]

  /// Bytes of the largest form without a file or a pasted list.
  package static let limit = 1 << 20

  package init(_ fields: [String: [String]] = [:]) {
    self.fields = fields
  }

  package init(encoded text: String) {
    self.init(URLEncodedForm(Array(text.utf8)).fields)
  }

  /// The field without white space around it, with plain line ends and without invisible marks.
  package func text(_ name: String) -> String {
    Self.withPlainLineEnds(raw(name)).withoutHiddenMarks.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  package func raw(_ name: String) -> String {
    fields[name]?.last ?? ""
  }

  package func all(_ name: String) -> [String] {
    fields[name] ?? []
  }

  /// The whole number in the field; nil if there is none, or it is outside the range.
  package func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
    Int(typed: text(name), in: range)
  }

  package func has(_ name: String) -> Bool {
    fields[name] != nil
  }

  /// The names with this prefix, stripped of it, each with its value: `vote.<slot>`.
  package func suffixes(of prefix: String) -> [String: String] {
    var found: [String: String] = [:]
    for name in fields.keys where name.hasPrefix(prefix) { found[String(name.dropFirst(prefix.count))] = text(name) }
    return found
  }

  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    let bytes = Array(text.utf8)
    let kept = bytes.indices.lazy.filter { bytes[$0] != 0x0D || $0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A }
    return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
  }
}

extension Int {
  /// A whole number as written in a form, a link or a setting, if it is within the range. Every number from outside
  /// comes in this way: `Int(text)` accepts any, and the first sum with one near the maximum would crash the program.
  package init?(typed text: some StringProtocol, in range: ClosedRange<Int>) {
    guard let number = Int(text), range.contains(number) else { return nil }
    self = number
  }
}

/// The errors of a form, field by field, to be shown beside the fields.
package struct FieldErrors: Error, Sendable, Equatable {
  package var messages: [String: Message] = [:]

  package init(_ messages: [String: Message] = [:]) {
    self.messages = messages
  }

  package var isEmpty: Bool { messages.isEmpty }

  package subscript(field: String) -> Message? {
    get { messages[field] }
    set { messages[field] = newValue }
  }
}
