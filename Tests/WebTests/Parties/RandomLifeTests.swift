import Core
import Database
import Foundation
import Mail
import TestKit
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A party through anything that hosts, guests and clocks can do, in any order, by the pages they would use.
@Suite struct RandomLifeTests {
  @Test(
    "Everybody was last told what holds; no mail is written that would not leave; seats are kept; each page answers",
    arguments: 0..<12)
  func anything(_ seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed + 4000)
    let (seats, isPoll) = (Int.random(in: 3...6, using: &generator), Bool.random(using: &generator))
    let scene = try await WaveScene(reserves: 2) {
      ($0.seats, $0.expectedDeclines, $0.release) = (seats, 1, isPoll ? .automatic : .afterNod)
      guard !isPoll else { return }
      ($0.dateKind, $0.start) = (.fixed, TestSite.start.addingTimeInterval(20 * 86_400))
    }
    try await scene.site.run { [generator] browser in
      var life = RandomLife(scene: scene, host: try await browser.signedIn(), guest: browser, generator: generator)
      if isPoll { _ = try await life.poll() }
      if seed % 3 > 0 {
        try await scene.sendNext()
        try await scene.drain(FakeTransport())
      }
      for _ in 0..<60 {
        try await life.step()
        #expect(life.faults.isEmpty, "seed \(seed): \(life.story.suffix(12)) → \(life.faults)")
        if !life.faults.isEmpty { break }
      }
    }
  }
}

/// One such life, with what is wrong after each step.
private struct RandomLife {
  let scene: WaveScene
  let host: Browser
  let guest: Browser
  let transport = FakeTransport()
  var generator: SeededGenerator
  private(set) var story: [String] = []
  private(set) var faults: [String] = []

  init(scene: WaveScene, host: Browser, guest: Browser, generator: SeededGenerator) {
    (self.scene, self.host, self.guest, self.generator) = (scene, host, guest, generator)
  }

  private var party: PartyID { scene.party }

  mutating func step() async throws {
    let before = Set(try await scene.mails().map(\.id))
    let what = try await act()
    story.append(what)
    if Bool.random(using: &generator) { return }
    let written = try await scene.mails().filter { !before.contains($0.id) && $0.state == .queued }
    try await scene.drain(transport)
    try await judge(written, after: what)
    if Int.random(in: 0..<4, using: &generator) == 0 { try await openPages() }
  }

  // MARK: what they do

  private mutating func act() async throws -> String {
    guard let known = try await scene.guests().randomElement(using: &generator) else { return "nobody" }
    let (id, token) = (known.guest.id, scene.services.personalToken(known.guest.id, number: known.guest.linkNumber))
    let (name, choice) = (known.name, Int.random(in: 0..<26, using: &generator))
    switch choice {
    case 0, 1:
      _ = try? await scene.sendNext()
      return "next letters"
    case 2:
      _ = try? await scene.sendNext(by: .hand)
      return "letters by hand"
    case 3:
      for mail in try await scene.mails() where mail.state == .byHand { try await scene.sent(mail) }
      return "said to be sent"
    case 4, 5, 6:
      let answer = Answer.allCases.randomElement(using: &generator) ?? .yes
      return "\(name) \(answer) \(try await guest.post(.reply(token), [("answer", answer.rawValue)]).status)"
    case 7, 8: return "\(name) votes \(try await guest.post(.votes(token), try await votes()).status)"
    case 9 where known.guest.wasWrittenTo:
      let answer = Answer.allCases.randomElement(using: &generator) ?? .yes
      let fields = [("answer", answer.rawValue), ("seen", Self.seen(known))]
      return "host enters \(answer) for \(name) \(try await host.post(.enteredAnswer(party, id), fields).status)"
    case 10 where known.guest.wasWrittenTo:
      let fields = try await votes() + [("seen", Self.seen(known))]
      return "host enters votes for \(name) \(try await host.post(.enteredVotes(party, id), fields).status)"
    case 11: return "\(name) answers by calendar \(try await byMail(known))"
    case 12: return "\(name) withdrawn \(try await host.post(.withdrawal(party, id)).status)"
    case 13: return "\(name) admitted \(try await host.post(.admission(party, id)).status)"
    case 14: return "\(name) given up \(try await host.post(.silence(party, id)).status)"
    case 15: return "\(name) reminded \(try await host.post(.reminder(party, id)).status)"
    case 16: return try await poll()
    case 17: return try await fix()
    case 18, 19: return try await confirm()
    case 20: return try await basics()
    case 21: return "link of \(name) \(try await host.post(.guestLink(party, id)).status)"
    case 22 where Int.random(in: 0..<4, using: &generator) == 0:
      try await scene.object(id)
      return "\(name) objects"
    case 23:
      let fields = [
        ("audience", "coming"), ("subject", "Noch etwas"), ("text", "Bis bald."), ("send", "1"),
        ("number", "\(try await messages() + 1)"),
      ]
      return "message \(try await host.post(.message(party), fields).status)"
    case 24 where Int.random(in: 0..<6, using: &generator) == 0:
      return "cancelled \(try await host.post(.cancellation(party), [("reason", "Ich bin krank.")]).status)"
    case 25:
      return "no show \(try await host.post(.noShow(party)).status)"
    default:
      let hours = Double.random(in: 1...60, using: &generator)
      scene.site.advance(seconds: hours * 3600)
      try await scene.tick()
      try await EveningEnd(services: scene.services).tick(at: scene.site.now)
      try await Afterglow(services: scene.services).tick(at: scene.site.now)
      return "\(Int(hours)) hours"
    }
  }

  private static func seen(_ known: KnownGuest) -> String {
    known.guest.invitation.answeredAt.map { String(Int($0.timeIntervalSince1970 * 1000)) } ?? ""
  }

  private func messages() async throws -> Int {
    Set(try await scene.mails().filter { $0.kind == .message }.map { $0.key.split(separator: ":")[1] }).count
  }

  private mutating func votes() async throws -> [(String, String)] {
    var fields: [(String, String)] = []
    for slot in try await slots() {
      guard let value = (VoteValue.allCases + [.no]).randomElement(using: &generator) else { continue }
      fields.append(("vote.\(slot.id)", value.rawValue))
    }
    return fields
  }

  private mutating func byMail(_ known: KnownGuest) async throws -> String {
    let answer = Answer.allCases.randomElement(using: &generator) ?? .yes
    let hand = AnswerHand(guest: known.guest.id, party: party, source: .mail)
    do {
      try await scene.services.database.write { [services = scene.services] in
        try GuestReply(services: services, connection: $0).take(answer, word: "", from: hand)
      }
      return answer.rawValue
    } catch { return "refused" }
  }

  mutating func poll() async throws -> String {
    let rows = (0..<Int.random(in: 2...4, using: &generator)).flatMap { _ -> [(String, String)] in
      let (day, time) = date()
      return [("date", day), ("time", time)]
    }
    let fields = [("kind", "poll"), ("zone", "Europe/Berlin"), ("minutes", "60")] + rows
    return "poll \(try await host.post(.slots(party), fields).status)"
  }

  private mutating func fix() async throws -> String {
    var (day, time) = date()
    if let slot = try await slots().randomElement(using: &generator), Bool.random(using: &generator) {
      let local = LocalTime(slot.start, in: scene.services.zones["Europe/Berlin"])
      (day, time) = (local.day.text, local.clockText)
    }
    let fields = [
      ("kind", "fixed"), ("fixedDate", day), ("fixedTime", time), ("zone", "Europe/Berlin"), ("minutes", "60"),
    ]
    return "fixed \(day) \(try await host.post(.slots(party), fields).status)"
  }

  private mutating func confirm() async throws -> String {
    let stored = try await scene.shelf.party(party)
    if stored.confirmedAt != nil || stored.isMissed {
      let (day, time) = date()
      return "moved to \(day) \(try await host.post(.confirmation(party), [("date", day), ("time", time)]).status)"
    }
    let slot = try await slots().randomElement(using: &generator)
    let fields = slot.map { [("slot", $0.id.description)] } ?? []
    return "confirmed \(try await host.post(.confirmation(party), fields).status)"
  }

  private mutating func basics() async throws -> String {
    let stored = try await scene.shelf.party(party)
    let (minutes, zone) = (
      ["45", "60", "90"].randomElement(using: &generator) ?? "60", ["Europe/Berlin", "Europe/London"]
    )
    let fields = [
      ("title", "Anderer Titel"), ("form", "sie"), ("seats", "\(stored.seats)"), ("minutes", minutes),
      ("zone", zone.randomElement(using: &generator) ?? "Europe/Berlin"),
    ]
    return "basics \(try await host.post(.partyBasics(party), fields).status)"
  }

  /// Within some weeks of now.
  private mutating func date() -> (String, String) {
    let days = Double(Int.random(in: 2...30, using: &generator)) * 86_400
    let local = LocalTime(scene.site.now.addingTimeInterval(days), in: scene.services.zones["Europe/Berlin"])
    return (local.day.text, ["17:00", "18:30", "20:15"].randomElement(using: &generator) ?? "18:30")
  }

  private func slots() async throws -> [Slot] {
    let stored = try await scene.shelf.party(party)
    return try await scene.services.database.read { try SlotStore(connection: $0).slots(of: stored) }
  }

  // MARK: what must hold

  private mutating func judge(_ written: [OutgoingMail], after what: String) async throws {
    let (stored, slots, mails) = (try await scene.shelf.party(party), try await slots(), try await scene.mails())
    for mail in written {
      guard let now = mails.first(where: { $0.id == mail.id }) else { continue }
      // The host may enter the answer of somebody who objected: they read why no mail goes.
      let known = ["outbox.problem.superseded", "outbox.problem.suppressed"]
      if now.state == .cancelled, !known.contains(now.problem?.key ?? "") {
        faults.append(
          "\(mail.kind) to \(mail.recipientName) written by “\(what)” and not sent: \(now.problem?.key ?? "")")
      }
    }
    let guests = try await scene.guests()
    let objected = try await scene.facts().suppressed
    // Whoever objected gets no mail; an evening that has begun is told to nobody.
    let isAhead = stored.start.map { $0 > scene.site.now } ?? true
    for known in guests where isAhead && !objected.contains(known.guest.id) {
      let own = mails.filter {
        $0.guest == known.guest.id && [.queued, .sent].contains($0.state) && !$0.kind.isForHost
      }
      judge(known, own, stored, slots)
    }
    let facts = try await scene.facts()
    let open = guests.count { $0.guest.holdsSeat || facts.handedOver.contains($0.guest.id) }
    if open > stored.seats + stored.expectedDeclines { faults.append("\(open) of \(stored.seats) seats") }
  }

  private mutating func judge(_ known: KnownGuest, _ own: [OutgoingMail], _ stored: Party, _ slots: [Slot]) {
    let (guest, state) = (known.guest, known.guest.invitation.state)
    guard [.inviting, .scheduled].contains(stored.stage) else { return }
    let entry = own.last { !$0.calendar.isEmpty }
    let stands = entry?.calendarMethod == "REQUEST"
    let wants = stored.confirmedAt != nil && state.isExpected && guest.standing != .excluded
    if stands != wants { faults.append("\(known.name) is \(state), entry \(entry?.calendarMethod ?? "none")") }
    if wants, let entry, let start = stored.start {
      for part in lines(start, stored, state) where !entry.calendar.contains(part) {
        faults.append("\(known.name)'s entry lacks \(part)")
      }
    }
    guard guest.wasWrittenTo, state.holdsSeat || state == .waiting else { return }
    let word = stored.dateWord(for: guest, slots: slots)
    if case .date = word, let start = stored.start {
      let said = own.last { [.letter, .confirmation, .change].contains($0.kind) && $0.text.contains("Uhr") }
      let words = LetterComposition(services: scene.services).words(start, for: known, stored)
      let text = said?.text.split { $0.isWhitespace }.joined(separator: " ")
      if text?.contains(words.replacing("\u{A0}", with: " ")) != true {
        faults.append("\(known.name) (\(state)) was last told \(said.map { "\($0.kind)" } ?? "nothing"), not \(words)")
      }
    }
    if case .poll(let current) = word, case .poll(let told) = guest.told.word, !current.isSubset(of: told) {
      faults.append("\(known.name) (\(state)) does not know all slots")
    }
  }

  /// The lines of a calendar entry that must be in it.
  private func lines(_ start: Date, _ stored: Party, _ state: GuestState) -> [String] {
    func stamp(_ name: String, _ time: Date) -> String {
      let local = LocalTime(time, in: scene.services.zones[stored.zone])
      let digits = (local.day.text + "T" + local.clockText).filter { $0.isNumber || $0 == "T" }
      return "\(name);TZID=\(stored.zone):\(digits)00"
    }
    return [
      "STATUS:\(state == .accepted ? "CONFIRMED" : "TENTATIVE")", stamp("DTSTART", start),
      stamp("DTEND", start.addingTimeInterval(Double(stored.minutes) * 60)),
    ]
  }

  private mutating func openPages() async throws {
    for path in [Path.party(party), .date(party), .waves(party), .outbox(party), .letters(party), .evening(party)] {
      let status = try await host.get(path).status
      if ![200, 303, 404].contains(status) { faults.append("\(path.text): \(status)") }
    }
    for known in try await scene.guests() where known.guest.wasWrittenTo {
      let token = scene.services.personalToken(known.guest.id, number: known.guest.linkNumber)
      let status = try await guest.get(.personal(token)).status
      if status != 200 { faults.append("page of \(known.name): \(status)") }
    }
  }
}
