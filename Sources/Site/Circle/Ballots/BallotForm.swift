import Core
import Foundation
import HTML
import House
import Records

/// “Noch einmal?”: three questions, and a line for the host. The page accepts answers and never shows them again,
/// because the host knows the link to it too; see `BallotStore`.
package struct BallotForm {
  package let deposit: BallotBox.Deposit
  package let action: Path
  /// The host gets the same questions, without the line.
  package var isForHost = false

  package init(deposit: BallotBox.Deposit, action: Path, isForHost: Bool = false) {
    self.deposit = deposit
    self.action = action
    self.isForHost = isForHost
  }

  package func node(_ t: Phrases) -> Node {
    section(.class("ballot"), .aria(.labelledBy, "ballot")) {
      h2(.id("ballot")) { t("ballot.title") }
      switch deposit {
      case .blank:
        p(.class("soft")) { t("ballot.private") }
        questions(t)
      case .given:
        p { t(isForHost ? "ballot.given.host" : "ballot.given") }
        details {
          summary { t("ballot.anew") }
          p(.class("soft")) { t("ballot.anew.text") + " " + t("ballot.private") }
          questions(t)
        }
      }
    }
  }

  private func questions(_ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(action.text)) {
      div(.class("slots")) { for name in ["learnt", "gave", "again"] { question(name, t) } }
      if !isForHost {
        TextField(
          name: "line", label: t("ballot.line"), hint: t("ballot.line.hint"), rows: 2,
          more: [.maxlength(String(BallotEntry.longestLine))]
        ).node
      }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("ballot.save") } }
    }
  }

  private func question(_ name: String, _ t: Phrases) -> Node {
    fieldset(.class("slot")) {
      legend { t("ballot.\(name)") }
      div(.class("choices")) {
        for value in ["yes", "no"] {
          label(.class(value)) {
            element(.void("input"), [.type("radio"), .name(name), .value(value)])
            span {
              t.icon("check")
              t("ballot.\(name).\(value)")
            }
          }
        }
      }
    }
  }
}
