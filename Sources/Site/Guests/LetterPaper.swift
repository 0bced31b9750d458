import Core
import HTML
import House
import Records

/// The letter on its paper, in its own language, without the parts only a mail needs: the link to this very page, and
/// the small print, which is at the page's foot.
package struct LetterPaper {
  package let letter: Letter
  package let form: AddressForm

  package init(letter: Letter, form: AddressForm) {
    self.letter = letter
    self.form = form
  }

  /// At the top of the page, with the letter's subject as its title.
  package var opening: Node {
    article(.class("letter ring over-scene"), .lang(form.language.rawValue)) {
      h1 { letter.subject }
      words
    }
  }

  /// Folded, below the things that matter now.
  package func folded(_ t: Phrases) -> Node {
    details(.class("fold")) {
      summary { t("guests.letter.again") }
      article(.class("letter"), .lang(form.language.rawValue)) { words }
    }
  }

  private var words: Node {
    div(.class("words")) { letter.blocks.map(node) }
  }

  private func node(_ block: Letter.Block) -> Node {
    switch block {
    case .paragraph(let inlines): p { texts(of: inlines).joined(separator: " ") }
    case .quote(let question): p(.class("question")) { form.language == .german ? "„\(question)“" : "“\(question)”" }
    case .list(let lines):
      ul { for line in lines { li { line } } }
    case .signature(let lines): signature(lines)
    case .footnote: .nothing
    }
  }

  /// A colon that led to the link would lead nowhere.
  private func texts(of inlines: [Letter.Inline]) -> [String] {
    let texts = inlines.compactMap { inline -> String? in
      guard case .text(let text) = inline else { return nil }
      return text
    }
    guard texts.count < inlines.count else { return texts }
    return texts.map { $0.hasSuffix(":") ? $0.dropLast() + "." : $0 }
  }

  private func signature(_ lines: [String]) -> Node {
    p(.class("signature")) {
      for (index, line) in lines.enumerated() {
        if index > 0 { br() }
        line
      }
    }
  }
}
