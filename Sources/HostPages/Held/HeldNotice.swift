import Core
import Foundation
import HTML
import House
import Records
import Site

/// An action whose mail leaves in some seconds, with the button that undoes it, or the reason why it failed.
struct HeldNotice {
  let act: HeldAct?
  let now: Date

  init(_ act: HeldAct?, now: Date) {
    self.act = act
    self.now = now
  }

  func node(_ t: Phrases) -> Node {
    guard let act else { return .nothing }
    if let problem = act.problem { return refused(act, problem, t) }
    let seconds = max(0, Int(act.dueAt.timeIntervalSince(now).rounded(.up)))
    return section(
      .class("notice second"), .id("held"), .aria(.label, t("second.label")), .data("data-second", String(seconds)),
      .data("data-gone", t("second.gone"))
    ) {
      p {
        strong { t.count("second.\(act.deed.kind)", act.mails) }
        " " + t("second.left.before") + " "
        span(.data("data-left", "")) { t.number(seconds) }
        " " + t("second.left.after")
      }
      form(.class("actions"), .method("post"), .action(Path.heldAct(act.party).text)) {
        input(.type("hidden"), .name("act"), .value(act.id.description))
        button(.class("button small primary"), .type("submit"), .name("do"), .value("back")) { t("second.back") }
        button(.class("button small"), .type("submit"), .name("do"), .value("now")) { t("second.now") }
      }
    }
  }

  private func refused(_ act: HeldAct, _ problem: Message, _ t: Phrases) -> Node {
    section(.class("notice bad second"), .id("held"), .role("alert"), .aria(.label, t("second.label"))) {
      p {
        strong { t("second.refused") }
        " " + t(problem)
      }
      form(.class("actions"), .method("post"), .action(Path.heldAct(act.party).text)) {
        input(.type("hidden"), .name("act"), .value(act.id.description))
        button(.class("button small"), .type("submit"), .name("do"), .value("back")) { t("second.seen") }
      }
    }
  }
}
