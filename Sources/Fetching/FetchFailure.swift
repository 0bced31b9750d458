/// Why a file was not fetched.
package enum FetchFailure: Error, Sendable, Hashable {
  /// No address of a web page that begins with https.
  case notAnAddress
  /// The name leads to this machine or into a network that is not public.
  case notPublic
  /// Nobody answers, or there is no such name.
  case unreachable
  /// The server can't prove who it is.
  case certificate
  /// The server sends to another one: its address.
  case movedElsewhere(String)
  /// HTTP status.
  case refused(Int)
  /// Bytes.
  case tooLarge(limit: Int)
  case tooSlow

  /// Stable word for strings and logs.
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
