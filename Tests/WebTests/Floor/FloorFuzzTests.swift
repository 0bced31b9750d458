import Core
import Foundation
import SystemZones
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

/// Whatever comes in, in whatever order: shown state is stored state, and others don't suffer.
@Suite struct FloorFuzzTests {
  @Test(
    "After any storm of comings, goings, moves and nonsense the floor is what its stored events say",
    arguments: [1, 2, 3])
  func storm(_ seed: Int) async throws {
    let scene = try await FloorScene()
    let other = try await FloorScene()
    let strangers = try await other.ids()
    let people = [ParticipantID.host] + (try await scene.ids())
    let floor = try await scene.floor()
    await withTaskGroup(of: Void.self) { group in
      for (place, who) in people.enumerated() {
        group.addTask {
          var storm = Storm(seed: UInt64(seed * 100 + place), people: people + strangers)
          await storm.rage(80, by: who, at: floor)
        }
      }
    }
    let (setup, past) = try await scene.services.database.read { [party = scene.party] connection in
      (
        try FloorSetupStore(connection: connection, zones: SystemZones.standard.zones).setup(of: party),
        try FloorEventStore(connection: connection).changes(of: party)
      )
    }
    #expect(past.map(\.number) == past.indices.map { $0 + 1 }, "none lost, none doubled")
    var replayed = Floor(setup)
    for change in past { replayed.apply(change.event, at: change.at) }
    let shown = await floor.shown
    #expect(replayed.people.mapValues(\.table) == shown.people.mapValues(\.table))
    #expect(replayed.coasters == shown.coasters && replayed.cards == shown.cards)
    #expect(await floor.planned == shown)
    #expect(strangers.allSatisfy { shown.people[$0] == nil })
  }
}

/// Somebody who does anything at all.
private struct Storm {
  private var chance: SeededGenerator
  private let people: [ParticipantID]

  init(seed: UInt64, people: [ParticipantID]) {
    (chance, self.people) = (SeededGenerator(seed: seed), people)
  }

  mutating func rage(_ steps: Int, by who: ParticipantID, at floor: PartyFloor) async {
    var visitor = Visitor(who, at: floor)
    await visitor.enter()
    for step in 0..<steps {
      switch chance.next(upTo: 12) {
      case 0:
        await visitor.leave()
        visitor = Visitor(who, at: floor)
        await visitor.hello(last: chance.next(upTo: 60) - 5)
      case 1: visitor = await Visitor(who, at: floor).hello()
      case 2: await visitor.say(.signal(to: somebody(), data: .nothing))
      case 3: await visitor.say(.clink(to: somebody()))
      case 4: await visitor.say(.caption(text: "…", isFinal: true))
      default: await visitor.ask(request(), id: step)
      }
    }
  }

  private mutating func somebody() -> ParticipantID { people[chance.next(upTo: people.count)] }

  private mutating func request() -> FloorRequest {
    let table = TableID(number: chance.next(upTo: 6))
    let all: [FloorRequest] = [
      .enter, .move(table: table), .move(table: table), .moveToFreeTable, .moveSomewhere, .stepAway, .say(text: "Ja"),
      .coaster(line: nil, revision: nil, text: "Neu"),
      .coaster(line: 1, revision: chance.next(upTo: 4), text: "Anders"),
      .promise(to: [somebody()], text: "etwas"), .offerCard(to: somebody()), .answerCard(from: somebody(), take: true),
      .topic(topic: "Thema"), .privacy(isPrivate: chance.next(upTo: 2) == 0), .hand(up: true), .doors(state: .open),
      .letIn(who: somebody()), .glass(isUp: chance.next(upTo: 2) == 0), .nextPart(index: chance.next(upTo: 5)),
      .handOver(to: somebody()), .mode(mode: .voice, muted: true), .stay(isStaying: true), .askForWord, .doneSpeaking,
      .answerKnock(who: somebody(), isWelcome: true), .leave, .say(text: ""), .extend(seconds: .max),
      .startRounds(count: -1, minutes: 0),
    ]
    return all[chance.next(upTo: all.count)]
  }
}

extension SeededGenerator {
  fileprivate mutating func next(upTo bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
