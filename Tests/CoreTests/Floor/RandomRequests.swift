import TestKit

@testable import Core

/// Requests as people make them, including people with bad intentions.
struct RandomRequests {
  var dice: SeededGenerator
  let people: [ParticipantID]

  mutating func next(on floor: Floor, by who: ParticipantID) -> FloorRequest {
    if floor.mayHost(who), chance(in: 3) { return hosts(floor) }
    switch floor.people[who]?.presence {
    case .inside where chance(in: 3): return near(floor, who)
    case .inside: return chance(in: 4) ? common(floor) : any(floor)
    case .waiting, .lobby: return chance(in: 3) ? any(floor) : .enter
    default: return chance(in: 5) ? any(floor) : .arrive(profile: profile(), mode: mode())
    }
  }

  mutating func chance(in count: Int) -> Bool { Int.random(in: 0..<count, using: &dice) == 0 }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

  mutating func somebody() -> ParticipantID {
    chance(in: 60) ? ParticipantID("stranger") : people[number(0...(people.count - 1))]
  }

  /// Requests likely to be granted: about people who are here, knock or offer a card.
  private mutating func near(_ floor: Floor, _ who: ParticipantID) -> FloorRequest {
    let table = floor.table(of: who)
    let company = table.map { floor.company(at: $0.id).map(\.id).filter { $0 != who } } ?? []
    if let knocker = table?.knocking.first, chance(in: 2) {
      return .answerKnock(who: knocker, isWelcome: !chance(in: 3))
    }
    if let offer = floor.cards.last(where: { $0.to == who && !$0.isTaken }), chance(in: 2) {
      return .answerCard(from: offer.from, take: chance(in: 2))
    }
    if let offer = floor.cards.last(where: { $0.from == who && !$0.isTaken }), chance(in: 5) {
      return .withdrawCard(to: offer.to)
    }
    guard let other = company.first else { return .moveSomewhere }
    switch number(0...6) {
    case 0: return .offerCard(to: other)
    case 1: return .promise(to: chance(in: 2) ? [] : [other], text: text())
    case 2: return .privacy(isPrivate: true)
    case 3: return .passWord
    case 4: return .oneMoreMinute
    case 5:
      guard let line = table.flatMap({ floor.coasters[$0.id]?.last }) else { return .hand(up: true) }
      return .coaster(
        line: line.id, revision: line.revision - (chance(in: 3) ? 1 : 0), text: chance(in: 3) ? "" : text())
    default: return .doneSpeaking
    }
  }

  private mutating func common(_ floor: Floor) -> FloorRequest {
    switch number(0...6) {
    case 0, 1: .move(table: table(floor))
    case 2: .say(text: text())
    case 3: .coaster(line: nil, revision: nil, text: text())
    case 4: .moveSomewhere
    case 5: .offerCard(to: somebody())
    default: .askForWord
    }
  }

  private mutating func any(_ floor: Floor) -> FloorRequest {
    switch number(0...53) {
    case 0: .arrive(profile: profile(), mode: mode())
    case 1: .change(profile: profile())
    case 2, 3: .mode(mode: mode(), muted: chance(in: 2))
    case 4: .enter
    case 5: .leave
    case 6: .hand(up: chance(in: 2))
    case 7, 8: .move(table: table(floor))
    case 9, 10: .moveToFreeTable
    case 11: .moveSomewhere
    case 12: .stepAway
    case 13: .withdrawKnock
    case 14, 15: .answerKnock(who: somebody(), isWelcome: chance(in: 2))
    case 16: .topic(topic: chance(in: 3) ? "" : text())
    case 17, 18, 19: .privacy(isPrivate: !chance(in: 3))
    case 20: .say(text: text())
    case 21, 22:
      .coaster(line: number(0...floor.memory.lastLine), revision: number(1...3), text: chance(in: 2) ? "" : text())
    case 23: .promise(to: chance(in: 2) ? [] : [somebody(), somebody()], text: text())
    case 24: .offerCard(to: somebody())
    case 25: .withdrawCard(to: somebody())
    case 26, 27: .answerCard(from: somebody(), take: chance(in: 2))
    case 28: .oneMoreMinute
    case 29: .askForWord
    case 30: .passWord
    case 31: .doneSpeaking
    case 32: .stay(isStaying: chance(in: 2))
    case 33: .comeLater(minutes: number(-5...70))
    case 34, 35: .pause(isOn: !chance(in: 3))
    case 36: .whisper(to: somebody(), text: text())
    case 37: .hush(from: chance(in: 3) ? nil : somebody(), isOn: chance(in: 3))
    case 38: .backstage(isOpen: false)
    default: hosts(floor)
    }
  }

  private mutating func hosts(_ floor: Floor) -> FloorRequest {
    if floor.part?.kind == .mingling, floor.rounds == nil, chance(in: 4) { return .startRounds(count: 2, minutes: 1) }
    return steer(floor)
  }

  private mutating func steer(_ floor: Floor) -> FloorRequest {
    switch number(0...25) {
    case 0: .doors(state: [.closed, .knock, .open, .open][number(0...3)])
    case 1, 2: .letIn(who: people.first { floor.people[$0]?.presence == .waiting } ?? somebody())
    case 3: chance(in: 4) ? .remove(who: somebody()) : .offerWord(to: somebody())
    case 4: .handOver(to: somebody())
    case 5: .glass(isUp: chance(in: 2))
    case 6: .announce(text: text())
    case 7: .programme(parts: parts(floor))
    case 8: .nextPart(index: chance(in: 3) ? number(-1...6) : nil)
    case 9: .extend(seconds: number(-5...200))
    case 10: .hold(isHeld: chance(in: 3))
    case 11: .speakers(queue: [somebody(), somebody()])
    case 12: .nextSpeaker(who: chance(in: 2) ? somebody() : nil)
    case 13: .extendSpeaker
    case 14: .offerWord(to: somebody())
    case 15: .startRounds(count: number(0...4), minutes: number(0...4))
    case 18, 19: .nextQuestion
    case 20: .mute(who: somebody())
    case 21: .muteTable(table: table(floor))
    case 22: .lowerHands
    case 25: .murmur(isOn: chance(in: 2))
    case 23, 24: .backstage(isOpen: true)
    case 16: chance(in: 3) ? .endRounds : .nextSpeaker(who: nil)
    default: chance(in: 6) ? .end : .hold(isHeld: false)
    }
  }

  private mutating func table(_ floor: Floor) -> TableID {
    let tables = floor.tables.keys.sorted()
    return chance(in: 30) || tables.isEmpty ? TableID(number: number(0...40)) : tables[number(0...(tables.count - 1))]
  }

  private mutating func parts(_ floor: Floor) -> [Programme.Part] {
    var parts = floor.programme
    let place = number(0...(parts.count - 1))
    switch number(0...3) {
    case 0: parts.append(.init(kind: .mingling, title: text(), minutes: number(0...3)))
    case 1: parts[place].minutes = number(1...4)
    case 2: parts.remove(at: place)
    default: parts[place].kind = Programme.Kind.allCases[number(0...6)]
    }
    return parts
  }

  private mutating func profile() -> Participant.Profile {
    .init(name: text(), line: chance(in: 2) ? "" : text(), drink: "Tea")
  }

  private mutating func mode() -> Participant.Mode { Participant.Mode.allCases[number(0...3)] }

  private mutating func text() -> String {
    switch number(0...30) {
    case 0: " \n"
    case 1: String(repeating: "ä", count: 3000)
    default: "  word \(number(0...999))"
    }
  }
}
