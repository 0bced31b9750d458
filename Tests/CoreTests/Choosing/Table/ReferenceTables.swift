import Foundation

@testable import Core

/// Instances and tables with what the reference in `Tests/Reference`, written in Python from the rules' text alone, says of them.
struct ReferenceTables {
  struct Case: Decodable {
    let instance: Instance
    let tables: [Table]
  }

  struct Instance: Decodable {
    let topics: Int
    let per: Int
    let m: Int
    let orgmax: Int
    let host: Int
    let facets: [Int]
    let weight: [Int]
    let pinned: [Int]
    let excluded: [Int]
    let slots: [Int]
    let dur: Int
    let persons: [Person]

    private enum CodingKeys: String, CodingKey {
      case topics = "T"
      case per, m, orgmax, host, facets, weight, pinned, excluded, slots, dur, persons
    }
  }

  struct Person: Decodable {
    let tags: [Int]
    let offers: [Int]
    let seeks: [Int]
    let org: Int
    let sen: Int
    let country: Int
    let lang: UInt64
    let avail: UInt64
    let met: [Int]
  }

  struct Table: Decodable {
    let ids: [Int]
    let score: Int
    let slot: Int?
    let lang: UInt64
    let errors: Int
    let reasons: [Reason]
  }

  struct Reason: Decodable {
    let fit: Int
    let loss: Int
    let partners: [[Int]]
  }

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") }

  private static let script = URL(filePath: #filePath).resolvingSymlinksInPath()
    .appending(path: "../../../../Reference/choosing.py").standardized

  static func cases(_ count: Int) throws -> [Case] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-B", Self.script.path, "\(count)"]
    process.standardOutput = output
    try process.run()
    let lines = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try lines.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Case.self, from: $0) }
  }
}

extension TableModel {
  init(_ instance: ReferenceTables.Instance) {
    let people = instance.persons.map {
      Prospect(
        topics: $0.tags, offers: $0.offers, seeks: $0.seeks, organisation: $0.org, seniority: $0.sen,
        country: $0.country, languages: $0.lang, hours: $0.avail, met: $0.met)
    }
    var wish = TableWish(host: instance.host, size: instance.m, facets: instance.facets)
    let fields = Set(instance.facets.map { $0 / instance.per })
    wish.neighbours = Set(
      (0..<instance.topics).filter { fields.contains($0 / instance.per) && !instance.facets.contains($0) })
    wish.perOrganisation = instance.orgmax
    wish.pinned = instance.pinned
    wish.excluded = Set(instance.excluded)
    wish.starts = instance.slots
    wish.length = instance.dur
    self.init(ProspectIndex(people, weights: instance.weight), wish)
  }
}
