import Core
import Database

/// The errors a visitor can be told about. Everything else is `internal`: the page says so, and the details go to the
/// log.
package enum AppError: Error, Sendable, Equatable {
  /// The thing does not exist, or belongs to somebody else: the answer is the same.
  case notFound
  case signInNeeded
  /// A form came from another site.
  case crossSite
  case tooManyRequests
  case tooLarge(megabytes: Int)
  /// A link that has expired, was used, or was replaced.
  case linkGone
  /// A personal link in whose place the guest was given a new one.
  case linkReplaced
  /// A link that ends invitations, of somebody of whom nothing is stored any more.
  case invitationGone
  /// A request that no page of ours makes.
  case malformed
  /// The action doesn't fit the state, because another tab was quicker.
  case conflict(Message)
  /// The disk is full or the database can't be written.
  case storage
  /// The database does not answer at the moment, or nobody knows whether it stored what was sent.
  case unavailable
  case `internal`

  package init(_ error: any Error) {
    switch error {
    case let error as AppError: self = error
    case let error as PartyRefusal: self = .conflict(error.message)
    case let error as DatabaseError where error.kind == .storage: self = .storage
    case let error as DatabaseError where [.busy, .conflict, .unknown].contains(error.kind): self = .unavailable
    default: self = .internal
    }
  }

  /// The key under which the strings have `error.<key>.title` and `error.<key>.text`.
  package var key: String {
    switch self {
    case .notFound: "notFound"
    case .signInNeeded: "signInNeeded"
    case .crossSite: "crossSite"
    case .tooManyRequests: "tooManyRequests"
    case .tooLarge: "tooLarge"
    case .linkGone: "linkGone"
    case .linkReplaced: "linkReplaced"
    case .invitationGone: "invitationGone"
    case .malformed: "malformed"
    case .conflict: "conflict"
    case .storage: "storage"
    case .unavailable: "unavailable"
    case .internal: "internal"
    }
  }
}
