import NIOConcurrencyHelpers

/// Objects that parts of the program keep for the whole installation. The part that needs one names it in an extension
/// of `Services`; it is created once, on first use.
package final class Fixtures: Sendable {
  private let made = NIOLockedValueBox<[ObjectIdentifier: any Sendable]>([:])

  package init() {}

  /// The single value of its type.
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
