import Database
import Foundation
import NIOConcurrencyHelpers

/// This program as one of several that work with the same database, behind one load balancer. Where it is the only one there is none.
package final class ThisNode: MemberDuties {
  /// As `STEHTISCH_NODE` has it; addresses of sockets name it.
  package let name: String
  /// Rings when another node asks something of this one.
  package let calls = Bell()
  /// Rings when others may have taken over what was this node's.
  package let comebacks = Bell()

  private let sign: @Sendable (any Connection, Bool) throws -> [SilentMember]
  private let returns = NIOLockedValueBox(0)
  private let membership = NIOLockedValueBox<(any Membership)?>(nil)
  /// The last sign of life before it stepped aside.
  private let aside = NIOLockedValueBox<ContinuousClock.Instant?>(nil)
  private let listeners = NIOLockedValueBox<[@Sendable (NodeHint) -> Void]>([])

  /// After the database was away, others get so long to come back before anybody takes over what was theirs.
  private static let grace = Duration.seconds(5)
  /// Less than what others wait for a sign of life.
  private static let silence = Duration.seconds(4)

  /// - Parameter sign: writes down that this node lives, and whether it leads; gives those that have fallen silent.
  package init(_ name: String, sign: @escaping @Sendable (any Connection, Bool) throws -> [SilentMember]) {
    (self.name, self.sign) = (name, sign)
  }

  package func begin(_ membership: any Membership) {
    self.membership.withLockedValue { $0 = membership }
  }

  private var standing: MemberStanding { membership.withLockedValue { $0?.standing ?? MemberStanding() } }

  /// True for the one node that does what one of them does for all.
  package var leads: Bool { standing.leads }

  /// True if this node can tell which of the others live.
  package var mayInherit: Bool {
    let standing = standing
    guard let since = standing.since else { return false }
    return !standing.isBack || ContinuousClock.now - since > Self.grace
  }

  /// How long this node could not say that it lives.
  package var muteness: Duration { standing.beatAt.map { ContinuousClock.now - $0 } ?? .zero }

  /// True if the database hears this node, and has for long enough that it can judge the others.
  package var isHeard: Bool { muteness < Self.silence && mayInherit }

  /// Others have this node's floors from now on, until the database hears it again.
  package func stepAside() { aside.withLockedValue { $0 = standing.beatAt } }

  package var isAside: Bool { aside.withLockedValue { $0 }.map { $0 == standing.beatAt } ?? false }

  /// Tells all others; for who hears it late, too, it changes nothing.
  package func tell(_ hint: NodeHint) {
    membership.withLockedValue { $0 }?.tell("\(name) \(hint.text)")
  }

  package func listen(_ listener: @escaping @Sendable (NodeHint) -> Void) {
    listeners.withLockedValue { $0.append(listener) }
  }

  /// The others needn't wait for it any more.
  package func end() {
    membership.withLockedValue { $0 }?.end()
  }

  package func beat(_ connection: any Connection) throws -> [SilentMember] {
    let silent = try sign(connection, leads)
    return standing.since != nil && mayInherit ? silent : []
  }

  package func hear(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0] != name, let hint = NodeHint(String(words[1])) else { return }
    if hint == .call(node: name) { calls.ring() }
    for listener in listeners.withLockedValue({ $0 }) { listener(hint) }
  }

  package func comeBack() {
    returns.withLockedValue { $0 += 1 }
    comebacks.ring()
  }

  /// Changes whenever others may have taken this node for dead, also while it doesn't know of that yet.
  package var lapses: Int {
    let isSilent = standing.beatAt.map { ContinuousClock.now - $0 > Self.silence } ?? false
    return returns.withLockedValue { $0 } * 2 + (isSilent ? 1 : 0)
  }
}
