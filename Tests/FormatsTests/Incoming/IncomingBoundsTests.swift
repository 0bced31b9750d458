import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Mails of strangers")
struct IncomingBoundsTests {
  @Test("Ten thousand damaged mails are read to an end, and none keeps more than its limits")
  func damaged() throws {
    let mails = try IncomingMailTests.names.map { Array(try IncomingMailTests.data($0)) }
    // Another seed: `MUTATION_SEED=7`.
    let seed = ProcessInfo.processInfo.environment["MUTATION_SEED"].flatMap(UInt64.init) ?? 13
    var chance = SplitMix(seed: seed)
    for round in 0..<10_000 {
      let damaged = Self.damage(mails[round % mails.count], mails, &chance)
      guard let mail = IncomingMail(Data(damaged)) else { continue }
      let limits = IncomingLimits.standard
      #expect(mail.text.said.count <= limits.text && mail.text.quoted.count <= limits.text)
      #expect(mail.subject.count <= limits.subject && mail.mentioned.count <= 50 && mail.recipients.count <= 100)
    }
  }

  @Test(
    "A mail that nests thousands of mails or parts is refused before it is parsed", arguments: ["multipart", "message"])
  func nested(_ kind: String) {
    var mail = "From: a@b.example\nTo: c@d.example\n"
    for level in 0..<20_000 {
      mail +=
        kind == "multipart"
        ? "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
        : "Content-Type:\n message/rfc822\n\nSubject: \(level)\n"
    }
    #expect(IncomingMail(Data(mail.utf8)) == nil)
  }

  @Test("A very long mail is read only up to its limits, in a moment")
  func long() throws {
    let lines = String(repeating: "> quoted quoted quoted quoted\n", count: 500_000)
    let data = Data("From: a@b.example\nTo: c@d.example\n\nJa.\n\(lines)".utf8)
    var read: IncomingMail?
    #expect(processorTime { read = IncomingMail(data) } < .seconds(5))
    let mail = try #require(read)
    #expect(mail.text.said == "Ja." && mail.text.quoted.count <= IncomingLimits.standard.text)
  }

  @Test("Thousands of attendees, recipients and parts are counted only up to their limits")
  func many() throws {
    let attendees = String(repeating: "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:x@y.example\n", count: 100_000)
    let calendar = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\n\(attendees)END:VEVENT\nEND:VCALENDAR\n"
    #expect(CalendarReply(Array(calendar.utf8))?.says == .nothing)
    let parts = String(repeating: "--b\nContent-Type: text/plain\n\nx\n", count: 20_000)
    let many = (0..<20_000).map { "a\($0)@b.example" }.joined(separator: ",\n ")
    let mail = "From: a@b.example\nTo: \(many)\nContent-Type: multipart/mixed; boundary=b\n\n\(parts)--b--\n"
    #expect(try #require(IncomingMail(Data(mail.utf8))).recipients.count <= 100)
  }

  /// Bytes flipped, dropped, doubled, and pieces of another mail.
  private static func damage(_ mail: [UInt8], _ others: [[UInt8]], _ chance: inout SplitMix) -> [UInt8] {
    var mail = mail
    for _ in 0..<(1 + chance.next(20)) where !mail.isEmpty {
      let place = chance.next(mail.count)
      let end = min(mail.count, place + 1 + chance.next(80))
      switch chance.next(5) {
      case 0: mail[place] = UInt8(chance.next(256))
      case 1: mail.removeSubrange(place..<end)
      case 2: mail.insert(contentsOf: mail[place..<end], at: place)
      case 3:
        let other = others[chance.next(others.count)]
        let from = chance.next(other.count)
        mail.insert(contentsOf: other[from..<min(other.count, from + 200)], at: place)
      default: mail[place] = [0x0A, 0x0D, 0x3A, 0x22, 0x3D, 0x3C, 0x00, 0xFF][chance.next(8)]
      }
    }
    return mail
  }
}

/// Steele, Lea and Flood's generator: the same numbers on every run.
private struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(bound, 1)))
  }
}
