/// What may be fetched, and from where.
package struct FetchRules: Sendable {
  package var scheme = "https"
  /// Ports other than this are refused: a fetch is no way to knock at doors. Nil: any.
  package var port: Int? = 443
  /// True if addresses that are not public are refused.
  package var onlyPublic = true
  /// Of the content.
  package var bytes: Int
  /// For everything: name, connection, content, and being sent on.
  package var seconds = 20
  /// How often a server may send on to another page of its own.
  package var hops = 3
  /// A file of certificates to trust instead of the system's.
  package var authorityFile: String?
  /// How the program says who asks.
  package var agent = "Stehtisch"

  package init(bytes: Int) {
    self.bytes = bytes
  }

  /// - Throws: `FetchFailure.notAnAddress`.
  func check(_ address: WebAddress) throws(FetchFailure) {
    guard address.scheme == scheme, port == nil || address.port == nil || address.port == port else {
      throw .notAnAddress
    }
  }
}
