/// The reason why an instance of the rotation cannot be accepted.
package struct InstanceProblem: Error, Hashable, CustomStringConvertible {
  /// The field at fault, by its name in the file: `sizes[2]`, `must[0]`.
  package let field: String
  /// The problem with it, as part of an English sentence for the author of the file.
  package let reason: String

  package init(_ field: String, _ reason: String) {
    self.field = field
    self.reason = reason
  }

  package var description: String { "\(field): \(reason)" }
}
