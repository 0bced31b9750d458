import Core
import House
import Hummingbird
import Site

/// Limits the requests for sign-in links. Tries count for an address and the network they come from together, so that
/// nobody can use up somebody else's; a browser in which its host has signed in before is counted separately from all
/// others.
struct SignInTries {
  let services: Services

  private static let window = 900.0

  /// - Parameter host: the owner of the address, if any.
  /// - Returns: true if it comes from a browser in which the host has signed in before.
  /// - Throws: `AppError.tooManyRequests`, for known and unknown addresses alike.
  func count(_ email: String, _ host: HostID?, _ request: Request, _ visit: Visit) throws -> Bool {
    let address = MailAddress.key(email)
    if let host, services.isFamiliar(request, to: host) {
      try count("familiar \(host)", limit: 10)
      return true
    }
    try countMistake(by: visit)
    try count("address \(address) \(visit.origin)", limit: 5)
    // From all networks together, so that nobody's mailbox can be flooded.
    try count("address \(address)", limit: 30)
    return false
  }

  /// Counts a form that can't be accepted.
  func countMistake(by visit: Visit) throws { try count("network \(visit.origin)", limit: 20) }

  private func count(_ key: String, limit: Int) throws {
    try services.limits.count("sign-in \(key)", limit: limit, seconds: Self.window, at: services.uptime())
  }
}
