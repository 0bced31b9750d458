import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The guest of honour's status: their answer, their slot, a delay, the person who answers for them.
struct HonourStanding {
  let view: HonourView
  let seat: HonourView.Seat

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "standing")) {
      h2(.id("standing")) { seat.person.name }
      dl(.class("facts")) {
        for (place, fact) in facts(t).enumerated() where !fact.1.isEmpty {
          dt { fact.0 }
          dd { t.said { facts($0)[place].1 } }
        }
      }
    }
  }

  private func facts(_ t: Phrases) -> [(String, String)] {
    let honour = seat.honour
    return [
      (t("guest.state"), t("guest.state.\(seat.person.guest.invitation.state.rawValue)")),
      (t("guest.word"), seat.person.guest.invitation.word ?? ""),
      (t("honour.part.title"), t("honour.part.\(honour.role.rawValue)")), (t("honour.slot.title"), slot(t)),
      (t("honour.late"), late(t)),
      (t("honour.assistant"), honour.assistant.map { "\($0.name) <\($0.email)>" } ?? ""),
      (t("honour.again"), honour.again.map { t("honour.again.\($0 ? "yes" : "no")") } ?? ""),
    ]
  }

  private func slot(_ t: Phrases) -> String {
    guard let slot = seat.honour.slot(at: view.party.start) else {
      return t("honour.slot.undated", ["count": t.number(seat.honour.minutes)])
    }
    return "\(t.day(slot.startsAt.date)), \(t.clocks(slot.startsAt.date, minutes: slot.minutes))"
  }

  private func late(_ t: Phrases) -> String {
    guard seat.honour.lateMinutes > 0, seat.honour.arrivedAt == nil else { return "" }
    return t("honour.late.by", ["count": t.number(seat.honour.lateMinutes)])
  }
}
