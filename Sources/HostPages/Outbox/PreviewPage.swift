import Acts
import Core
import HTML
import House
import Records
import Site

/// Shown before a button sends mail: its recipients, and what it tells them.
package struct PreviewPage: Page {
  package let facts: PartyFacts
  /// A sentence about what is going to happen.
  let heading: Message
  /// The mails that would be sent.
  let mails: [OutgoingMail]
  let action: Path
  /// Sent along with the form.
  var fields: [(name: String, value: String)] = []
  let press: Message
  let back: Path
  /// True if the text can still be changed; the form then sends `edit`.
  var isEditable = false

  package var chrome: Chrome { .host(current: .home) }
  package var isNarrow: Bool { true }

  package static var samples: [PreviewPage] {
    let facts = PartyFacts.inviting
    return [OutgoingMail.samples(facts), []].map { mails in
      PreviewPage(
        facts: facts, heading: Message("preview.withdrawal.title", ["name": "Anna Berg"]), mails: mails,
        action: .waves(facts.party.id), press: Message("waves.withdraw"), back: .waves(facts.party.id))
    }
  }

  package func title(_ t: Phrases) -> String { t(heading) }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.party(facts.party.id), facts.party.title).node(t)
        h1 { title(t) }
        p(.class("lead")) { mails.isEmpty ? t("preview.nobody") : t.count("preview.lead", mails.count) }
      }
      if !mails.isEmpty { ul(.class("people compact card")) { for mail in mails { item(mail, t) } } }
      form(
        .class("actions"), .method("post"), .action(action.text)
      ) {
        for field in fields { input(.type("hidden"), .name(field.name), .value(field.value)) }
        button(.class("button primary"), .type("submit")) { t(press) }
        if isEditable {
          button(.class("button"), .type("submit"), .name("edit"), .value("1")) {
            t("preview.edit")
          }
        }
        a(.class("button quiet"), .href(back.text)) { t("preview.back") }
      }
    }
  }

  private func item(_ mail: OutgoingMail, _ t: Phrases) -> Node {
    li {
      details {
        summary {
          span {
            strong { mail.recipientName }
            span(.class("soft")) { " · " + mail.subject }
          }
        }
        pre(.class("copied"), .lang(facts.language(of: mail).rawValue)) { text(of: mail, t) }
      }
    }
  }

  /// Links are individual, and filled in when the mail leaves.
  private func text(of mail: OutgoingMail, _ t: Phrases) -> String {
    mail.text.replacing(GuestLinks.personalPlaceholder, with: t("preview.link.personal"))
      .replacing(GuestLinks.objectionPlaceholder, with: t("preview.link.objection"))
  }
}
