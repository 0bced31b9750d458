import House

/// Why a message could not be read. The page is told; nothing else happens.
package enum WireProblem: String, Error, Sendable, Codable, CaseIterable {
  /// No JSON object in a text frame.
  case notJSON
  /// `v` is not 1.
  case unknownVersion
  case unknownType
  /// A field is missing, or holds something else; a request that does not exist.
  case unreadable
  /// Anything before `hello`.
  case helloFirst
  /// More signals to one person than two browsers need.
  case tooMany
  /// A signal or a word to somebody one is not linked with.
  case notLinked
  /// Only whoever hosts is told.
  case notHosting
}

extension ServerMessage {
  package static func error(_ problem: WireProblem, _ t: Phrases) -> ServerMessage {
    .error(code: problem, text: t("wire.\(problem.rawValue)"))
  }
}
