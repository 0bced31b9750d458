import Foundation
import TestKit
import Testing

@testable import Core

@Suite("The guests who hear about the date")
struct DateNewsTests {
  private static let start = Date(timeIntervalSince1970: 1_800_000_000)
  private let date = DateWord.date(time())
  private let poll = DateWord.poll([start, start + 86_400])

  private static func time(_ days: Double = 0, minutes: Int = 60, zone: String = "Europe/Berlin") -> PartyTime {
    PartyTime(start: start + days * 86_400, minutes: minutes, zone: zone)
  }

  @Test(
    "A move is told to whoever may still come, and to nobody else", arguments: GuestState.allCases)
  func move(_ state: GuestState) {
    let guest = guest(state, told: date)
    let expected: DateNews? =
      [.invited, .tentative, .accepted, .waiting].contains(state) ? .moved(from: Self.start) : nil
    #expect(news(guest, .date(Self.time(7))) == expected)
  }

  @Test("Another length or zone is news, even with the same beginning")
  func adjusted() {
    let guest = guest(.accepted, told: date, entry: .coming)
    #expect(news(guest, .date(Self.time(minutes: 90))) == .adjusted)
    #expect(news(guest, .date(Self.time(zone: "Europe/London"))) == .adjusted)
    #expect(news(guest, date) == nil)
  }

  @Test("A fixed date that becomes a poll is news, and so are new slots; fewer slots are not")
  func polls() {
    #expect(news(guest(.accepted, told: date), poll, isConfirmed: false) == .pollInstead)
    let voter = guest(.accepted, told: poll)
    #expect(news(voter, .poll([Self.start, Self.start + 3600]), isConfirmed: false) == .newSlots)
    #expect(news(voter, .poll([Self.start]), isConfirmed: false) == nil)
  }

  @Test("An entry comes only with a confirmed date, to those who come or may come")
  func entries() {
    let moved = DateNews.moved(from: Self.start)
    #expect(!moved.carriesEntry(for: guest(.accepted, told: date), isConfirmed: false))
    #expect(!moved.carriesEntry(for: guest(.invited, told: date), isConfirmed: true))
    #expect(moved.carriesEntry(for: guest(.tentative, told: date), isConfirmed: true))
    #expect(news(guest(.accepted, told: date), date, isConfirmed: false) == nil)
    #expect(news(guest(.accepted, told: date), date) == .confirmed)
  }

  @Test("A guest who voted against the date does not come, and gets no cheerful confirmation")
  func unsuitable() {
    var voter = guest(.accepted, told: poll)
    #expect(voter.hear(date, isConfirmed: true, vote: .no, at: Self.start) == .unsuitable)
    #expect(voter.invitation.state == .declined && voter.told.entry == nil)
    var other = guest(.accepted, told: poll)
    #expect(other.hear(date, isConfirmed: true, vote: .ifNeeded, at: Self.start) == .confirmed)
    #expect(other.invitation.state == .accepted && other.told.entry == .coming)
  }

  @Test("A yes given by votes becomes a perhaps without a vote on the date")
  func unmarked() {
    var voter = guest(.invited, told: poll)
    _ = voter.invitation.apply(.voted(suits: true, hasRoom: true), at: Self.start)
    #expect(voter.invitation.state == .accepted)
    #expect(voter.hear(date, isConfirmed: true, vote: nil, at: Self.start) == .confirmed)
    #expect(voter.invitation.state == .tentative && voter.told.entry == .perhaps)
  }

  @Test("Yes, perhaps and no each change the entry in the calendar")
  func answers() {
    var guest = guest(.accepted, told: date, entry: .coming)
    _ = guest.invitation.apply(.answered(.perhaps, word: nil, hasRoom: true), at: Self.start)
    #expect(guest.hear(date, isConfirmed: true, at: Self.start) == .entryChanged)
    _ = guest.invitation.apply(.answered(.no, word: nil, hasRoom: true), at: Self.start)
    #expect(guest.hear(date, isConfirmed: true, at: Self.start) == .entryGone)
    #expect(guest.told.entry == nil)
  }

  @Test("After any sequence of changes everybody who must know was told the current date exactly once")
  func exactlyOnce() {
    var generator = SeededGenerator(seed: 1911)
    for _ in 0..<400 {
      var story = DateStory(&generator)
      for _ in 0..<25 {
        story.step(&generator)
        story.tell()
        #expect(story.faults.isEmpty, "\(story.faults)")
      }
    }
  }

  private func news(_ guest: Guest, _ word: DateWord, isConfirmed: Bool = true) -> DateNews? {
    DateNews(for: guest, word: word, isConfirmed: isConfirmed)
  }

  private func guest(_ state: GuestState, told word: DateWord, entry: ToldDate.Entry? = nil) -> Guest {
    var guest = Guest.invented(1, state: state)
    guest.told = ToldDate(word: word, entry: entry)
    return guest
  }
}

/// A party's date and its guests through random changes. Each guest's knowledge is recorded as a mail would state it.
private struct DateStory {
  private static let start = Date(timeIntervalSince1970: 1_800_000_000)
  private var word: DateWord
  private var isConfirmed = false
  /// True at the moment the date is chosen, when votes count.
  private var isChoosing = false
  private var guests: [Guest]
  /// By guest: the content of the latest mail, and the number of mails with each content since the date last changed.
  private var heard: [GuestID: DateWord] = [:]
  private(set) var faults: [String] = []

  init(_ generator: inout SeededGenerator) {
    word = Bool.random(using: &generator) ? .date(Self.time(0, &generator)) : .poll([Self.start, Self.start + 86_400])
    guests = (1...4).map { Guest.invented($0, state: .invited) }
    for place in guests.indices { guests[place].told.word = word }
    for guest in guests { heard[guest.id] = word }
  }

  mutating func step(_ generator: inout SeededGenerator) {
    isChoosing = false
    if Int.random(in: 0..<3, using: &generator) == 0 { changeDate(&generator) } else { changeGuest(&generator) }
  }

  mutating func tell() {
    faults = []
    for place in guests.indices {
      let (id, before) = (guests[place].id, guests[place])
      let vote: VoteValue? = isChoosing ? [.yes, .no, nil][place % 3] : nil
      let news = guests[place].hear(word, isConfirmed: isConfirmed, vote: vote, at: Self.start)
      if let news {
        let saysDate = ![.entryChanged, .entryGone].contains(news)
        if saysDate, heard[id] == word, news != .confirmed { faults.append("\(id) hears \(news) again") }
        heard[id] = word
      }
      // Nothing is told twice.
      if guests[place].hear(word, isConfirmed: isConfirmed, vote: vote, at: Self.start) != nil {
        faults.append("\(id) would hear it twice")
      }
      let mustKnow = before.invitation.state.holdsSeat || before.invitation.state == .waiting
      if mustKnow, !knows(heard[id]) { faults.append("\(id) knows \(String(describing: heard[id]))") }
      let wants = isConfirmed && guests[place].isExpected
      if (guests[place].told.entry != nil) != wants { faults.append("\(id) has a wrong entry") }
    }
  }

  /// Fewer slots are seen on the page.
  private func knows(_ told: DateWord?) -> Bool {
    if case .poll(let seen) = told, case .poll(let slots) = word { return slots.isSubset(of: seen) }
    return told == word
  }

  private mutating func changeDate(_ generator: inout SeededGenerator) {
    if isConfirmed {
      word = .date(Self.time(Int.random(in: 0..<5, using: &generator), &generator))
    } else if Bool.random(using: &generator) {
      word = .date(Self.time(Int.random(in: 0..<5, using: &generator), &generator))
      isConfirmed = Bool.random(using: &generator)
      isChoosing = isConfirmed
    } else {
      word = .poll(
        Set((0..<3).map { _ in Self.start + 86_400 * Double.random(in: 0..<5, using: &generator).rounded() }))
    }
  }

  private mutating func changeGuest(_ generator: inout SeededGenerator) {
    guard let place = guests.indices.randomElement(using: &generator) else { return }
    let hasRoom = Bool.random(using: &generator)
    let events: [Invitation.Event] =
      [
        .answered(.yes, word: nil, hasRoom: hasRoom), .answered(.perhaps, word: nil, hasRoom: hasRoom),
        .answered(.no, word: nil, hasRoom: hasRoom), .admitted,
      ] + (isConfirmed ? [] : [.voted(suits: hasRoom, hasRoom: true)])
    guard let event = events.randomElement(using: &generator) else { return }
    _ = guests[place].invitation.apply(event, at: Self.start)
  }

  private static func time(_ days: Int, _ generator: inout SeededGenerator) -> PartyTime {
    PartyTime(
      start: start + Double(days) * 86_400, minutes: Bool.random(using: &generator) ? 60 : 90, zone: "Europe/Berlin")
  }
}
