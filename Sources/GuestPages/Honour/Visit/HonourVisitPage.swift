import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The guest of honour's page, made for somebody with a minute: their slot first, then one tap for each thing they may
/// need.
package struct HonourVisitPage: Page {
  let view: PersonalView
  package let visit: HonourVisit
  /// The part that was just saved.
  var saved = ""
  var entered: PersonalEntries?
  var errors = FieldErrors()

  package init(
    view: PersonalView, visit: HonourVisit, saved: String = "", entered: PersonalEntries? = nil,
    errors: FieldErrors = FieldErrors()
  ) {
    self.view = view
    self.visit = visit
    self.saved = saved
    self.entered = entered
    self.errors = errors
  }

  package var chrome: Chrome { .guest }
  package var modules: [String] { ["timezone"] }

  package func title(_ t: Phrases) -> String {
    isAsked ? view.letter?.subject ?? visit.brief.circle : t("visit.title")
  }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(view.zones)
    return group {
      if isAsked, let letter = view.letter {
        LetterPaper(letter: letter, form: view.person.form(at: view.party)).opening
      }
      top(t)
      SavedNotice("visit.saved.\(saved)").node(t)
      switch stage {
      case .decide: decide(t)
      case .prepare: prepare(t)
      case .arrive: arrive(t)
      case .thanks: thanks(t)
      }
      if !isAsked, let letter = view.letter {
        LetterPaper(letter: letter, form: view.person.form(at: view.party)).folded(t)
      }
      foot(t)
    }
  }

  private var isAsked: Bool { view.situation == .asked }

  private var stage: HonourStage {
    HonourStage(
      isAsked: isAsked, isComing: isComing, isOver: view.keepsakes != nil || view.situation == .over,
      slot: view.isConfirmed ? visit.slot : nil, at: Moment(view.now))
  }

  /// Deciding whether to come; they can read who is asking, and name a person who answers for them.
  @NodeBuilder private func decide(_ t: Phrases) -> [Node] {
    if view.isOpen { PersonalAnswer(view: view, entered: entered, errors: errors).node(t) }
    if view.standing.may(.brief) { folded("visit.fold.brief", t) { brief(t) } }
    if view.standing.may(.delegate) { folded("assistant.title", t) { assistant(t) } }
  }

  /// The people who will be there, and their questions. The answer can still be changed.
  @NodeBuilder private func prepare(_ t: Phrases) -> [Node] {
    brief(t)
    if view.standing.may(.delegate) { folded("assistant.title", t) { assistant(t) } }
    if view.isOpen {
      folded("visit.fold.answer", t) { PersonalAnswer(view: view, entered: entered, errors: errors).node(t) }
    }
  }

  /// The door is at the top; everything else can wait.
  @NodeBuilder private func arrive(_ t: Phrases) -> [Node] {
    if view.standing.may(.brief) { folded("visit.fold.brief", t) { brief(t) } }
    if view.isOpen {
      folded("visit.fold.answer", t) { PersonalAnswer(view: view, entered: entered, errors: errors).node(t) }
    }
  }

  @NodeBuilder private func thanks(_ t: Phrases) -> [Node] {
    if let keepsakes = view.keepsakes {
      if view.standing.may(.again), visit.honour.arrivedAt != nil { again(t) }
      KeepsakesSection(keepsakes: keepsakes, token: view.token).node(t)
    }
  }

  private func brief(_ t: Phrases) -> Node {
    guard view.standing.may(.brief) else { return .nothing }
    return HonourBriefSection(brief: visit.brief, page: .brief(view.token)).node(t)
  }

  private func assistant(_ t: Phrases) -> Node {
    AssistantSection(honour: visit.honour, token: view.token, errors: errors).node(t)
  }

  /// Parts that are not for now; open if something in them has to be corrected.
  private func folded(_ title: String, _ t: Phrases, @NodeBuilder content: () -> [Node]) -> Node {
    element("details", [.class("fold")] + (errors.isEmpty ? [] : [.open])) {
      summary { t(title) }
      content()
    }
  }

  private func top(_ t: Phrases) -> Node {
    let isFirst = !isAsked || view.letter == nil
    return section(.class(isFirst ? "letter ring over-scene" : "letter"), .aria(.labelledBy, "top")) {
      p(.class("over")) { visit.brief.circle }
      if isFirst { h1(.id("top")) { heading(t) } } else { h2(.id("top")) { t("visit.slot") } }
      if let date = view.date, view.situation != .over {
        DateBlock(start: date, minutes: view.minutes, host: view.party.zone).node(t)
      }
      if let old = view.movedFrom, view.isOpen {
        p(.class("soft")) { DateBlock.before(old, host: view.party.zone, t) }
      }
      words(t)
      if isComing {
        let steps = VisitSteps(view: view, visit: visit)
        steps.node(t)
        if view.isConfirmed, stage == .prepare { CalendarLinks(view: view, isFirst: !steps.isDoorFirst).node(t) }
      }
      if view.date != nil, view.isOpen { ZoneChoice(view: view).node(t) }
    }
  }

  private var isComing: Bool { [.yes, .perhaps].contains(view.situation) }

  private func heading(_ t: Phrases) -> String {
    [.yes, .perhaps, .asked].contains(view.situation) ? t("visit.title") : t("guests.\(view.situation.rawValue).title")
  }

  @NodeBuilder private func words(_ t: Phrases) -> [Node] {
    let facts = ["host": view.host.name, "count": t.number(visit.honour.minutes)]
    switch view.situation {
    case .asked: p { t("visit.asked", facts) }
    case .yes, .perhaps: p { t(view.date == nil ? "visit.undated" : "visit.coming", facts) }
    case .over: p { t(visit.honour.arrivedAt == nil ? "visit.missed" : "visit.thanks", facts) }
    default: p { t("guests.\(view.situation.rawValue).text", facts) }
    }
    if view.situation == .cancelled, !view.party.cancelReason.isEmpty {
      p { t("guests.cancelled.reason", ["reason": view.party.cancelReason, "host": view.host.name]) }
    }
  }

  /// Asks whether they would come again: one tap, seen by the host.
  private func again(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "again")) {
      h2(.id("again")) { t("visit.again.title") }
      p(.class("soft")) { t("visit.again.text", ["host": view.host.name]) }
      form(.class("actions"), .method("post"), .action(Path.againAnswer(view.token).text)) {
        for (value, isYes) in [("yes", true), ("no", false)] {
          button(
            .class("button"), .type("submit"), .name("again"), .value(value),
            Attribute("aria-pressed", visit.honour.again == isYes ? "true" : "false")
          ) { t("visit.again.\(value)") }
        }
      }
    }
  }

  private func foot(_ t: Phrases) -> Node {
    group {
      p(.class("objection"), .id("foot")) {
        t("guests.privacy", ["host": view.host.name]) + " " + t("guests.objection.question") + " "
        a(.href(view.links.objectionPath.text)) { t("guests.objection.link") }
      }
      div(.class("topline")) { span(.class("soft")) { t("guests.pageFor", ["name": view.person.name]) } }
    }
  }
}
