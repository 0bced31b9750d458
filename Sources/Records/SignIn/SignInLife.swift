import Core

/// How long sign-in links are good.
package enum SignInLife {
  package static let minutes = 15
  package static let seconds = Double(minutes) * 60
  /// In seconds: a link whose mail was accepted later than this is not good any more, however long the mail server let it wait.
  package static let longestWait = 4 * 3600.0
}
