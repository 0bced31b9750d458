import Core
import Formats
import House
import Records

/// A list and a wish as numbers in a JSON file, for comparing methods of choosing; docs/algorithms.md describes it.
package struct ChoosingInstance: Sendable {
  package let people: [Prospect]
  package let weights: [Int]
  package let wish: TableWish

  /// - Throws: a `Problem` if it can't be read or is inconsistent.
  package init(_ bytes: [UInt8]) throws {
    var draft = InstanceDraft()
    var cursor = JSONCursor(bytes)
    try cursor.object { cursor, key in try draft.read(key, from: &cursor) }
    try cursor.end()
    try draft.check()
    people = draft.people
    weights = draft.lists["weight"] ?? []
    wish = draft.wish
  }
}

/// The part of an instance read so far.
private struct InstanceDraft {
  var people: [Prospect] = []
  var numbers: [String: Int] = [:]
  var lists: [String: [Int]] = [:]

  private static let needed = ["T", "per", "m", "orgmax", "host", "dur"]
  private static let listed = ["facets", "weight", "pinned", "excluded", "slots"]
  private static let topicLimit = 1_000_000

  mutating func read(_ key: String, from cursor: inout JSONCursor) throws {
    if Self.needed.contains(key) {
      numbers[key] = try cursor.integer()
    } else if Self.listed.contains(key) {
      lists[key] = try cursor.integers()
    } else if key == "persons" {
      try cursor.array { people.append(try person(&$0, number: people.count)) }
    } else {
      try cursor.skip()
    }
  }

  private func person(_ cursor: inout JSONCursor, number: Int) throws -> Prospect {
    var person = Prospect(topics: [])
    var id = number
    try cursor.object { cursor, key in
      switch key {
      case "id": id = try cursor.integer()
      case "tags": person.topics = try cursor.integers()
      case "offers": person.offers = try cursor.integers()
      case "seeks": person.seeks = try cursor.integers()
      case "met": person.met = try cursor.integers()
      case "org": person.organisation = try cursor.integer()
      case "sen": person.seniority = try cursor.integer()
      case "country": person.country = try cursor.integer()
      case "lang": person.languages = UInt64(max(0, try cursor.integer()))
      case "avail": person.hours = UInt64(max(0, try cursor.integer()))
      default: try cursor.skip()
      }
    }
    if id != number { throw Problem("choose.command.wrong", ["what": "persons[\(number)].id"]) }
    return person
  }

  var wish: TableWish {
    let per = max(1, numbers["per", default: 1])
    let facets = lists["facets", default: []]
    var wish = TableWish(host: numbers["host", default: 0], size: numbers["m", default: 0], facets: facets)
    wish.perOrganisation = numbers["orgmax", default: 2]
    let fields = Set(facets.map { $0 / per })
    wish.neighbours = Set((0..<numbers["T", default: 0]).filter { fields.contains($0 / per) }).subtracting(facets)
    wish.pinned = lists["pinned", default: []]
    wish.excluded = Set(lists["excluded", default: []])
    wish.starts = lists["slots", default: []]
    wish.length = numbers["dur", default: 1]
    return wish
  }

  func check() throws {
    func demand(_ holds: Bool, _ what: String) throws {
      if !holds { throw Problem("choose.command.wrong", ["what": what]) }
    }
    for key in Self.needed { try demand(numbers[key] != nil, key) }
    let topics = 0..<numbers["T", default: 0]
    try demand((1...Self.topicLimit).contains(topics.count), "T")
    try demand((2...TableWish.largest).contains(wish.size), "m")
    try demand(people.indices.contains(wish.host), "host")
    try demand((1...48).contains(wish.length), "dur")
    for (key, limit) in [
      ("facets", topics), ("pinned", people.indices), ("excluded", people.indices), ("slots", 0..<48),
    ] {
      try demand(lists[key, default: []].allSatisfy { limit.contains($0) }, key)
    }
    try demand(lists["weight", default: []].allSatisfy { (0...1000).contains($0) }, "weight")
    for (number, person) in people.enumerated() {
      let named = [person.topics, person.offers, person.seeks].allSatisfy { $0.allSatisfy { topics.contains($0) } }
      let isKnown = person.met.allSatisfy { people.indices.contains($0) }
      let codes = [person.organisation, person.seniority, person.country].compactMap(\.self)
      try demand(named && isKnown && codes.allSatisfy { (0...Int(Int32.max)).contains($0) }, "persons[\(number)]")
    }
  }
}
