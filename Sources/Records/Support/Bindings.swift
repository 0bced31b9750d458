import Core
import Database

/// The form of the domain's types in a statement.
extension Identifier: Bindable {
  package var databaseValue: Value { .text(description) }

  package init?(databaseValue: Value) {
    guard case .text(let text) = databaseValue else { return nil }
    self.init(text)
  }
}

extension Language: Bindable {}
