import Core

/// The lifetime of sign-in links.
package enum SignInLife {
  package static let minutes = 15
  package static let seconds = Double(minutes) * 60
  /// In seconds: a link whose mail was accepted later than this is no longer valid, however long the mail server kept
  /// it waiting.
  package static let longestWait = 4 * 3600.0
}
