import Core
import HTML

/// One mail, as it left or will leave.
struct OutboxMailPage: Page {
  let party: PartyID
  let mail: OutgoingMail
  /// With its links filled in.
  let text: String
  let sender: String
  let language: Language

  var chrome: Chrome { .host(current: .home) }

  func title(_ t: Phrases) -> String {
    t("outbox.mail.title", ["kind": t("outbox.kind.\(mail.kind.rawValue)"), "name": mail.recipientName])
  }

  func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.outbox(party), t("outbox.title")).node(t)
        h1 { title(t) }
        p {
          mail.coaster(t)
          if let problem = mail.problem { span(.class("small")) { " " + t(problem.message) } }
        }
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
