import Core
import HTML
import House
import Records
import Site
import Words

/// The host's list of terms that mean the same.
package struct ThesaurusForm: Sendable {
  static let longest = 20_000

  /// As stored, or as typed if it can't be accepted.
  package let text: String
  package var error: Message?

  package init(text: String, error: Message? = nil) {
    self.text = text
    self.error = error
  }

  /// The problem with a text; nil if it can be stored.
  package static func error(_ text: String) -> Message? {
    if text.length > longest { return Message("thesaurus.error.long", ["most": "\(longest)"]) }
    guard let problem = ThesaurusProblem(in: text) else { return nil }
    let arguments = ["line": "\(problem.line)", "term": problem.term]
    return switch problem.kind {
    case .alone: Message("thesaurus.error.alone", arguments)
    case .wordless: Message("thesaurus.error.wordless", arguments)
    case .repeated(let line):
      Message("thesaurus.error.repeated", arguments.merging(["other": "\(line)"]) { $1 })
    }
  }

  func node(_ t: Phrases) -> Node {
    element(
      "form",
      [
        .class("form card"), .id("thesaurus-form"), .method("post"), .action(Path.thesaurus.text),
        .data("data-dirty", ""),
      ]
    ) {
      h2 { t("thesaurus.title") }
      TextField(
        name: "thesaurus", label: t("thesaurus.label"), value: text, hint: t("thesaurus.hint"),
        error: error.map { t($0) }, rows: 6
      ).node
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("thesaurus.save") } }
    }
  }
}
