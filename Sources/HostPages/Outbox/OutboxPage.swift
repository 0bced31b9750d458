import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The fate of each mail of a party.
package struct OutboxPage: Page {
  package let facts: PartyFacts
  /// Newest first.
  let mails: [OutgoingMail]
  /// The number of further mails whose kind this program does not know.
  let unknown: Int
  let notice: MailNotice
  package let now: Date

  package init(facts: PartyFacts, mails: [OutgoingMail], unknown: Int = 0, notice: MailNotice, now: Date) {
    self.facts = facts
    self.mails = mails
    self.unknown = unknown
    self.notice = notice
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }

  package func title(_ t: Phrases) -> String { t("outbox.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .letters, title: Message("outbox.title"), lead: Message("outbox.lead"), now: now).node(t)
      notice.node(t)
      if unknown > 0 { p(.class("notice bad")) { t.count("outbox.unknown", unknown) } }
      if mails.isEmpty { p { t("outbox.empty") } } else { list(t) }
      p { a(.href(Path.incoming(facts.party.id).text)) { t("incoming.title") } }
      p { a(.href(Path.waves(facts.party.id).text)) { t("outbox.toWaves") } }
    }
  }

  private func list(_ t: Phrases) -> Node {
    div(.class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.label, t("outbox.table"))) {
      table(.class("stacked")) {
        caption { t("outbox.table") }
        thead {
          tr {
            for column in ["to", "what", "state", "when"] { th(.scope("col")) { t("outbox.column.\(column)") } }
            th(.scope("col")) { span(.class("visually-hidden")) { t("outbox.column.do") } }
          }
        }
        tbody { for mail in mails { row(mail, t) } }
      }
    }
  }

  private func row(_ mail: OutgoingMail, _ t: Phrases) -> Node {
    tr {
      th(.scope("row")) {
        mail.recipientName
        if !mail.recipient.isEmpty { div(.class("small soft")) { mail.recipient } }
      }
      td { a(.href(Path.outboxMail(facts.party.id, mail.id).text)) { t("outbox.kind.\(mail.kind.rawValue)") } }
      td {
        mail.coaster(t)
        if let problem = mail.problem { div(.class("small")) { t(problem.message) } }
      }
      td(.class("soft when")) {
        t.said { $0.stamp(mail.acceptedAt ?? mail.createdAt) }
        if mail.attempts > 1 { div(.class("small")) { t.count("outbox.tries", mail.attempts) } }
      }
      td { MailActions(mail: mail, party: facts.party.id).node(t) }
    }
  }
}

/// The host's actions on a mail.
struct MailActions {
  let mail: OutgoingMail
  let party: PartyID

  func node(_ t: Phrases) -> Node {
    if mail.kind.isForHost || mail.state == .sending || mail.state == .sent { return .nothing }
    return div(.class("actions")) {
      if mayRetry { post(.outboxRetry(party, mail.id), "outbox.retry", t) }
      if mail.state == .queued { post(.outboxStop(party, mail.id), "outbox.stop", t) }
      if mail.state != .queued && !isRefused {
        if !mail.recipient.isEmpty {
          a(.class("button small quiet"), .href(Path.outboxDraft(party, mail.id).text), .download) { t("outbox.draft") }
        }
        post(.outboxSent(party, mail.id), "outbox.markSent", t)
      }
    }
  }

  private var mayRetry: Bool {
    switch mail.state {
    case .failed, .cancelled: !isRefused
    case .queued: mail.problem != nil
    case .sending, .sent, .filed, .byHand: false
    }
  }

  /// True if nothing the host could do would change it.
  private var isRefused: Bool { mail.problem?.key == "outbox.problem.suppressed" }

  private func post(_ path: Path, _ key: String, _ t: Phrases) -> Node {
    form(.method("post"), .action(path.text)) {
      button(.class("button small quiet"), .type("submit")) {
        t(key)
        span(.class("visually-hidden")) { ": \(mail.recipientName), \(t("outbox.kind.\(mail.kind.rawValue)"))" }
      }
    }
  }
}
