/// Something a person entered in a form cannot be accepted.
package struct FieldProblem: Error, Hashable {
  /// The form field's name.
  package let field: String
  package let message: Message

  package init(field: String, message: Message) {
    self.field = field
    self.message = message
  }
}
