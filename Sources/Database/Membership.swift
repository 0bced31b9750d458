import Foundation

/// One of several programs that work with one database at the same time, as its server knows it: by a session that ends with the program.
package protocol Membership: AnyObject, Sendable {
  var standing: MemberStanding { get }
  /// Says it to all of them. What is said while the server is away is lost: a hint, for who looks now and then anyway.
  func tell(_ hint: String)
  /// The server forgets it at once.
  func end()
}

package struct MemberStanding: Sendable {
  /// Since when the server knows it without a break; nil while the server is away.
  package var since: ContinuousClock.Instant?
  /// When it last said that it lives.
  package var beatAt: ContinuousClock.Instant?
  /// True if the server was away before.
  package var isBack = false
  /// True for the one program that does what one of them does for all.
  package var leads = false

  package init() {}
}

/// A member that has not been heard of for too long.
package struct SilentMember: Sendable, Equatable {
  package let name: String
  /// By the server's clock.
  package let seenAt: Date

  package init(name: String, seenAt: Date) {
    (self.name, self.seenAt) = (name, seenAt)
  }
}

/// What a membership asks of its program, on a thread of its own.
package protocol MemberDuties: AnyObject, Sendable {
  /// Once a second: writes down that the program lives.
  /// - Returns: the members that fell silent. The server ends what it still does for them.
  func beat(_ connection: any Connection) throws -> [SilentMember]
  /// What one of the programs said.
  func hear(_ hint: String)
  /// Nothing was heard of this program for a while: others may have taken over what was its own.
  func comeBack()
}
