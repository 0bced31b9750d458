import Core
import Foundation
import HTML

/// “Noch einmal?”: three answers by one tap each, and a line for the host. Private; see `BallotStore`.
struct BallotForm {
  let ballot: Ballot
  let action: Path
  /// The host asks themselves the same, but for the line.
  var isForHost = false

  func node(_ t: Phrases) -> Node {
    section(.class("ballot"), .aria(.labelledBy, "ballot")) {
      h2(.id("ballot")) { t("ballot.title") }
      p(.class("soft")) { t("ballot.private") }
      form(.class("form"), .method("post"), .action(action.text)) {
        question("learnt", ballot.learnt, t)
        question("gave", ballot.gave, t)
        question("again", ballot.again, t)
        if !isForHost {
          TextField(
            name: "line", label: t("ballot.line"), value: ballot.line, hint: t("ballot.line.hint"), rows: 2,
            more: [.maxlength(String(BallotEntry.longestLine))]
          ).node
        }
        div(.class("actions")) { button(.class("button"), .type("submit")) { t("ballot.save") } }
      }
    }
  }

  /// Each answer is a button of its own, so that a tap is enough; the others keep what they were.
  private func question(_ name: String, _ answer: Bool?, _ t: Phrases) -> Node {
    fieldset(.class("choices")) {
      legend { t("ballot.\(name)") }
      input(.type("hidden"), .name("\(name).was"), .value(answer.map { $0 ? "yes" : "no" } ?? ""))
      for (value, isYes) in [("yes", true), ("no", false)] {
        button(
          .class("button small"), .type("submit"), .name(name), .value(value),
          Attribute("aria-pressed", answer == isYes ? "true" : "false")
        ) { t("ballot.\(name).\(value)") }
      }
    }
  }
}
