import Acts
import Core
import HTML
import House
import Records
import Site

/// The circle's questions: the host picks three for the brief, or leaves the three with the most votes.
struct HonourQuestionsPanel {
  let view: HonourView

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "questions")) {
      h2(.id("questions")) { t("honour.questions.title") }
      if view.questions.isEmpty {
        p(.class("soft")) { t("honour.questions.none") }
      } else if view.party.isOver {
        ul(.class("plainlist")) { for entry in view.questions { li { words(entry, t) } } }
      } else {
        picks(t)
      }
      if view.isOpen || view.party.stage == .open { ask(t) }
    }
  }

  private func picks(_ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.honourPicks(view.party.id).text)) {
      fieldset {
        legend(.class("label")) { t("honour.questions.pick") }
        for question in view.questions { tick(question, t) }
      }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
    }
  }

  private func tick(_ entry: HonourView.Question, _ t: Phrases) -> Node {
    let isPicked = view.brief.contains(entry.question.id)
    return label(.class("tick")) {
      element(
        .void("input"),
        [.type("checkbox"), .name("pick"), .value(entry.question.id.description)] + (isPicked ? [.checked] : []))
      span { words(entry, t) }
    }
  }

  @NodeBuilder private func words(_ entry: HonourView.Question, _ t: Phrases) -> [Node] {
    entry.question.text
    small { " " + t.count("honour.questions.votes", entry.question.votes) + (entry.author.map { " · \($0)" } ?? "") }
  }

  private func ask(_ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.honourQuestions(view.party.id).text)) {
      TextField(
        name: "question", label: t("honour.questions.own"), rows: 2,
        more: [.maxlength(String(QuestionEntry.longest))]
      ).node
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("questions.ask") } }
    }
  }
}
