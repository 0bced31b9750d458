import Foundation
import SystemZones
import Testing

@testable import Core

/// A folder of zones that a test can change.
private final class ZoneFolder {
  let path = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(
      at: path.appending(path: "Europe"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: path) }

  func put(_ bytes: Data, _ name: String) throws {
    try bytes.write(to: path.appending(path: name), options: .atomic)
  }
}

@Suite("The system's time zones")
struct SystemZonesTests {
  private static func file(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(SystemZones.standard.folder)/\(name)"))
  }

  @Test("New rules are noticed without a restart, and an upgrade in between doesn't lose the old ones")
  func upgrade() async throws {
    let folder = try ZoneFolder()
    try folder.put(try Self.file("Europe/Berlin"), "Europe/Berlin")
    try folder.put(Data("# version 2026a\n".utf8), "tzdata.zi")
    try folder.put(Data("DE\t+5230+01322\tEurope/Berlin\n".utf8), "zone.tab")
    let zones = SystemZones(folder: folder.path.path).zones
    let noon = Date(timeIntervalSince1970: 1_796_299_200)
    #expect(zones["Europe/Berlin"].offset(at: noon) == 3600 && zones.catalogue.version == "2026a")
    try folder.put(Data("half".utf8), "Europe/Berlin")
    try await Task.sleep(for: .seconds(1.1))
    #expect(zones["Europe/Berlin"].offset(at: noon) == 3600)
    try folder.put(try Self.file("Asia/Kolkata"), "Europe/Berlin")
    try folder.put(Data("# version 2026b\n".utf8), "tzdata.zi")
    try await Task.sleep(for: .seconds(1.1))
    #expect(zones["Europe/Berlin"].offset(at: noon) == 19_800 && zones.catalogue.version == "2026b")
    try FileManager.default.removeItem(at: folder.path)
    try await Task.sleep(for: .seconds(1.1))
    #expect(zones["Europe/Berlin"].offset(at: noon) == 19_800 && zones.catalogue.version == "2026b")
  }

  @Test("Without the files there is only UTC, and nothing is guessed")
  func missing() {
    let zones = SystemZones(folder: "/nonexistent").zones
    #expect(zones.zone("Europe/Berlin") == nil && zones["Europe/Berlin"] == .utc && zones.zone("UTC") == .utc)
    #expect(zones.catalogue.offered.isEmpty && zones.catalogue.version == nil)
  }

  @Test("Every zone on offer can be read")
  func all() throws {
    for name in SystemZones.standard.zones.catalogue.offered { _ = try SystemZones.standard.readRules(name) }
  }

  @Test("Python's zoneinfo agrees on every zone, from 1970 to 2037 and in 2100")
  func python() throws {
    let known = SystemZones.standard.zones.catalogue
    let names = known.offered.sorted() + ["Etc/GMT+12", "Etc/GMT-14", "UTC"]
    let (start, end) = (0, 2_145_916_800)
    let answers = try names.map { name in
      let rules = try SystemZones.standard.readRules(name)
      let far = rules.changes(after: 4_102_444_800, through: 4_133_980_800)
      let changes = (rules.changes(after: start, through: end) + far).map {
        "\($0.moment):\($0.before.offset):\($0.after.offset)"
      }
      let samples = stride(from: start, to: 4_260_000_000, by: 7_776_001).map { "\($0):\(rules.period(at: $0).offset)" }
      return "\(name) \(changes.joined(separator: ",")) \(samples.joined(separator: ","))"
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(answers.joined(separator: "\n").utf8).write(to: file)
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Python/zone_check.py")
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [script.path, file.path, SystemZones.standard.folder]
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }
}
