import Core
import HTML
import House
import Site

/// The treatment of people's data here, for everybody to read (GDPR Art. 13 and 14).
struct PrivacyPage: Page {
  let retentionDays: Int
  let silentRetentionDays: Int
  /// The contact for questions; nil to ask the host who wrote.
  var contact: String?

  init(settings: Settings) {
    self.init(retentionDays: settings.retentionDays, silentRetentionDays: settings.silentRetentionDays)
    contact = settings.organisation.privacyContact
  }

  init(retentionDays: Int, silentRetentionDays: Int) {
    self.retentionDays = retentionDays
    self.silentRetentionDays = silentRetentionDays
  }

  var chrome: Chrome { .alone }

  static var samples: [PrivacyPage] {
    [
      PrivacyPage(retentionDays: 90, silentRetentionDays: 180), withContact,
    ]
  }

  private static var withContact: PrivacyPage {
    var page = PrivacyPage(retentionDays: 0, silentRetentionDays: 0)
    page.contact = "datenschutz@example.org"
    return page
  }

  func title(_ t: Phrases) -> String { t("privacy.title") }

  func body(_ t: Phrases) -> Node {
    group {
      h1 { t("privacy.title") }
      p(.class("lead")) { t("privacy.lead") }
      for topic in Self.topics { part(topic, t) }
      h2 { t("privacy.retention.title") }
      p { retention(t) }
      if let contact {
        h2 { t("privacy.contact.title") }
        p {
          t("privacy.contact.text") + " "
          a(.href(contact.contains("@") ? "mailto:\(contact)" : contact), .rel("noreferrer")) { contact }
        }
      }
    }
  }

  private func part(_ topic: String, _ t: Phrases) -> Node {
    group {
      h2 { t("privacy.\(topic).title") }
      p { t("privacy.\(topic).text") }
    }
  }

  private func retention(_ t: Phrases) -> String {
    guard retentionDays > 0, silentRetentionDays > 0 else { return t("privacy.retention.never") }
    return t(
      "privacy.retention.text",
      ["imported": t.number(retentionDays), "silent": t.number(silentRetentionDays)])
  }

  private static let topics = ["source", "guests", "evening", "objection", "rights", "technology"]
}
