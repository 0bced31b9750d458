import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Under the lamp: the guests who may be written to now, and why no more.
struct NextWave {
  let facts: PartyFacts
  let hasServer: Bool
  /// The reason why letters should not leave in any way.
  let barrier: LinkBarrier?
  let now: Date

  func node(_ t: Phrases) -> Node {
    // The action just pressed is on its way, or can still be undone.
    if case .letters = facts.held?.deed, facts.held?.problem == nil { return .nothing }
    guard facts.party.mayInvite(at: now) else { return .nothing }
    return section(.class("next"), .aria(.labelledBy, "next")) {
      t.icon("lamp", style: "lamp")
      t.icon("mark", style: "table")
      p(.class("over")) { t("waves.next.over") }
      if let plan = facts.plan { content(plan, t) } else { withoutSubstance(t) }
    }
  }

  @NodeBuilder private func content(_ plan: WavePlan<GuestID>, _ t: Phrases) -> [Node] {
    let (next, room) = (plan.next, plan.room)
    let byHand = room > next.admitted.count + next.written.count ? plan.withoutAddress : []
    h2(.id("next")) { headline(plan, t) }
    p { why(plan, t) }
    for id in next.admitted { admission(id, t) }
    if !next.written.isEmpty { wave(next.written, t) }
    if !byHand.isEmpty { withoutAddress(byHand, t) }
  }

  private func headline(_ plan: WavePlan<GuestID>, _ t: Phrases) -> String {
    let next = plan.next
    if let id = next.admitted.first { return t("waves.next.waiting", ["name": name(id)]) }
    if next.written.count == 1 { return t("waves.next.one", ["name": name(next.written[0])]) }
    if !next.written.isEmpty { return t("waves.next.several", ["count": t.number(next.written.count)]) }
    if !facts.handedOver.isEmpty { return t.count("waves.next.handed", facts.handedOver.count) }
    if !plan.hasRoom { return t("waves.next.full") }
    return t(plan.withoutAddress.isEmpty ? "waves.next.nobody" : "waves.next.addressless")
  }

  /// The seats, and how many of them are promised.
  private func why(_ plan: WavePlan<GuestID>, _ t: Phrases) -> String {
    let arguments = [
      "seats": t.number(plan.seats), "held": t.number(plan.seatsHeld),
      "declines": t.number(plan.declinesStillExpected), "room": t.number(plan.room),
    ]
    return plan.declinesStillExpected > 0 ? t("waves.why.declines", arguments) : t("waves.why.plain", arguments)
  }

  private func withoutSubstance(_ t: Phrases) -> Node {
    group {
      h2(.id("next")) { t("waves.next.substance") }
      ul { for field in facts.party.substance.missing { li { t(field.isMissing) } } }
      div(.class("actions")) {
        a(.class("button primary"), .href(Path.substance(facts.party.id).text)) { t("waves.next.toSubstance") }
      }
    }
  }

  private func admission(_ id: GuestID, _ t: Phrases) -> Node {
    form(.class("actions"), .method("post"), .action(Path.admission(facts.party.id, id).text)) {
      button(.class("button primary"), .type("submit")) { t("waves.admit", ["name": name(id)]) }
    }
  }

  private func wave(_ ids: [GuestID], _ t: Phrases) -> Node {
    form(
      .class("form"), .method("get"), .action(Path.wavePreview(facts.party.id).text)
    ) {
      fieldset {
        legend(.class("visually-hidden")) { t("waves.next.who") }
        for id in ids { tick(id, t) }
      }
      if !facts.hasDate { p(.class("small")) { t("waves.next.noDate") } }
      barrier?.tick(t) ?? .nothing
      div(.class("actions")) {
        if hasServer {
          button(.class("button primary"), .type("submit")) { t.count("waves.send", ids.count) }
        }
        byHand(hasServer ? "button quiet" : "button primary", t("waves.byHand"))
      }
    }
  }

  private func tick(_ id: GuestID, _ t: Phrases) -> Node {
    label(.class("tick")) {
      input(.type("checkbox"), .name("guest"), .value(id.description), .checked)
      span {
        name(id)
        small { detail(id, t) }
      }
    }
  }

  private func detail(_ id: GuestID, _ t: Phrases) -> String {
    guard let known = facts.guests.first(where: { $0.guest.id == id }) else { return "" }
    let sentence = (known.guest.letter.ownSentence ?? "").isEmpty ? t("waves.next.noSentence") : ""
    return [known.organisation, sentence].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// By hand, nothing leaves yet, so there is nothing to review first.
  private func byHand(_ style: String, _ words: String) -> Node {
    button(
      .class(style), .type("submit"), .name("way"), .value("hand"), Attribute("formmethod", "post"),
      Attribute("formaction", Path.waves(facts.party.id).text)
    ) { words }
  }

  private func withoutAddress(_ ids: [GuestID], _ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.waves(facts.party.id).text)) {
      p { t("waves.withoutAddress", ["names": t.list(ids.map(name))]) }
      for id in ids { input(.type("hidden"), .name("guest"), .value(id.description)) }
      barrier?.tick(t) ?? .nothing
      div(.class("actions")) { byHand("button quiet", t("waves.withoutAddress.button")) }
    }
  }

  private func name(_ id: GuestID) -> String { facts.guests.first { $0.guest.id == id }?.name ?? "" }
}
