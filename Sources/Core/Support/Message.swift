/// Something to tell a person: a key of the string files and the values to fill in. It is put into words at the edge,
/// in the reader's language.
package struct Message: Sendable, Hashable {
  /// For example `substance.hint.noQuestionMark`.
  package let key: String
  /// Values for the string's placeholders: `{count}` in the string, `count` here.
  package let arguments: [String: String]

  package init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}
