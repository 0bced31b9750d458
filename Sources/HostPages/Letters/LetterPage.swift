import Acts
import Core
import HTML
import House
import Records
import Site

/// One letter: exactly as it will arrive, with the parts the host may reword, and the ways to send it.
package struct LetterPage: Page {
  package let facts: PartyFacts
  package let letter: DeskLetter
  /// As it is, or as typed if it can't be accepted.
  var entered: LetterEntry
  var errors = FieldErrors()
  /// Name and address in From.
  package let sender: String
  let replyTo: String
  /// The guest's personal link.
  package let link: String
  var isSaved = false
  /// Why its guest could not open the link in it; nil where they can.
  var barrier: LinkBarrier?

  package init(
    facts: PartyFacts, letter: DeskLetter, entered: LetterEntry, errors: FieldErrors = FieldErrors(), sender: String,
    replyTo: String, link: String, isSaved: Bool = false
  ) {
    self.facts = facts
    self.letter = letter
    self.entered = entered
    self.errors = errors
    self.sender = sender
    self.replyTo = replyTo
    self.link = link
    self.isSaved = isSaved
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { ["copy", "count", "leaf"] }

  package func title(_ t: Phrases) -> String { t("letters.one.title", ["name": letter.known.name]) }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.letters(letter.guest.party), t("letters.allLetters")).node(t)
        h1 { title(t) }
        leaves(t)
      }
      notices(t)
      div(.class("columns wide-side")) {
        preview(t)
        editor(t)
      }
      if !letter.hasObjected { ways(t) }
    }
  }

  /// The letters before and after it; `js/leaf.js` turns to them with the arrow keys.
  private func leaves(_ t: Phrases) -> Node {
    nav(.class("pager"), .aria(.label, t("letters.leaves"))) {
      if let previous = place.previous { leaf(previous, "prev", "left", t) }
      span(.class("soft small")) {
        t("letters.leaf.of", ["number": t.number(place.number), "count": t.number(place.count)])
      }
      if let next = place.next { leaf(next, "next", "right", t) }
      span(.class("soft small keys")) { t("letters.leaf.keys") }
    }
  }

  private func leaf(_ guest: GuestID, _ rel: String, _ sign: String, _ t: Phrases) -> Node {
    a(.class("button small"), .href(Path.letter(letter.guest.party, guest).text), .rel(rel)) {
      if sign == "left" { t.icon(sign) }
      t("letters.leaf.\(rel)")
      if sign == "right" { t.icon(sign) }
    }
  }

  private var place: LetterPlace { LetterPlace(letter.guest.id, in: facts) }

  @NodeBuilder private func notices(_ t: Phrases) -> [Node] {
    if let barrier { barrier.notice(t) }
    if isSaved { notice("notice good", "check", t("letters.saved"), t) }
    if letter.hasObjected { notice("notice bad", "warning", t("letters.objected"), t) }
    if letter.guest.wasWrittenTo { notice("notice", "info", t("letters.sentWording"), t) }
    if replyTo.isEmpty { notice("notice", "warning", t("letters.unnamedSender"), t) }
  }

  private func notice(_ style: String, _ sign: String, _ words: String, _ t: Phrases) -> Node {
    div(.class(style), .role("status")) {
      t.icon(sign)
      p { words }
    }
  }

  private func preview(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "preview")) {
      h2(.id("preview")) { t("letters.preview") }
      article(.class("letter"), .lang(language.rawValue), .aria(.labelledBy, "preview")) {
        dl(.class("letter-head")) {
          head("letters.to", recipient(t), t)
          head("letters.from", sender, t)
          if !replyTo.isEmpty { head("letters.replyTo", replyTo, t) }
          head("letters.subject", letter.letter.subject, t)
        }
        LetterHTML(letter.letter, language: language).words
      }
      details {
        summary { t("letters.plain") }
        pre(.class("copied"), .id("letter-text"), .lang(language.rawValue)) { letter.letter.text }
      }
    }
  }

  private var language: Language { letter.known.form(at: facts.party).language }

  private func recipient(_ t: Phrases) -> String {
    letter.known.email.isEmpty
      ? "\(letter.known.name) (\(t("letters.noAddress")))" : "\(letter.known.name) <\(letter.known.email)>"
  }

  @NodeBuilder private func head(_ key: String, _ value: String, _ t: Phrases) -> [Node] {
    dt { t(key) }
    dd { value }
  }

  private func editor(_ t: Phrases) -> Node {
    form(
      .class("card form sticky"), .method("post"), .action(Path.letter(letter.guest.party, letter.guest.id).text),
      .data("data-dirty", "")
    ) {
      h2 { t("letters.edit.title") }
      p(.class("hint")) { t("letters.edit.lead") }
      field("sentence", entered.sentence, hint: t("letters.field.sentenceHint"), rows: 3, t)
      field("reason", entered.reason, hint: proposal(letter.composed.reason, entered.reason, t), rows: 3, t)
      field("opening", entered.opening, hint: proposal(letter.composed.opening, entered.opening, t), rows: 3, t)
      field(
        "salutation", entered.salutation, hint: t("letters.field.salutationHint", ["text": letter.composed.salutation]),
        t)
      field("subject", entered.subject, hint: proposal(letter.composed.subject, entered.subject, t), t)
      speaking(t)
      div(.class("actions")) {
        button(.class("button primary"), .type("submit"), .name("then"), .value("next"), .data("data-enter", "")) {
          t(place.next == nil ? "letters.saveToWaves" : "letters.saveNext")
        }
        button(.class("button"), .type("submit")) { t("letters.save") }
      }
    }
  }

  /// Sie, du or English for this letter alone, and for everything its guest reads.
  private func speaking(_ t: Phrases) -> Node {
    let usual = facts.party.form.spoken(in: letter.known.manner.language)
    return ChoiceField(
      name: "form", label: t("letters.field.form"),
      options: [("", t("letters.form.usual", ["form": t("parties.form.\(usual.rawValue)")]))]
        + AddressForm.allCases.map { ($0.rawValue, t("parties.form.\($0.rawValue)")) },
      chosen: entered.form?.rawValue ?? "",
      hint: language == facts.party.form.language ? t("letters.field.formHint") : t("letters.field.formOther")
    ).node
  }

  /// Shows the composed text if the host has reworded it.
  private func proposal(_ composed: String, _ entered: String, _ t: Phrases) -> String? {
    composed.isEmpty || composed == entered ? nil : t("letters.composedHint", ["text": composed])
  }

  private func field(_ name: String, _ value: String, hint: String?, rows: Int = 1, _ t: Phrases) -> Node {
    TextField(
      name: name, label: t("letters.field.\(name)"), value: value, hint: hint, error: errors[name].map { t($0) },
      rows: rows
    ).node
  }

  private func ways(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "ways")) {
      h2(.id("ways")) { t("letters.ways") }
      div(.class("ways")) {
        way("send", "send", t) {
          a(.class("button"), .href(Path.waves(letter.guest.party).text)) { t("letters.way.send.button") }
        }
        if letter.guest.wasWrittenTo { ownWays(t) }
      }
    }
  }

  /// The personal link opens once the letter is on its way. A host who sends a wave by hand finds these ways with the
  /// wave.
  private func ownWays(_ t: Phrases) -> Node {
    group {
      way("own", "letter", t) {
        a(.class("button"), .href(Path.letterDraft(letter.guest.party, letter.guest.id).text), .download) {
          t("letters.way.own.draft")
        }
        if !letter.known.email.isEmpty { a(.class("button quiet"), .href(mailto)) { t("letters.way.own.open") } }
      }
      way("copy", "copy", t) {
        copyButton("letter-text", "letters.copyText", "button", t)
        copyButton("letter-link", "letters.copyLink", "button quiet", t)
      }
    }
  }

  private var mailto: String {
    MailtoLink(recipient: letter.known.email, subject: letter.letter.subject, text: letter.letter.text, link: link).url
  }

  private func way(_ name: String, _ sign: String, _ t: Phrases, @NodeBuilder actions: () -> [Node]) -> Node {
    div(.class("way")) {
      h3 {
        t.icon(sign)
        " " + t("letters.way.\(name).title")
      }
      p(.class("small soft")) { t("letters.way.\(name).text") }
      if name == "copy" { p(.class("copied"), .id("letter-link")) { link } }
      div(.class("actions")) { actions() }
    }
  }

  private func copyButton(_ source: String, _ key: String, _ style: String, _ t: Phrases) -> Node {
    button(
      .class(style), .type("button"), .data("data-copy", source), .data("data-copied", t("letters.copied")), .hidden
    ) { span(.data("data-label", "")) { t(key) } }
  }
}
