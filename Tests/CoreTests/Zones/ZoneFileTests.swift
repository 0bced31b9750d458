import Foundation
import TestKit
import Testing

@testable import Core

/// Writes zone files, including invalid ones.
private struct Compiled {
  var version: UInt8 = 0x32
  var moments: [Int] = []
  var indices: [UInt8] = []
  var types: [(offset: Int32, daylight: UInt8, name: UInt8)] = [(3600, 0, 0)]
  var leaps = 0
  var footer = "\nCET-1CEST,M3.5.0,M10.5.0/3\n"

  /// Version 2 and later begin with a block for old readers, which is as small as possible here.
  var bytes: [UInt8] {
    if version == 0 { return header(leaps, moments.count, types.count) + block(4) }
    return header(0, 0, 1) + [0, 0, 0, 0, 0, 0] + Array("X\0\0\0".utf8)
      + header(leaps, moments.count, types.count) + block(8) + Array(footer.utf8)
  }

  private func header(_ leaps: Int, _ times: Int, _ types: Int) -> [UInt8] {
    let counts = [0, 0, leaps, times, types, 4]
    return Array("TZif".utf8) + [version] + Array(repeating: 0, count: 15) + counts.flatMap { big($0, 4) }
  }

  private func block(_ size: Int) -> [UInt8] {
    moments.flatMap { big($0, size) } + indices
      + types.flatMap { big(Int($0.offset), 4) + [$0.daylight, $0.name] } + Array("X\0\0\0".utf8)
      + Array(repeating: 0, count: leaps * (size + 4))
  }

  private func big(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

@Suite("A compiled zone")
struct ZoneFileTests {
  @Test("Versions 1 to 4 are read; the footer covers the time after the last change", arguments: [0, 0x32, 0x33, 0x34])
  func versions(_ version: UInt8) throws {
    var file = Compiled(version: version, moments: [1_000_000], indices: [1])
    file.types.append((7200, 1, 0))
    let rules = try ZoneFile.rules(file.bytes)
    #expect(rules.period(at: 999_999).offset == 3600 && rules.period(at: -9_000_000_000).offset == 3600)
    // July 2026: version 1 has no footer, and keeps its last rule.
    #expect(rules.period(at: 1_000_000).offset == (version == 0 ? 7200 : 3600))
    #expect(rules.period(at: 1_783_000_000) == ZoneRules.Period(offset: 7200, isDaylight: true))
    #expect(rules.period(at: 1_796_000_000).offset == (version == 0 ? 7200 : 3600))
  }

  @Test("Each kind of rule for the far future is understood")
  func footers() throws {
    func offset(_ footer: String, _ date: String, _ clock: String = "12:00") throws -> Int {
      let rules = try ZoneFile.rules(Compiled(footer: "\n\(footer)\n").bytes)
      return rules.period(at: try LocalTime(date: date, time: clock, zone: "UTC", in: .none).instant.wholeSeconds)
        .offset
    }
    #expect(try offset("UTC0", "2100-07-01") == 0)
    #expect(try offset("<+0330>-3:30", "2100-07-01") == 12_600)
    #expect(try offset("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2100-07-01") == -3600)
    #expect(try offset("IST-1GMT0,M10.5.0,M3.5.0/1", "2100-01-01") == 0)
    #expect(try offset("IST-1GMT0,M10.5.0,M3.5.0/1", "2100-07-01") == 3600)
    #expect(try offset("AEST-10AEDT,M10.1.0,M4.1.0/3", "2100-01-01") == 39_600)
    // All year: RFC 9636 §3.3.1.
    for month in 1...12 {
      #expect(try offset("XXX3EDT4,0/0,J365/23", "2100-\(month > 9 ? "" : "0")\(month)-01") == -14_400)
    }
    // 1 March is day 60 of Julian days, and day 60 or 59 of the ordinal ones.
    #expect(
      try offset("AAA0BBB,J60/0,J300/0", "2104-02-29") == 0 && offset("AAA0BBB,J60/0,J300/0", "2104-03-01") == 3600)
    #expect(try offset("AAA0BBB,59/0,300/0", "2104-02-29") == 3600 && offset("AAA0BBB,59/0,300/0", "2103-02-28") == 0)
    #expect(try offset("AAA0BBB,M3.2.0/167,M11.1.0", "2026-03-14") == 0)
    #expect(try offset("AAA0BBB,M3.2.0/167,M11.1.0", "2026-03-15") == 3600)
  }

  @Test(
    "What is no rule is refused",
    arguments: [
      "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-25", "C-1", "<+>-1", "<+03-3",
      "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365",
      "CET-1CEST,J366,J365", "CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1:60", "CET-99999999999999999999",
      "CET-1CEST,M99999999999999999999.5.0,M10.5.0", "ÄÖÜ-1",
    ])
  func wrongFooters(_ footer: String) {
    #expect(throws: ZoneProblem.footer) { try ZoneFile.rules(Compiled(footer: "\n\(footer)\n").bytes) }
  }

  @Test("A file that is no zone is refused, with the reason")
  func refused() {
    func problem(_ bytes: [UInt8]) -> ZoneProblem? {
      do {
        _ = try ZoneFile.rules(bytes)
        return nil
      } catch { return error }
    }
    let good = Compiled(moments: [1, 2], indices: [0, 0])
    #expect(problem(good.bytes) == nil)
    #expect(problem([]) == .length && problem(Array("<html>".utf8)) == .notZoneFile)
    #expect(problem(Array(good.bytes.dropLast(1))) == .footer)
    for length in 0..<(good.bytes.count - 1) { #expect(problem(Array(good.bytes.prefix(length))) != nil) }
    #expect(problem(Array(repeating: 0, count: ZoneFile.largest + 1)) == .length)
    #expect(problem(Compiled(version: 0x35).bytes) == .notZoneFile)
    #expect(problem(Compiled(moments: [2, 1], indices: [0, 0]).bytes) == .numbers)
    #expect(problem(Compiled(moments: [.max], indices: [0]).bytes) == .numbers)
    #expect(problem(Compiled(moments: [1], indices: [9]).bytes) == .numbers)
    #expect(problem(Compiled(types: [(.min, 0, 0)]).bytes) == .numbers)
    #expect(problem(Compiled(types: [(0, 2, 0)]).bytes) == .numbers)
    #expect(problem(Compiled(types: [(0, 0, 4)]).bytes) == .numbers)
    #expect(problem(Compiled(types: []).bytes) == .numbers)
    #expect(problem(Compiled(leaps: 1).bytes) == .leapSeconds)
    var huge = good.bytes
    for index in 24..<44 { huge[index] = 0x7F }
    #expect(problem(huge) == .length)
  }

  @Test("Altered bytes are refused or read, and whatever was read answers for every time")
  func fuzz() {
    var generator = SeededGenerator(seed: 9636)
    let seeds = [
      Compiled(moments: [-5, 1_000, 2_000_000_000], indices: [0, 1, 0], types: [(3600, 0, 0), (7200, 1, 0)]).bytes,
      Compiled(version: 0, moments: [1], indices: [0]).bytes, Compiled(footer: "\nXXX3EDT4,0/0,J365/23\n").bytes,
    ]
    var read = 0
    for round in 0..<30_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<6, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert([0, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0, at: index)
        default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      guard let rules = try? ZoneFile.rules(bytes) else { continue }
      read += 1
      let zone = Zone(identifier: "X", rules: rules)
      for time in [
        Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan), .init(timeIntervalSince1970: 1e300),
      ] {
        #expect((-90_000...94_000).contains(zone.offset(at: time)) || zone.offset(at: time).magnitude < 100_000)
        _ = LocalTime(time, in: zone).instant
      }
      for moment in [Int.min, 0, .max] { _ = rules.period(at: moment) }
      #expect(rules.changes(after: 1_700_000_000, through: 1_900_000_000).count < 100)
    }
    #expect(read > 1000)
  }
}
