import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The evening before it begins: its arc, part by part, and the doors.
package struct ProgrammePage: Page {
  let view: ProgrammeView
  /// As stored, or as typed if it can't be accepted.
  let entered: ProgrammeEntry
  var errors = FieldErrors()
  var isSaved = false

  package var chrome: Chrome { .host(current: .home) }

  /// Minutes of the arcs on offer.
  static let presets = [45, 60, 90]

  package static var samples: [ProgrammePage] {
    let now = PartyFacts.sampleTime
    func view(_ facts: PartyFacts) -> ProgrammeView {
      ProgrammeView(
        facts: facts, entry: ProgrammeEntry(.preset(minutes: facts.party.minutes), tableLimit: 4), now: now)
    }
    var faulty = view(.scheduled).entry
    (faulty.rows[0].minutes, faulty.rows[1].minutes) = ("viele", "200")
    faulty.meeting = "http://meet.example"
    var tested = view(.scheduled)
    for (place, known) in tested.facts.guests.filter(\.isExpected).prefix(3).enumerated() {
      tested.tests[known.guest.id] = .sample(place, at: now)
    }
    return [
      ProgrammePage(view: view(.draft), entered: view(.draft).entry),
      ProgrammePage(view: tested, entered: tested.entry, isSaved: true),
      ProgrammePage(view: view(.over(.open)), entered: view(.scheduled).entry),
      ProgrammePage(view: view(.scheduled), entered: faulty, errors: faulty.errors),
    ]
  }

  package func title(_ t: Phrases) -> String { t("programme.title") }

  private var party: Party { view.facts.party }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(
        view.facts, here: .evening, title: Message("programme.title"), lead: Message("programme.lead"), now: view.now
      ).node(t)
      if isSaved { notice("notice good", "check", t("programme.saved"), t) }
      if let error = errors["rows"] { notice("notice", "info", t(error), t) }
      EveningDoors(party: party, now: view.now).node(t)
      DoorTick(party: party, back: "programme").node(t)
      form(.class("stack"), .method("post"), .action(Path.programme(party.id).text)) {
        presets(t)
        section(.class("card"), .aria(.labelledBy, "arc")) {
          h2(.id("arc")) { t("programme.arc") }
          p(.class("soft")) { sum(t) }
          if !advice.isEmpty { ul(.class("hint plainlist")) { for message in advice { li { t(message) } } } }
          ol(.class("part-rows")) {
            for place in 0..<rowCount { li { ProgrammeRow(place: place, page: self).node(t) } }
          }
        }
        tables(t)
        EveningWays(entered: entered, errors: errors, hasRelay: view.hasRelay).node(t)
        div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("programme.save") } }
      }
      if !guests.isEmpty, entered.meeting.isEmpty { LineTests(guests: guests, results: view.tests).node(t) }
    }
  }

  private var guests: [KnownGuest] { view.facts.guests.filter(\.isExpected) }

  /// Includes two free rows, as long as there is room.
  private var rowCount: Int { min(ProgrammeEntry.mostRows, entered.rows.count + 2) }

  private func notice(_ style: String, _ icon: String, _ text: String, _ t: Phrases) -> Node {
    div(.class(style), .role("status")) {
      t.icon(icon)
      p { text }
    }
  }

  private func sum(_ t: Phrases) -> String {
    t("programme.sum", ["count": t.number(entered.minutes), "planned": t.number(party.minutes)])
  }

  /// Advice for the host on the arc as it is.
  private var advice: [Message] {
    guard let parts = try? entered.parts() else { return [] }
    let people = view.facts.guests(in: .accepted, .tentative).count + 1
    return Programme(parts: parts).advice(people: people, announced: party.minutes).map(\.message)
  }

  /// Placed before the rows, and after a hidden button with the name of the last one, because Enter presses the first
  /// button.
  private func presets(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "presets")) {
      button(.class("visually-hidden"), .type("submit"), Attribute("tabindex", "-1"), .aria(.hidden, "true")) {
        t("programme.save")
      }
      h2(.id("presets")) { t("programme.presets") }
      p(.class("soft")) { t("programme.presets.text") }
      div(.class("actions")) {
        for minutes in Self.presets {
          preset(String(minutes)) { t("programme.preset", ["count": t.number(minutes)]) }
        }
        preset("guestOfHonour") { t("programme.preset.guestOfHonour") }
      }
    }
  }

  private func preset(_ value: String, label: () -> String) -> Node {
    let text = label()
    return button(.class("button"), .type("submit"), .name("preset"), .value(value)) { text }
  }

  private func tables(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "tables")) {
      h2(.id("tables")) { t("programme.tables") }
      ChoiceField(
        name: "tableLimit", label: t("programme.tableLimit"),
        options: (2...6).map { (value: String($0), label: t.number($0)) }, chosen: entered.tableLimit,
        hint: t("programme.tableLimit.hint")
      ).node
    }
  }
}

extension Programme.Advice {
  var message: Message {
    switch self {
    case .isLong(let minutes): .counted("programme.advice.isLong", minutes)
    case .introductionsAreShort(_, let needed):
      Message("programme.advice.introductionsAreShort", ["count": "\(needed)"])
    case .introductionsAreLong(_, let people, let minutes):
      Message("programme.advice.introductionsAreLong", ["people": "\(people)", "count": "\(minutes)"])
    case .hasNoClose: Message("programme.advice.hasNoClose")
    case .hasNoMingling: Message("programme.advice.hasNoMingling")
    }
  }
}

extension LineTestStore.Result {
  /// One good line, one too slow for pictures, and one behind a firewall.
  fileprivate static func sample(_ number: Int, at now: Date) -> Self {
    let speed = [24_000, 320, 9_000][number % 3]
    let test = LineTest(
      hasMicrophone: true, hasCamera: number != 1, ways: number == 2 ? [] : [.udp, .tls], up: speed, down: speed * 2,
      roundTrip: 40)
    return Self(test: test, at: now.addingTimeInterval(-3600))
  }
}
