import Core
import Database

/// Which mail a drain takes. Somebody waits for a sign-in link: it never stands behind letters.
package enum OutboxLane: CaseIterable, Sendable {
  case all, signIn, others

  /// The lanes that together take everything.
  package static let side: [OutboxLane] = [.signIn, .others]

  /// Kinds that this program does not know are in no lane.
  package var condition: SQL {
    switch self {
    case .all: "AND kind IN \(list: MailKind.allCases)"
    case .signIn: "AND kind = 'signIn'"
    case .others: "AND kind IN \(list: MailKind.allCases.filter { $0 != .signIn })"
    }
  }

  /// Whether it waits while no mail passes. A person who waits for a link has it tried at once.
  package var heedsPause: Bool { self != .signIn }
}
