/// Why an instance of the rotation cannot be taken.
package struct InstanceProblem: Error, Hashable, CustomStringConvertible {
  /// The field at fault, as it is called in the file: `sizes[2]`, `must[0]`.
  package let field: String
  /// What is wrong with it, as a part of an English sentence for whoever wrote the file.
  package let reason: String

  package init(_ field: String, _ reason: String) {
    self.field = field
    self.reason = reason
  }

  package var description: String { "\(field): \(reason)" }
}
