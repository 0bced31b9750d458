import NIOConcurrencyHelpers

/// What parts of the program keep for the whole installation. The part that needs a thing names it in an extension of
/// `Services`; it is made when it is first asked for, and once.
package final class Fixtures: Sendable {
  private let made = NIOLockedValueBox<[ObjectIdentifier: any Sendable]>([:])

  package init() {}

  /// The one value of its type.
  /// - Parameter make: must not ask for another fixture.
  package func one<Value: Sendable>(_ make: () -> Value) -> Value {
    made.withLockedValue { made in
      let key = ObjectIdentifier(Value.self)
      if let value = made[key] as? Value { return value }
      let value = make()
      made[key] = value
      return value
    }
  }
}
