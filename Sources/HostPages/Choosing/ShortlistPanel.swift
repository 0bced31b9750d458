import Acts
import Core
import HTML
import House
import Records
import Site

/// The guests at the table and those next in line, with a button for everything that can be done by hand.
struct ShortlistPanel {
  let facts: PartyFacts
  let hostName: String
  let query: ChoosingQuery

  func node(_ t: Phrases) -> Node {
    section(.class("card sticky"), .aria(.labelledBy, "chosen")) {
      div(.class("row apart")) {
        h2(.id("chosen"), Attribute("tabindex", "-1")) { t("choosing.atTable") }
        span(.class("soft small"), .role("status")) {
          t("choosing.counter", ["count": t.number(facts.chosen.count), "seats": t.number(facts.party.seats)])
        }
      }
      RoundTable(facts, hostName: hostName).node(t)
      if let advice { p(.class("hint")) { t(advice) } }
      if facts.chosen.isEmpty { p(.class("soft")) { t("choosing.nobodyChosen") } }
      ol(.class("people compact")) { for known in facts.chosen { chosen(known, t) } }
      h3 { t("choosing.reserves") }
      p(.class("small soft")) { t(reserves.isEmpty ? "choosing.noReserves" : "choosing.reservesHint") }
      ol(.class("people compact")) {
        for (index, known) in reserves.enumerated() { reserve(known, index, t) }
      }
      seats(t)
      div(.class("actions")) {
        a(.class("button primary"), .href(Path.substance(facts.party.id).text)) { t("choosing.toSubstance") }
      }
    }
  }

  private var reserves: [KnownGuest] { facts.guests.filter { $0.guest.standing == .reserve } }

  private var advice: Message? {
    if let advice = facts.seatAdvice.message(seats: facts.party.seats) { return advice }
    let missing = facts.seatAdvice.enough(for: facts.party.seats) - facts.chosen.count
    let over = facts.chosen.count - facts.party.seats
    if over > 0 { return .counted("choosing.tooMany", over) }
    return missing > 0 && !facts.chosen.isEmpty ? .counted("choosing.stillMissing", missing) : nil
  }

  private func chosen(_ known: KnownGuest, _ t: Phrases) -> Node {
    let guest = known.guest
    return li {
      who(known, t, badge: guest.isPinned ? t("choosing.pinned") : nil)
      if guest.wasWrittenTo {
        written(known, t)
      } else {
        ShortlistForm(party: guest.party, person: guest.person, query: query).node(t) {
          act(
            t, guest.isPinned ? "unpin" : "pin", "pin", guest, t("choosing.pin", ["name": known.name]),
            pressed: guest.isPinned)
          act(t, "reserve", "down", guest, t("choosing.moveToReserve", ["name": known.name]))
          act(t, "remove", "cross", guest, t("choosing.remove", ["name": known.name]))
        }
      }
    }
  }

  private func reserve(_ known: KnownGuest, _ index: Int, _ t: Phrases) -> Node {
    let guest = known.guest
    return li {
      who(known, t, badge: nil)
      if guest.wasWrittenTo {
        written(known, t)
      } else {
        ShortlistForm(party: guest.party, person: guest.person, query: query).node(t) {
          act(t, "choose", "plus", guest, t("choosing.moveToTable", ["name": known.name]))
          act(t, "up", "up", guest, t("choosing.up", ["name": known.name]), isOff: index == 0)
          act(t, "down", "down", guest, t("choosing.down", ["name": known.name]), isOff: index == reserves.count - 1)
          act(t, "remove", "cross", guest, t("choosing.removeReserve", ["name": known.name]))
        }
      }
    }
  }

  private func who(_ known: KnownGuest, _ t: Phrases, badge: String?) -> Node {
    div {
      strong { known.name }
      if let badge { span(.class("visually-hidden")) { " (\(badge))" } }
      if !known.organisation.isEmpty {
        br()
        span(.class("small soft")) { known.organisation }
      }
      if facts.objected.contains(known.guest.id) {
        p(.class("small")) { coaster("excluded", t("choosing.flag.objected"), t) }
      } else if !known.isReachable {
        let flag = known.isReturned ? "choosing.flag.returned" : "choosing.flag.noAddress"
        p(.class("small")) { coaster("warn", t(flag), t, mood: "warn") }
      }
    }
  }

  /// Somebody who has a letter can't just vanish: the invitation can only be taken back.
  private func written(_ known: KnownGuest, _ t: Phrases) -> Node {
    div(.class("small")) {
      t("guest.state.\(known.guest.invitation.state.rawValue)")
      br()
      a(.href(Path.waves(known.guest.party).text)) {
        t("choosing.withdraw")
        span(.class("visually-hidden")) { ": " + known.name }
      }
    }
  }

  private func act(
    _ t: Phrases, _ action: String, _ sign: String, _ guest: Guest, _ label: String, pressed: Bool? = nil,
    isOff: Bool = false
  ) -> Node {
    var attributes: [Attribute] = [
      .class("button square"), .type("submit"), .name("change"), .value(action), .aria(.label, label),
      .data("data-key", "\(action.replacing("unpin", with: "pin"))-\(guest.person)"),
    ]
    if let pressed { attributes.append(Attribute("aria-pressed", pressed ? "true" : "false")) }
    if isOff { attributes.append(.disabled) }
    return element("button", attributes) { t.icon(sign) }
  }

  private func seats(_ t: Phrases) -> Node {
    form(.class("row"), .method("post"), .action(Path.seats(facts.party.id).text)) {
      query.hiddenFields
      label(.class("label"), .for("seats")) { t("parties.field.seats") }
      select(.id("seats"), .name("seats"), .class("short")) {
        for count in Set(Array(facts.seatAdvice.comfortable) + [facts.party.seats]).sorted() {
          element("option", [.value("\(count)")] + (count == facts.party.seats ? [.selected] : [])) { t.number(count) }
        }
      }
      button(.class("button small"), .type("submit")) { t("choosing.changeSeats") }
    }
  }
}
