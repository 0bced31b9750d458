/// The amount of mail a day may bring, so that neither a link nor a host's mistake can fill somebody's inbox. A day is
/// the last 24 hours. Mail over the budget waits for a later day; only mail that a newer one makes pointless is
/// dropped.
package enum MailBudget {
  /// Calendar entries, their changes and news for the host that one guest's answers may cause.
  package static let perGuest = 10
  /// People that one guest of honour may name to answer for them.
  package static let perHonoured = 3
  /// Mails to one address, whoever causes them: enough for a letter, a date, a change and a summary for each of ten
  /// parties.
  package static let perRecipient = 40
  /// Mails for all of one host's parties.
  package static let perHost = 1000
  /// Sign-in links to one address.
  package static let signIns = 30
  /// Mail that would have to wait longer than this many days is not sent at all.
  package static let longestWait = 7

  /// The mail written in the last 24 hours or still waiting.
  package struct Spent: Sendable, Equatable {
    package var guest: Int
    package var recipient: Int
    package var host: Int

    package init(guest: Int = 0, recipient: Int = 0, host: Int = 0) {
      self.guest = guest
      self.recipient = recipient
      self.host = host
    }
  }

  package enum Verdict: Sendable, Equatable {
    case now
    /// In this many days, at least 1.
    case later(days: Int)
    case never
  }

  /// - Parameter perHost: the operator's limit for a host.
  package static func verdict(_ spent: Spent, perHost: Int = perHost) -> Verdict {
    let days = max(spent.guest / perGuest, spent.recipient / perRecipient, spent.host / max(1, perHost))
    if days == 0 { return .now }
    return days > longestWait ? .never : .later(days: days)
  }
}
