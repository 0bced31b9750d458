/// Restrictions on what may be fetched, and from where.
package struct FetchRules: Sendable {
  package var scheme = "https"
  /// Any other port is refused: a fetch must not be used for knocking on doors. Nil for any.
  package var port: Int? = 443
  /// True if addresses that are not public are refused.
  package var onlyPublic = true
  /// The most bytes of content.
  package var bytes: Int
  /// The limit for everything together: name, connection, content and redirects.
  package var seconds = 20
  /// The number of times a server may redirect to another of its own pages.
  package var hops = 3
  /// A file of certificates to trust instead of the system's.
  package var authorityFile: String?
  /// The program's name in its requests.
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
