/// The reason why a file was not fetched.
package enum FetchFailure: Error, Sendable, Hashable {
  /// Not the address of a web page that begins with https.
  case notAnAddress
  /// The name leads to this machine, or into a network that is not public.
  case notPublic
  /// Nobody answers, or the name does not exist.
  case unreachable
  /// The server can't prove its identity.
  case certificate
  /// The server redirects to a different server: its address.
  case movedElsewhere(String)
  /// HTTP status.
  case refused(Int)
  /// Bytes.
  case tooLarge(limit: Int)
  case tooSlow

  /// A stable word for strings and logs.
  package var word: String {
    switch self {
    case .notAnAddress: "notAnAddress"
    case .notPublic: "notPublic"
    case .unreachable: "unreachable"
    case .certificate: "certificate"
    case .movedElsewhere: "movedElsewhere"
    case .refused: "refused"
    case .tooLarge: "tooLarge"
    case .tooSlow: "tooSlow"
    }
  }
}
