import Core
import HTML
import NIOCore
import Records

/// A letter's blocks as HTML: for a mail, and for the cream paper on our pages.
package struct LetterHTML {
  package let letter: Letter
  package let language: Language

  package init(_ letter: Letter, language: Language) {
    self.letter = letter
    self.language = language
  }

  /// The mail's HTML part: a complete small document without pictures. Mail programs drop style sheets, so each element
  /// carries its own style.
  package var document: String {
    var buffer = ByteBuffer()
    buffer.writeDocument(
      element("html", [.lang(language.rawValue)]) {
        element("head", []) {
          meta(.charset("utf-8"))
          meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
          title { letter.subject }
        }
        element("body", [style("margin:0;padding:0;background:#ffffff")]) {
          div(style(Self.paper)) { for block in letter.blocks { mailed(block) } }
        }
      })
    return String(buffer: buffer)
  }

  /// The content of a page's `article.letter`.
  package var words: Node {
    group {
      div(.class("words")) { for block in letter.blocks where !block.isFootnote { shown(block) } }
      for case .footnote(let inlines) in letter.blocks { p(.class("source")) { shown(inlines) } }
    }
  }

  private func mailed(_ block: Letter.Block) -> Node {
    switch block {
    case .paragraph(let inlines): p(style(Self.paragraph)) { mailed(inlines) }
    case .quote(let question): p(style(Self.question)) { question }
    case .list(let lines):
      ul(style(Self.list)) { for line in lines { li { line } } }
    case .signature(let lines): p(style(Self.paragraph)) { broken(lines) }
    case .footnote(let inlines): p(style(Self.footnote)) { mailed(inlines) }
    }
  }

  private func shown(_ block: Letter.Block) -> Node {
    switch block {
    case .paragraph(let inlines), .footnote(let inlines): p { shown(inlines) }
    case .quote(let question): p(.class("question")) { question }
    case .list(let lines):
      ul { for line in lines { li { line } } }
    case .signature(let lines): p(.class("signature")) { broken(lines) }
    }
  }

  private func mailed(_ inlines: [Letter.Inline]) -> [Node] {
    inlines.flatMap { inline in
      switch inline {
      case .text(let text): [Node.text(text + " ")]
      case .link(let address): [a(.href(address), style(Self.link)) { address }]
      }
    }
  }

  private func shown(_ inlines: [Letter.Inline]) -> [Node] {
    inlines.flatMap { inline in
      switch inline {
      case .text(let text): [Node.text(text + " ")]
      case .link(let address): [a(.href(address)) { address }]
      }
    }
  }

  private func broken(_ lines: [String]) -> [Node] {
    lines.enumerated().flatMap { $0 == 0 ? [.text($1)] : [br(), .text($1)] }
  }

  private func style(_ value: String) -> Attribute { Attribute("style", value) }

  private static let paper =
    "max-width:36em;margin:0 auto;padding:24px 20px;color:#23302f;font-family:Georgia,'Times New Roman',serif;"
    + "font-size:17px;line-height:1.6"
  private static let paragraph = "margin:0 0 1em 0"
  private static let list = "margin:0 0 1em 0;padding:0 0 0 1.2em"
  private static let question =
    "margin:0 0 1em 0;padding:0 0 0 16px;border-left:3px solid #c99f55;font-style:italic;font-size:19px"
  private static let footnote =
    "margin:1.6em 0 0 0;padding:12px 0 0 0;border-top:1px solid #d9d2c0;color:#5b6663;font-size:14px"
  /// A link is longer than a phone is wide.
  private static let link = "color:#175f66;overflow-wrap:anywhere;word-break:break-word"
}

extension Letter.Block {
  fileprivate var isFootnote: Bool {
    if case .footnote = self { true } else { false }
  }
}
