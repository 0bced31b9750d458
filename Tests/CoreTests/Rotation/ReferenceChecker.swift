import Foundation

@testable import Core

/// The reference checker `check_b.py`, where it lies beside the repository (or in the folder that `STEHTISCH_CHECKERS` names).
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

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "check_b.py").path)
      && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
  }

  /// All of them at once, in one run of Python.
  static func verdicts(_ cases: [Case]) throws -> [Verdict] {
    let file = FileManager.default.temporaryDirectory.appending(path: "rotation-\(UUID().uuidString).json")
    try JSONEncoder().encode(cases).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-B", "-c", script, folder.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Verdict].self, from: answer)
  }

  private static let script = """
    import json, sys
    sys.path.insert(0, sys.argv[1])
    import check_b
    print(json.dumps([check_b.check(case["instance"], case["schedule"]) for case in json.load(open(sys.argv[2]))]))
    """

  private static var folder: URL {
    if let named = ProcessInfo.processInfo.environment["STEHTISCH_CHECKERS"] { return URL(filePath: named) }
    return URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/data/algorithms").standardized
  }
}
