import Acts
import Core
import HTML
import House
import Records
import Site

/// On a guest's page: questions to the guest of honour, to vote on and to add to.
struct QuestionsSection {
  let questions: QuestionsView
  let token: Token

  func node(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "questions")) {
      h2(.id("questions")) { t("questions.title") }
      p(.class("soft")) {
        questions.honoured.map { t("questions.named", ["name": $0]) } ?? t("questions.unnamed")
      }
      if !questions.questions.isEmpty {
        ul(.class("plainlist")) { for question in questions.questions { li { row(question, t) } } }
      }
      if questions.canAsk { ask(t) }
    }
  }

  private func row(_ question: CircleQuestion<HonourQuestionID>, _ t: Phrases) -> Node {
    form(.class("line"), .method("post"), .action(Path.question(token, question.id).text)) {
      span {
        question.text
        span(.class("small soft")) { " " + t.count("honour.questions.votes", question.votes) }
      }
      if questions.isOpen {
        for (value, words) in [("1", "questions.vote"), ("0", "questions.unvote")] {
          button(
            .class(value == "1" ? "button small" : "button quiet small"), .type("submit"), .name("vote"), .value(value)
          ) {
            t(words)
            span(.class("visually-hidden")) { ": " + question.text }
          }
        }
        if questions.mine.contains(question.id) {
          button(.class("button quiet small"), .type("submit"), .name("delete"), .value("1")) {
            t("questions.delete")
            span(.class("visually-hidden")) { ": " + question.text }
          }
        }
      }
    }
  }

  private func ask(_ t: Phrases) -> Node {
    form(.class("form card"), .method("post"), .action(Path.questions(token).text)) {
      TextField(
        name: "question", label: t("questions.label"), hint: t("questions.hint"), rows: 2, isRequired: true,
        more: [.maxlength(String(QuestionEntry.longest))]
      ).node
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("questions.ask") } }
    }
  }
}
