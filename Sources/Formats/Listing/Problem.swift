/// The reason why a file or a row could not be read: a key of the string files and the values to fill in, so that page
/// and command can state it in the reader's language.
package struct Problem: Error, Sendable, Hashable {
  /// For example `import.problem.badAddress`.
  package let key: String
  /// Values for the string's placeholders: `{value}` in the string, `value` here.
  package let arguments: [String: String]

  package init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}
