import House

/// The reason why a message could not be read. The page is told; nothing else happens.
package enum WireProblem: String, Error, Sendable, Codable, CaseIterable {
  /// Not a JSON object in a text frame.
  case notJSON
  /// `v` is not 1.
  case unknownVersion
  case unknownType
  /// A field is missing or has the wrong type, or the request does not exist.
  case unreadable
  /// Anything before `hello`.
  case helloFirst
  /// More signals to one person than two browsers need.
  case tooMany
  /// A signal or a message to somebody without a link.
  case notLinked
  /// Only whoever hosts may ask.
  case notHosting
}

extension ServerMessage {
  package static func error(_ problem: WireProblem, _ t: Phrases) -> ServerMessage {
    .error(code: problem, text: t("wire.\(problem.rawValue)"))
  }
}
