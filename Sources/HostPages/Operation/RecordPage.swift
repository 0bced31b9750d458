import Core
import Foundation
import HTML
import House
import Mail
import OpenID
import Records
import Site

/// The settings that concern people's data.
struct RecordFacts: Sendable {
  var organisation = Organisation()
  var address = "https://tisch.example.org"
  /// The mail server's name; nil for none.
  var mailServer: String?
  /// Servers that introduce browsers to each other.
  var relays: [String] = []
  var takesReplies = false
  /// By which hosts sign in.
  var providers: [String] = []
  /// Days; 0 for never.
  var (days, silentDays) = (90, 180)
  /// The days a backup is kept; nil if there are no scheduled ones.
  var backupDays: Int?

  init() {}

  init(_ settings: Settings) {
    organisation = settings.organisation
    address = settings.publicURL.absoluteString
    mailServer = settings.smtp?.host
    relays = settings.relays
    takesReplies = settings.mailReplies != nil
    providers = settings.providers.map(\.issuer)
    (days, silentDays) = (settings.retentionDays, settings.silentRetentionDays)
    backupDays = settings.backups.map { max(1, ($0.hours * $0.kept + 23) / 24) }
  }
}

/// The record of processing activities (GDPR Art. 30), generated from the current settings, for printing; and the log
/// of erasures.
package struct RecordPage: Page {
  let facts: RecordFacts
  let erasures: [ErasureLogStore.Entry]

  init(facts: RecordFacts, erasures: [ErasureLogStore.Entry]) {
    (self.facts, self.erasures) = (facts, erasures)
  }

  static let erasuresShown = 60

  package var chrome: Chrome { .host(current: .settings) }

  package static var samples: [RecordPage] {
    var full = RecordFacts()
    (full.organisation.name, full.organisation.privacyContact) = ("Verein für Supervision", "datenschutz@example.org")
    (full.mailServer, full.relays, full.takesReplies) = ("mail.example.org", ["turn:turn.example.org:3478"], true)
    (full.backupDays, full.providers) = (14, ["https://sso.example.org"])
    var least = RecordFacts()
    (least.days, least.silentDays) = (0, 0)
    return [
      RecordPage(
        facts: full,
        erasures: [
          .init(day: "2026-11-30", reason: .schedule, people: 12), .init(day: "2026-11-28", reason: .host, people: 1),
          .init(day: "2026-10-02", reason: .removal, people: 240),
        ]),
      RecordPage(facts: least, erasures: []),
    ]
  }

  package func title(_ t: Phrases) -> String { t("record.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: .operation, t("operation.title")).node(t)
        h1 { title(t) }
        p(.class("lead")) { t("record.lead") }
      }
      dl(.class("card record")) {
        for (label, lines) in entries(t) {
          dt { strong { label } }
          dd { for line in lines { p { line } } }
        }
      }
      erasureLog(t)
      p { a(.href(Path.privacy.text)) { t("record.sheet") } }
    }
  }

  private func entries(_ t: Phrases) -> [(String, [String])] {
    let kept = ["purpose", "people", "data", "basis"].map { name in
      (t("record.\(name).title"), [t("record.\(name).text")])
    }
    let rest: [(String, [String])] = [
      (t("record.recipients.title"), recipients(t)), (t("record.abroad.title"), [t("record.abroad.text")]),
      (t("record.erasure.title"), erasure(t)), (t("record.measures.title"), [t("record.measures.text")]),
    ]
    return [(t("record.controller.title"), controller(t))] + kept + rest
  }

  private func controller(_ t: Phrases) -> [String] {
    let organisation = facts.organisation
    return [
      organisation.name.isEmpty ? t("record.controller.missing") : organisation.name, facts.address,
      organisation.privacyContact.map { t("record.controller.contact", ["contact": $0]) }
        ?? t("record.controller.noContact"),
    ]
  }

  private func recipients(_ t: Phrases) -> [String] {
    var lines = [t("record.recipients.hosts"), t("record.recipients.guests")]
    lines.append(facts.mailServer.map { t("record.recipients.mail", ["server": $0]) } ?? t("record.recipients.noMail"))
    if facts.takesReplies { lines.append(t("record.recipients.replies")) }
    if !facts.providers.isEmpty {
      lines.append(t("record.recipients.providers", ["servers": facts.providers.joined(separator: ", ")]))
    }
    if !facts.relays.isEmpty {
      lines.append(t("record.recipients.relays", ["servers": facts.relays.joined(separator: ", ")]))
    }
    return lines
  }

  private func erasure(_ t: Phrases) -> [String] {
    let never = facts.days > 0 ? t("record.erasure.never", ["days": t.number(facts.days)]) : t("record.erasure.noNever")
    let silent =
      facts.silentDays > 0
      ? t("record.erasure.silent", ["days": t.number(facts.silentDays)]) : t("record.erasure.noSilent")
    let backups = facts.backupDays.map { t("record.erasure.backups", ["days": t.number($0)]) }
    return [never, silent, t("record.erasure.fixed"), backups ?? t("record.erasure.noBackups")]
  }

  private func erasureLog(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "erasures")) {
      h2(.id("erasures")) { t("record.log.title") }
      if erasures.isEmpty {
        p { t("record.log.empty") }
      } else {
        table(.class("stacked")) {
          caption { t("record.log.caption") }
          thead {
            tr { for column in ["day", "reason", "people"] { th(.scope("col")) { t("record.log.\(column)") } } }
          }
          tbody {
            for entry in erasures {
              tr {
                th(.scope("row")) { LocalDay(entry.day).map(t.dayWords.date) ?? entry.day }
                td(.data("data-label", t("record.log.reason"))) { t("record.reason.\(entry.reason.rawValue)") }
                td(.data("data-label", t("record.log.people"))) { t.number(entry.people) }
              }
            }
          }
        }
      }
    }
  }
}
