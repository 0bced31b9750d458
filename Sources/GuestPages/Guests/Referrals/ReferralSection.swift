import Acts
import Core
import HTML
import House
import Records
import Site

/// “Whom would you invite in my place?” For somebody who has declined.
struct ReferralSection {
  let view: PersonalView
  /// Input that could not be accepted.
  let typed: Referral?
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    section(.id("referral"), .aria(.labelledBy, "referral-title")) {
      h2(.id("referral-title")) { t("referral.title", ["host": view.host.name]) }
      if let referral, referral.decision != .open {
        p { t("referral.thanks", ["host": view.host.name]) }
      } else {
        p(.class("soft")) { t(referral == nil ? "referral.lead" : "referral.given", facts) }
        if referral == nil || typed != nil {
          fields(t)
        } else {
          details {
            summary { t("referral.change") }
            fields(t)
          }
        }
      }
    }
  }

  private var referral: Referral? { view.person.referral }

  private var facts: [String: String] { ["host": view.host.name, "name": referral?.name ?? ""] }

  private func fields(_ t: Phrases) -> Node {
    let shown = typed ?? referral
    return form(.class("form card"), .method("post"), .action(Path.referral(view.token).text)) {
      field(.name, shown?.name, t)
      field(.line, shown?.line, t)
      field(.contact, shown?.contact, t, hint: t("referral.contact.hint"))
      div(.class("actions")) {
        button(.class("button"), .type("submit")) { t("referral.send") }
        if referral != nil {
          button(.class("button quiet"), .type("submit"), .name("withdrawn"), .value("1")) { t("referral.withdraw") }
        }
      }
    }
  }

  private func field(_ field: Referral.Field, _ value: String?, _ t: Phrases, hint: String? = nil) -> Node {
    TextField(
      name: field.rawValue, label: t("referral.\(field)"), value: value ?? "", hint: hint,
      error: errors[field.rawValue].map { t($0) }, more: [.maxlength(String(Referral.longestField))]
    ).node
  }
}
