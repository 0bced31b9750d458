import Core
import HTML
import House
import Records
import Site

/// The address of letters to a guest, and a form for another one if they bounced.
struct AddressCard {
  let known: KnownGuest
  /// The latest failed mail to them; nil if there is none.
  let failed: OutgoingMail?
  var typed = ""
  var error: Message?

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .id("address"), .aria(.labelledBy, "address-title")) {
      h2(.id("address-title")) { t("address.title") }
      if let failed { trouble(failed, t) }
      if known.isReturned {
        div(.class("notice bad")) {
          t.icon("warning")
          p { t("address.returned") }
        }
      }
      form(.class("form"), .method("post"), .action(Path.guestAddress(known.guest.party, known.guest.id).text)) {
        TextField(
          name: "email", label: t("address.label"), value: typed.isEmpty ? known.email : typed,
          hint: t(known.guest.wasWrittenTo ? "address.hint.again" : "address.hint"), error: error.map { t($0) },
          type: "email", more: [.maxlength("254")]
        ).node
        div(.class("actions")) {
          button(.class("button"), .type("submit")) {
            t(failed == nil && !known.isReturned ? "address.save" : "address.again")
          }
        }
      }
    }
  }

  private func trouble(_ mail: OutgoingMail, _ t: Phrases) -> Node {
    div(.class("notice bad")) {
      t.icon("warning")
      div {
        p { t("address.failed", ["what": t("outbox.kind.\(mail.kind.rawValue)")]) }
        if let problem = mail.problem { p(.class("small")) { t(problem.message) } }
        MailActions(mail: mail, party: known.guest.party).node(t)
      }
    }
  }
}
