/// What a peer did that ends the connection, and what it is told.
struct Violation: Error, Equatable {
  let code: CloseCode
  let reason: String

  init(_ code: CloseCode, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}
