/// The content posted to an address.
package struct FetchPost: Sendable, Equatable {
  package let content: [UInt8]
  /// `Name: value`, one line each.
  package let headers: [String]

  package init(content: [UInt8], headers: [String]) {
    self.content = content
    self.headers = headers
  }
}
