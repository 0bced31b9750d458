import Core
import HTML
import House
import Records
import Site

/// The list itself: pasted, or a file.
struct ImportListFields {
  let entry: ImportEntry
  let limits: NewImportPage.Limits
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    fieldset(.class("card")) {
      legend(.class("visually-hidden")) { t("import.new.list") }
      h2 { t("import.new.list") }
      TextField(
        name: "text", label: t("import.new.paste"), value: entry.text, hint: t("import.new.pasteHint"), rows: 7,
        more: [.spellcheck("false"), .data("data-paste", ""), .placeholder(t("import.new.pasteExample"))]
      ).node
      p(.class("soft")) { t("import.new.or") }
      drop(t)
      TextField(
        name: "address", label: t("import.new.address"), value: entry.address, hint: t("import.new.addressHint"),
        error: errors["address"].map { t($0) }, more: [.inputmode("url"), .spellcheck("false")]
      ).node
    }
  }

  private func drop(_ t: Phrases) -> Node {
    let tooLarge = t("import.new.tooLarge", ["megabytes": t.number(limits.megabytes)])
    let error = errors["file"].map { t($0) }
    return div(.class("drop field"), .data("data-drop", "")) {
      t.icon("upload")
      element("label", [.for("file"), .class("label")]) { t("import.new.file") }
      element(
        .void("input"),
        [
          .id("file"), .type("file"), .name("file"), .describedBy("file-hint file-error"),
          .data("data-limit", String(limits.megabytes << 20)), .data("data-too-large", tooLarge),
        ] + (error == nil ? [] : [.aria(.invalid, "true")]))
      p(.class("hint"), .id("file-hint")) { t("import.new.fileHint", ["megabytes": t.number(limits.megabytes)]) }
      element(
        "p", [.class("error"), .id("file-error"), .role("alert")] + (error == nil ? [.hidden] : [])
      ) { error ?? "" }
    }
  }
}

/// The missed occasion.
struct ImportOccasionFields {
  let entry: ImportEntry
  let occasions: [Occasion]
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    fieldset(.class("card")) {
      legend(.class("visually-hidden")) { t("import.occasion.title") }
      h2 { t("import.occasion.title") }
      p(.class("soft"), .id("occasion-note")) { t("import.occasion.hint") }
      if !occasions.isEmpty { known(t) }
      kinds(t)
      div(.class("fields")) {
        TextField(
          name: "occasionName", label: t("import.occasion.name"), value: entry.name,
          hint: t("import.occasion.nameHint"), error: errors["occasionName"].map { t($0) }
        ).node
        TextField(
          name: "year", label: t("import.occasion.year"), value: entry.year, error: errors["year"].map { t($0) },
          more: [.inputmode("numeric"), .class("short")]
        ).node
      }
      TextField(
        name: "place", label: t("import.occasion.place"), value: entry.place, hint: t("import.occasion.placeHint")
      ).node
      TextField(name: "list", label: t("import.list.name"), value: entry.list, hint: t("import.list.nameHint")).node
    }
  }

  private func known(_ t: Phrases) -> Node {
    ChoiceField(
      name: "occasion", label: t("import.occasion.known"),
      options: [("", t("import.occasion.new"))] + occasions.map { ($0.id.description, $0.label(t)) },
      chosen: entry.occasion, hint: t("import.occasion.knownHint")
    ).node
  }

  private func kinds(_ t: Phrases) -> Node {
    div(.class("options"), .role("radiogroup"), .aria(.label, t("import.occasion.kind"))) {
      for kind in LetterOccasion.Kind.allCases {
        RadioLine(
          name: "kind", value: kind.rawValue, isChosen: kind.rawValue == entry.kind,
          label: t("occasion.\(kind.rawValue)"), example: t("occasion.\(kind.rawValue).example")
        ).node
      }
    }
  }
}

/// The origin of the addresses.
struct ImportSourceFields {
  let entry: ImportEntry
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    fieldset(.class("card")) {
      legend(.class("visually-hidden")) { t("import.source.title") }
      h2 { t("import.source.title") }
      p(.class("soft")) { t("import.source.hint") }
      div(.class("options"), .role("radiogroup"), .aria(.label, t("import.source.title"))) {
        for kind in ListSource.Kind.allCases {
          RadioLine(
            name: "source", value: kind.rawValue, isChosen: kind.rawValue == entry.source,
            label: t("source.\(kind.rawValue)"), example: nil
          ).node
        }
      }
      TextField(
        name: "sourceWords", label: t("import.source.words"), value: entry.sourceWords,
        hint: t("import.source.wordsHint"), error: errors["sourceWords"].map { t($0) }
      ).node
    }
  }
}

/// One of several answers, each on a line.
struct RadioLine {
  let name: String
  let value: String
  let isChosen: Bool
  let label: String
  let example: String?

  var node: Node {
    element("label", [.class("tick")]) {
      element(
        .void("input"), [.type("radio"), .name(name), .value(value)] + (isChosen ? [.checked] : []))
      span {
        label
        if let example { small { example } }
      }
    }
  }
}
