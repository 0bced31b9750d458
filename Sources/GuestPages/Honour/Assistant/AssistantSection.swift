import Acts
import Core
import HTML
import House
import Records
import Site

/// The person who may answer for the guest of honour.
struct AssistantSection {
  let honour: Honour
  let token: Token
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "assistant")) {
      h2(.id("assistant")) { t("assistant.title") }
      if let assistant = honour.assistant {
        p { t("assistant.named", ["name": assistant.name, "email": assistant.email]) }
        form(.method("post"), .action(Path.assistantName(token).text)) {
          button(.class("button small"), .type("submit"), .name("remove"), .value("1")) { t("assistant.remove") }
        }
      } else {
        p(.class("soft")) { t("assistant.text") }
        form(.class("form"), .method("post"), .action(Path.assistantName(token).text)) {
          div(.class("fields")) {
            field("assistantName", "text", t).node
            field("assistantEmail", "email", t).node
          }
          div(.class("actions")) { button(.class("button"), .type("submit")) { t("assistant.name") } }
        }
      }
    }
  }

  private func field(_ name: String, _ type: String, _ t: Phrases) -> TextField {
    TextField(
      name: name, label: t("assistant.field.\(name)"), error: errors[name].map { t($0) }, type: type, isRequired: true,
      more: [.maxlength(String(PersonalEntries.longestLine))])
  }
}
