import Foundation
import TestKit
import Testing

@testable import Core

@Suite("The floor's JSON")
struct FloorCodableTests {
  private let coder = (encoder: JSONEncoder(), decoder: JSONDecoder())

  @Test("Every event comes back as it was written")
  func events() throws {
    var cases: Set<String> = []
    for seed in UInt64(201)...206 {
      var evening = RandomEvening(seed: seed, isChecked: false)
      for _ in 0..<300 { evening.step() }
      for (event, _) in evening.evening.log {
        let data = try coder.encoder.encode(event)
        #expect(try coder.decoder.decode(FloorEvent.self, from: data) == event)
        cases.insert(try key(data))
      }
    }
    let rare: [FloorEvent] = [
      .ended(by: nil), .ended(by: .host), .held(since: nil, endsAt: Evening.start), .removed(who: g(1), by: .host),
      .cardLaidAside(from: g(1), to: g(2)), .backstage(who: []), .backstage(who: [.host, g(1)]),
      .hushed(who: g(1), hush: Hush(isForAll: true, people: [g(2)])), .pausing(who: g(1), since: nil),
      .cardWithdrawn(from: g(1), to: g(2)), .wordPassed(who: g(1)), .wordOffered(who: g(1)),
      .knockEnded(who: g(1), table: t(1), isWelcome: true),
      .rounds(rounds: Rounds(count: 3, minutes: 8)), .rounds(rounds: nil),
    ]
    for event in rare {
      let data = try coder.encoder.encode(event)
      #expect(try coder.decoder.decode(FloorEvent.self, from: data) == event)
      cases.insert(try key(data))
    }
    #expect(cases.count == 47, "\(cases.sorted())")
  }

  @Test("Every request comes back as it was written, with its case as the only key")
  func requests() throws {
    var cases: Set<String> = []
    var evening = try Evening.running(3)
    try evening.gather(g(1), g(2), at: t(1))
    var requests = RandomRequests(dice: SeededGenerator(seed: 5), people: [.host, g(1), g(2), g(3)])
    for step in 0..<4000 {
      let request = requests.next(on: evening.floor, by: step % 2 == 0 ? .host : g(3))
      let data = try coder.encoder.encode(request)
      #expect(try coder.decoder.decode(FloorRequest.self, from: data) == request)
      cases.insert(try key(data))
    }
    #expect(cases.count == 52, "\(cases.sorted())")
  }

  @Test("A view comes back as it was written")
  func view() throws {
    var evening = RandomEvening(seed: 300, isChecked: false)
    for _ in 0..<300 { evening.step() }
    for who in evening.evening.floor.people.keys {
      guard let view = evening.evening.floor.view(of: who) else { continue }
      #expect(try coder.decoder.decode(FloorView.self, from: coder.encoder.encode(view)) == view)
    }
  }

  @Test("A field a page omits is nil")
  func leftOut() throws {
    let requests: [(String, FloorRequest)] = [
      (#"{"coaster": {"text": "Ask Kim"}}"#, .coaster(line: nil, revision: nil, text: "Ask Kim")),
      (#"{"nextPart": {}}"#, .nextPart(index: nil)), (#"{"enter": {}}"#, .enter),
      (#"{"nextSpeaker": {}}"#, .nextSpeaker(who: nil)),
    ]
    for (text, request) in requests {
      #expect(try coder.decoder.decode(FloorRequest.self, from: Data(text.utf8)) == request)
    }
  }

  @Test(
    "What can't be read is refused",
    arguments: [
      "{}", "[]", #"{"dance": {}}"#, #"{"move": {}}"#, #"{"move": {"table": 2}}"#, #"{"enter": {}, "leave": {}}"#,
      #"{"say": {"text": null}}"#,
    ])
  func unreadable(text: String) {
    #expect(throws: (any Error).self) { try coder.decoder.decode(FloorRequest.self, from: Data(text.utf8)) }
  }

  private func key(_ data: Data) throws -> String {
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object.count == 1)
    return try #require(object.keys.first)
  }
}
