/// A peer's offence that ends the connection, and the reason it is given.
struct Violation: Error, Equatable {
  let code: CloseCode
  let reason: String

  init(_ code: CloseCode, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}
