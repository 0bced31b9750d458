import Core
import HTTPTypes
import House
import Hummingbird
import NIOHTTP1

/// The HTTP meaning of an error.
extension AppError {
  /// The visitor's version of an error that ended their request.
  package init(answering error: any Error) {
    if error is HTTPParserError {
      self = .malformed
      return
    }
    guard let error = error as? HTTPError else {
      self.init(error)
      return
    }
    switch error.status {
    case .notFound: self = .notFound
    case .forbidden: self = .crossSite
    case .contentTooLarge: self = .tooLarge(megabytes: 1)
    case let status where (400..<500).contains(status.code): self = .malformed
    default: self = .internal
    }
  }

  package var status: HTTPResponse.Status {
    switch self {
    case .notFound: .notFound
    case .signInNeeded: .unauthorized
    case .crossSite: .forbidden
    case .tooManyRequests: .tooManyRequests
    case .tooLarge: .contentTooLarge
    case .linkGone, .linkReplaced, .invitationGone: .gone
    case .malformed: .badRequest
    case .conflict: .conflict
    case .storage, .unavailable: .serviceUnavailable
    case .internal: .internalServerError
    }
  }
}
