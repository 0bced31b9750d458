import Acts
import Formats
import HTML
import House
import Records
import Site

/// The further questions on the preview of a list: the encoding of its letters, and the sections to read.
struct ImportDoubts {
  let outline: ImportOutline
  /// The encoding chosen by the host.
  let chosen: String?

  func node(_ t: Phrases) -> Node {
    group {
      if outline.isKnown {
        div(.class("notice"), .role("status")) {
          t.icon("info")
          p { t("import.columns.known") }
        }
      }
      if outline.charsets.count > 1 { charsets(t) }
      if outline.sections.count > 1 { sections(t) }
    }
  }

  private func charsets(_ t: Phrases) -> Node {
    fieldset(.class("card")) {
      legend(.class("visually-hidden")) { t("import.charset.title") }
      h2 { t("import.charset.title") }
      p(.class("soft")) { t("import.charset.hint") }
      for charset in outline.charsets {
        RadioLine(
          name: "charset", value: charset.name, isChosen: charset.name == chosen ?? outline.charsets.first?.name,
          label: charset.lines.joined(separator: " / "), example: charset.name
        ).node
      }
    }
  }

  private func sections(_ t: Phrases) -> Node {
    fieldset(.class("card")) {
      legend(.class("visually-hidden")) { t("import.sections.title") }
      h2 { t("import.sections.title") }
      p(.class("soft")) { t("import.sections.hint") }
      for (index, section) in outline.sections.enumerated() {
        element("label", [.class("tick")]) {
          element(
            .void("input"),
            [.type("checkbox"), .name("section\(index)"), .value("read")] + (section.isRead ? [.checked] : [])
              + (section.hash.isEmpty ? [.disabled] : []))
          span {
            t("import.sections.from", ["line": t.number(section.line)])
            small { section.cells.filter { !$0.isEmpty }.prefix(5).joined(separator: " · ") }
          }
        }
      }
    }
  }
}

extension PreviewCorrection {
  /// The host's corrections from the form, for a list with this layout.
  init(_ form: Form, _ layout: ImportLayout) {
    let columns = layout.columns.indices.map {
      ColumnRole(rawValue: form.text("column\($0)")) ?? layout.columns[$0]
    }
    let sections = (layout.outline?.sections ?? []).enumerated().map { form.has("section\($0.offset)") }
    let charsets = (layout.outline?.charsets ?? []).map(\.name)
    self.init(
      columns: columns, header: Self.header(form.text("header"), layout), sections: sections,
      charset: charsets.first { $0 == form.text("charset") }, guessesAnew: form.text("guess") == "anew")
  }

  private static func header(_ text: String, _ layout: ImportLayout) -> Header {
    if text == "no" { return .none }
    guard let line = Int(text), line != layout.outline?.headerLine else { return .asGuessed }
    return .line(line)
  }
}
