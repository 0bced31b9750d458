import Foundation

@testable import Core

/// The reference in `Tests/Reference/rotation.py`, written in Python from the rules' text alone.
struct ReferenceChecker {
  struct Case: Encodable {
    let instance: Fields
    let schedule: [Seating]
  }

  /// The checker's verdict.
  struct Verdict: Decodable, Equatable {
    let ok: Bool
    let distinct: Int
    let weighted: Int
    let mustMissed: Int
    let surplus: Int
    let minMet: Int
    let ubPairs: Int
    let ubWeighted: Int
  }

  struct Fields: Codable {
    let n: Int
    let rounds: Int
    let sizes: [[Int]]
    let present: [[Int]]
    let forbid: [[Int]]
    let must: [[Int]]
    let weights: [[Int]]
    let `default`: Int

    init(_ instance: RotationInstance) {
      n = instance.guestCount
      rounds = instance.rounds
      sizes = instance.tableSizes
      present = instance.presence.map { $0.sorted() }
      forbid = instance.apart.sorted().map { [$0.low, $0.high] }
      must = instance.must.sorted().map { [$0.low, $0.high] }
      weights = instance.worths.sorted { $0.key < $1.key }.map { [$0.key.low, $0.key.high, $0.value] }
      self.default = instance.defaultWorth
    }
  }

  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") }

  /// All of them at once, in one run of Python.
  static func verdicts(_ cases: [Case]) throws -> [Verdict] {
    let file = FileManager.default.temporaryDirectory.appending(path: "rotation-\(UUID().uuidString).json")
    try JSONEncoder().encode(cases).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-B", script.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Verdict].self, from: answer)
  }

  private static let script = URL(filePath: #filePath).resolvingSymlinksInPath()
    .appending(path: "../../../Reference/rotation.py").standardized
}
