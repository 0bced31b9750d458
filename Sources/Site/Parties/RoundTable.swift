import Core
import HTML
import House
import Records

/// The table seen from above: the host, the guests who come, those who are asked, and the free places.
package struct RoundTable {
  package let hostName: String
  package let seats: Int
  package let guests: [KnownGuest]
  /// False while it counts the chosen, before letters have left; then it counts acceptances.
  package let hasWritten: Bool

  package init(_ facts: PartyFacts, hostName: String) {
    self.hostName = hostName
    seats = facts.party.seats
    hasWritten = !facts.written.isEmpty
    let holding = facts.guests.filter {
      $0.guest.standing != .excluded
        && ($0.guest.invitation.state.holdsSeat
          || $0.guest.standing == .chosen && $0.guest.invitation.state == .shortlisted)
    }
    guests = holding
  }

  package func node(_ t: Phrases) -> Node {
    div(.class("tight")) {
      ul(.class("round seats-\(places)"), .aria(.label, t("seats.label"))) {
        seat("host", Self.initials(hostName), t("seats.host", ["name": hostName]))
        for known in guests.prefix(places - 1) {
          let state = known.guest.invitation.state
          seat(Self.style(state), Self.initials(known.name), "\(known.name): " + t("guest.state.\(state.rawValue)"))
        }
        for _ in 0..<free { seat("", "", t("seats.free")) }
        li(.class("middle")) {
          element("b", []) { t.number(hasWritten ? accepted : guests.count) }
          t(hasWritten ? "seats.accepted" : "seats.chosen", ["seats": t.number(seats)])
        }
      }
      key(t)
    }
  }

  /// The style sheet draws up to twelve places.
  private var places: Int { max(2, min(12, max(seats, guests.count) + 1)) }

  private var free: Int { max(0, min(places - 1, seats) - guests.count) }

  private var accepted: Int { guests.count { $0.guest.invitation.state == .accepted } }

  private func seat(_ style: String, _ initials: String, _ words: String) -> Node {
    li(.class(style.isEmpty ? "seat" : "seat \(style)")) {
      span(.aria(.hidden, "true")) { initials }
      span(.class("visually-hidden")) { words }
    }
  }

  private func key(_ t: Phrases) -> Node {
    let entries = hasWritten ? ["yes", "perhaps", "asked", ""] : ["asked", ""]
    return ul(.class("key"), .aria(.hidden, "true")) {
      for entry in entries {
        li {
          span(.class(entry.isEmpty ? "seat" : "seat \(entry)"))
          t("seats.key.\(entry.isEmpty ? "free" : entry == "asked" && !hasWritten ? "chosen" : entry)")
        }
      }
    }
  }

  private static func style(_ state: GuestState) -> String {
    switch state {
    case .accepted: "yes"
    case .tentative: "perhaps"
    default: "asked"
    }
  }

  /// First letters of the first and last word, without titles.
  package static func initials(_ name: String) -> String {
    let words = (Recipient(name: name).plainName ?? name).split(separator: " ")
    return [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first.map { String($0).uppercased() } }
      .joined()
  }
}
