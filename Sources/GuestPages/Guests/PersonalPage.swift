import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The page behind a guest's one link: letter, answer, votes, wishes, card, calendar. It is read on a phone, between
/// two meetings, by somebody who has never heard of us, so whatever matters now comes first.
package struct PersonalPage: Page {
  let view: PersonalView
  /// The part that was just saved: `answer`, `votes`, `wishes`, `card`.
  var saved = ""
  var entered: PersonalEntries?
  /// The person the guest proposed, if the form could not be accepted.
  var referred: Referral?
  var errors = FieldErrors()

  package init(
    view: PersonalView, saved: String = "", entered: PersonalEntries? = nil, referred: Referral? = nil,
    errors: FieldErrors = FieldErrors()
  ) {
    self.view = view
    self.saved = saved
    self.entered = entered
    self.referred = referred
    self.errors = errors
  }

  package var chrome: Chrome { .guest }
  package var modules: [String] { ["timezone", "count", "countdown", "place", "autosave"] }
  package var keepsPlace: Bool { true }

  package func title(_ t: Phrases) -> String { PersonalTop(view: view).title(t) }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(view.zones)
    return group {
      if view.situation == .asked {
        if let letter = view.letter { LetterPaper(letter: letter, form: view.person.form(at: view.party)).opening }
        if view.letter == nil || view.date != nil { PersonalTop(view: view, isFirst: view.letter == nil).node(t) }
        company(t)
        answer(t)
        poll(t)
      } else {
        PersonalTop(view: view).node(t)
        if !Self.saidInPlace.contains(saved) { said(t) }
        if view.situation == .yes || view.situation == .perhaps { preparation(t) }
        if view.situation == .waiting { company(t) }
        if view.situation == .no { poll(t) }
        if view.situation == .no, view.standing.may(.refer) {
          ReferralSection(view: view, typed: referred, errors: errors).node(t)
        }
        if let keepsakes = view.keepsakes { KeepsakesSection(keepsakes: keepsakes, token: view.token).node(t) }
        if view.isOpen { answer(t) }
        if let letter = view.letter { LetterPaper(letter: letter, form: view.person.form(at: view.party)).folded(t) }
      }
      if let membership = view.membership { membership.node(view.token, t) }
      foot(t)
    }
  }

  /// Parts whose notice appears where they were entered.
  private static let saidInPlace: Set = ["votes", "wishes", "card"]

  private func said(_ t: Phrases) -> Node { SavedNotice("guests.saved.\(saved)").node(t) }

  @NodeBuilder private func preparation(_ t: Phrases) -> [Node] {
    company(t)
    poll(t)
    if let questions = view.questions { QuestionsSection(questions: questions, token: view.token).node(t) }
    // One form, so that neither part loses what was typed in the other.
    form(
      .class("sections"), .id("preparation"), .method("post"), .action(Path.wishes(view.token).text),
      .data("data-autosave", t("form.saved")), .data("data-unsaved", t("form.unsaved"))
    ) {
      ZoneChoice.hidden(view)
      if saved == "wishes" || saved == "card" { said(t) }
      PersonalWishes(view: view, entered: entered, errors: errors).node(t)
      PersonalCard(view: view, entered: entered, errors: errors).node(t)
    }
  }

  private func company(_ t: Phrases) -> Node {
    view.company.map { CompanySection(view: view, company: $0).node(t) } ?? .nothing
  }

  private func answer(_ t: Phrases) -> Node {
    PersonalAnswer(view: view, entered: entered, errors: errors).node(t)
  }

  @NodeBuilder private func poll(_ t: Phrases) -> [Node] {
    if view.hasPoll { PersonalPoll(view: view, isSaved: saved == "votes").node(t) }
  }

  private func foot(_ t: Phrases) -> Node {
    group {
      p(.class("objection"), .id("foot")) {
        t("guests.privacy", ["host": view.host.name]) + " " + origin(t) + " " + t("guests.objection.question") + " "
        a(.href(view.links.objectionPath.text)) { t("guests.objection.link") }
      }
      div(.class("topline")) { span(.class("soft")) { t("guests.pageFor", ["name": view.person.name]) } }
    }
  }

  private func origin(_ t: Phrases) -> String {
    guard let origin = view.origin else { return t("guests.origin.byHand", ["host": view.host.name]) }
    return t(
      "guests.origin.list",
      ["list": origin.list, "host": view.host.name, "day": t.inZone(view.party.zone).day(origin.importedAt)])
  }
}
