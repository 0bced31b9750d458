import Foundation

/// A file as its server gave it.
package struct FetchedFile: Sendable, Equatable {
  /// The final address: a server may have redirected to another of its own pages.
  package let address: String
  package let content: Data

  package init(address: String, content: Data) {
    self.address = address
    self.content = content
  }
}

/// Fetches a file that somebody names by its address.
package protocol FileFetching: Sendable {
  /// Blocks the thread until the file is there, at most as many seconds as the rules allow.
  func file(at address: String, by request: FetchRequest) throws(FetchFailure) -> FetchedFile
}

extension FileFetching {
  package func file(at address: String) throws(FetchFailure) -> FetchedFile {
    try file(at: address, by: FetchRequest())
  }
}

/// Fetches for people who may name any address, without letting them reach anything that only this machine can reach:
/// only https, only public addresses, checked when the connection is made (a name that resolves differently the second
/// time gains nothing), never a server other than the named one, and no more bytes and seconds than allowed.
package struct GuardedFetch: FileFetching {
  private let rules: FetchRules

  package init(_ rules: FetchRules) {
    self.rules = rules
  }

  package func file(at address: String, by request: FetchRequest) throws(FetchFailure) -> FetchedFile {
    guard let first = WebAddress(address) else { throw .notAnAddress }
    let end = ContinuousClock.now + .seconds(rules.seconds)
    var next = first
    for _ in 0...rules.hops {
      try rules.check(next)
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left >= 1 else { throw .tooSlow }
      let answer = try FetchTransfer(next, rules, request, milliseconds: Int(left)).run()
      guard let target = answer.target else { return FetchedFile(address: next.text, content: answer.content) }
      guard let moved = WebAddress(target), moved.isSameServer(as: first) else { throw .movedElsewhere(target) }
      next = moved
    }
    throw .refused(310)
  }

  /// True if an address has a permitted form; where it leads is checked when it is fetched.
  package func takes(_ address: String) -> Bool {
    guard let target = WebAddress(address) else { return false }
    return (try? rules.check(target)) != nil
  }

  /// Posts something under the same guard. A redirect to another server is refused: the content is for the one that was
  /// named.
  package func post(_ request: FetchRequest, to address: String) throws(FetchFailure) {
    guard let target = WebAddress(address) else { throw .notAnAddress }
    try rules.check(target)
    let answer = try FetchTransfer(target, rules, request, milliseconds: rules.seconds * 1000).run()
    if let other = answer.target { throw .movedElsewhere(other) }
  }
}
