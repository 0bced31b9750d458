import Core
import HTML
import House
import Records
import Site

/// One mail as it left or will leave.
package struct OutboxMailPage: Page {
  package let party: PartyID
  package let mail: OutgoingMail
  /// With its links filled in.
  package let text: String
  package let sender: String
  package let language: Language

  package init(party: PartyID, mail: OutgoingMail, text: String, sender: String, language: Language) {
    self.party = party
    self.mail = mail
    self.text = text
    self.sender = sender
    self.language = language
  }

  package var chrome: Chrome { .host(current: .home) }

  package func title(_ t: Phrases) -> String {
    t("outbox.mail.title", ["kind": t("outbox.kind.\(mail.kind.rawValue)"), "name": mail.recipientName])
  }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.outbox(party), t("outbox.title")).node(t)
        h1 { title(t) }
        p { mail.coaster(t) }
        if let problem = mail.problem { p(.class("small")) { t(problem.message) } }
      }
      article(.class("letter exact"), .lang(language.rawValue), .aria(.label, title(t))) {
        dl(.class("letter-head")) {
          head("to", mail.recipient.isEmpty ? mail.recipientName : "\(mail.recipientName) <\(mail.recipient)>", t)
          head("from", sender, t)
          head("subject", mail.subject, t)
          if !mail.calendar.isEmpty { head("attached", t("outbox.mail.entry"), t) }
        }
        div(.class("words")) { text.isEmpty ? t("outbox.mail.blank") : text }
      }
      MailActions(mail: mail, party: party).node(t)
    }
  }

  @NodeBuilder private func head(_ name: String, _ value: String, _ t: Phrases) -> [Node] {
    dt { t("outbox.mail.\(name)") }
    dd { value }
  }
}
