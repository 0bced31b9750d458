import Core
import HTML
import House
import Records
import Site

/// Shown beside a guest who declined: the person they would invite in their place, and the host's decision in one tap.
struct ReferralNote {
  let known: KnownGuest
  let referral: Referral
  let party: Party
  /// The page to return to after the decision; empty for the guest's page.
  var back = ""

  func node(_ t: Phrases) -> Node {
    switch referral.decision {
    case .refused: return .nothing
    case .taken: return p(.class("small soft")) { t("referral.host.taken", ["name": referral.name]) + contact(t) }
    case .open:
      return div(.class("notice")) {
        p {
          t("referral.host.open", ["name": referral.name])
          if !referral.line.isEmpty { span(.class("soft")) { " · " + referral.line } }
          span(.class("soft")) { contact(t) }
        }
        if !party.isDone { decision(t) }
      }
    }
  }

  private func contact(_ t: Phrases) -> String {
    referral.contact.isEmpty ? "" : " · " + t("referral.host.contact", ["contact": referral.contact])
  }

  private func decision(_ t: Phrases) -> Node {
    form(.class("actions"), .method("post"), .action(Path.referral(party.id, known.guest.id).text)) {
      input(.type("hidden"), .name("back"), .value(back))
      for (decision, style) in [("take", "button small primary"), ("refuse", "button small")] {
        button(.class(style), .type("submit"), .name("decision"), .value(decision)) {
          t("referral.host.\(decision)")
          span(.class("visually-hidden")) { ": \(referral.name)" }
        }
      }
    }
  }
}
