import Acts
import Core
import HTML
import House
import Records

/// Mails that only the host can send: letters for their own program, and those in the outbox folder because there is no
/// mail server. A letter counts once the host says that it is sent.
struct HandedOverLetters {
  let facts: PartyFacts
  let mails: [OutgoingMail]
  let links: [GuestID: GuestLinks]
  /// Pages where guests without an address can be found.
  var ways: [PersonID: [String]] = [:]
  var hasServer = false
  /// Why guests could not open their links; nil where they can.
  var barrier: LinkBarrier?

  func node(_ t: Phrases) -> Node {
    let waiting = mails.filter { ($0.state == .byHand || $0.state == .filed) && !$0.kind.isForHost }.reversed()
    if waiting.isEmpty { return .nothing }
    return section(.class("stack"), .aria(.labelledBy, "handed")) {
      h2(.id("handed")) { t("waves.handed.title") }
      p { t("waves.handed.lead") }
      if waiting.count > 1 {
        form(.class("actions"), .method("post"), .action(Path.outboxAllSent(facts.party.id).text)) {
          for mail in waiting { input(.type("hidden"), .name("mail"), .value(mail.id.description)) }
          button(.class("button primary"), .type("submit")) {
            t("waves.handed.allSent", ["count": t.number(waiting.count)])
          }
        }
      }
      for mail in waiting { card(mail, t) }
    }
  }

  private func card(_ mail: OutgoingMail, _ t: Phrases) -> Node {
    let text = filled(mail)
    return section(.class("card"), .aria(.labelledBy, "to-\(mail.id)")) {
      h3(.id("to-\(mail.id)")) { "\(mail.recipientName): \(t("outbox.kind.\(mail.kind.rawValue)"))" }
      instead(mail, t)
      div(.class("actions")) {
        if !mail.recipient.isEmpty {
          a(.class("button"), .href(Path.outboxDraft(mail.party ?? facts.party.id, mail.id).text), .download) {
            t("outbox.draft")
          }
          if mail.calendar.isEmpty {
            a(.class("button quiet"), .href(mailto(mail, text))) { t("waves.handed.open") }
          }
        }
        copyButton("text-\(mail.id)", "letters.copyText", t)
        copyButton("link-\(mail.id)", "letters.copyLink", t)
      }
      ShortLetterPanel(mail: mail, facts: facts, link: mail.guest.flatMap { links[$0]?.personal } ?? "", ways: ways)
        .node(t)
      details {
        summary { t("waves.handed.text") }
        pre(.class("copied"), .id("text-\(mail.id)"), .lang(facts.language(of: mail).rawValue)) { text }
        p(.class("copied"), .id("link-\(mail.id)")) { mail.guest.flatMap { links[$0]?.personal } ?? "" }
      }
      div(.class("actions")) {
        post(.outboxSent(facts.party.id, mail.id), "button primary", t("waves.handed.sent"), mail.recipientName)
        if mail.state == .byHand {
          post(.outboxStop(facts.party.id, mail.id), "button quiet", t("waves.handed.back"), mail.recipientName)
        }
      }
      if mail.kind == .letter, let known = facts.guests.first(where: { $0.guest.id == mail.guest }),
        EnteredAnswerForm.isOffered(known, at: facts.party)
      {
        details(.class("small")) {
          summary {
            t("entered.enter")
            span(.class("visually-hidden")) { ": \(known.name)" }
          }
          EnteredAnswerForm(known: known, back: "waves").node(t)
        }
      }
    }
  }

  /// An address has become known since the letter was handed over: the host decides whether it leaves as mail.
  private func instead(_ mail: OutgoingMail, _ t: Phrases) -> Node {
    let everybody = facts.guests + (facts.honoured.map { [$0] } ?? [])
    guard hasServer, mail.state == .byHand, mail.recipient.isEmpty,
      let known = everybody.first(where: { $0.guest.id == mail.guest }), known.isReachable,
      !facts.objected.contains(known.guest.id)
    else { return .nothing }
    return form(.class("notice"), .method("post"), .action(Path.outboxInstead(facts.party.id, mail.id).text)) {
      div(.class("stack")) {
        p { t("waves.instead.text", ["name": known.name, "email": known.email]) }
        if let barrier { barrier.tick(t) }
        div(.class("actions")) {
          button(.class("button small"), .type("submit")) {
            t("waves.instead.button")
            span(.class("visually-hidden")) { ": \(known.name)" }
          }
        }
      }
    }
  }

  private func mailto(_ mail: OutgoingMail, _ text: String) -> String {
    let link = mail.guest.flatMap { links[$0]?.personal } ?? ""
    return MailtoLink(recipient: mail.recipient, subject: mail.subject, text: text, link: link).url
  }

  private func filled(_ mail: OutgoingMail) -> String {
    mail.guest.flatMap { links[$0]?.fill(mail.text) } ?? mail.text
  }

  private func copyButton(_ source: String, _ key: String, _ t: Phrases) -> Node {
    button(
      .class("button quiet"), .type("button"), .data("data-copy", source), .data("data-copied", t("letters.copied")),
      .hidden
    ) { span(.data("data-label", "")) { t(key) } }
  }

  private func post(_ path: Path, _ style: String, _ words: String, _ name: String) -> Node {
    form(.method("post"), .action(path.text)) {
      button(.class(style), .type("submit")) {
        words
        span(.class("visually-hidden")) { ": \(name)" }
      }
    }
  }
}
