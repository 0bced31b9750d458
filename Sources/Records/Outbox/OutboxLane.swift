import Core
import Database

/// The mails that a drain takes. Somebody is waiting for a sign-in link, so it never queues behind letters.
package enum OutboxLane: CaseIterable, Sendable {
  case all, signIn, others

  /// The lanes that together take everything.
  package static let side: [OutboxLane] = [.signIn, .others]

  /// Kinds this program does not know are in no lane.
  package var condition: SQL {
    switch self {
    case .all: "AND kind IN \(list: MailKind.allCases)"
    case .signIn: "AND kind = 'signIn'"
    case .others: "AND kind IN \(list: MailKind.allCases.filter { $0 != .signIn })"
    }
  }

  /// True if it waits while no mail gets through. For a person waiting for a link it is tried at once.
  package var heedsPause: Bool { self != .signIn }
}
