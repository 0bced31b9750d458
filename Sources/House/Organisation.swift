import Core
import Foundation

/// The operator of the installation. Name and colour appear on pages and never in letters, which are a host's own;
/// legal notice and privacy contact appear in both.
package struct Organisation: Sendable, Equatable {
  /// Empty for none.
  package var name = ""
  package var colour: Colour?
  /// The address of the page with the legal notice.
  package var legalNotice: URL?
  /// A mail address or a page, for questions about people's data.
  package var privacyContact: String?

  package init() {}
}

/// The operator's limits. 0 for any number.
package struct Quotas: Sendable, Equatable {
  /// Hosts who can sign in.
  package var hosts = 0
  /// Parties that one host may plan within 30 days.
  package var parties = 0
  /// Mails of one host's parties in a day.
  package var mails = MailBudget.perHost

  package init() {}
}
