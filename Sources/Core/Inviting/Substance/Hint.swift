/// A suggestion that would make one of the three fields stronger. A hint never stops anybody.
package struct Hint: Sendable, Hashable {
  package let field: SubstanceField
  package let message: Message

  package init(_ field: SubstanceField, _ message: Message) {
    self.field = field
    self.message = message
  }

  init(_ field: SubstanceField, _ name: String, _ arguments: [String: String] = [:]) {
    self.init(field, Message("substance.hint.\(field.rawValue).\(name)", arguments))
  }
}
