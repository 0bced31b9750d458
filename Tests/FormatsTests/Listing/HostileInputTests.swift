import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Hostile and broken files")
struct HostileInputTests {
  private static let samples = [
    "Name;E-Mail;Themen\r\n\"Adler, Anna\";anna@example.org;KI, Ethik\r\nBea;\"bea\"@example.org;\"a\nb\"\r\n",
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:M=FCller;J=\r\nrg\r\nEMAIL;PREF:a@example.org\r\nEND:VCARD\r\n",
    "To: \"Adler, Anna\" <a@example.org>, =?utf-8?Q?B=C3=A4?= <b@example.org>;\r\n Team: c@example.org;\r\n",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE;CN=\"A; B\":mailto:a@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "Titel,Referenten\nBäume,\"A A, B B und C C\"\n",
  ]

  @Test("Whatever happens to a file, reading it ends with people, rejections or a named problem", arguments: 0..<5)
  func mutations(sample: Int) throws {
    var random = SeededGenerator(seed: UInt64(sample) + 1)
    for _ in 0..<400 {
      let data = mutated(Array(Self.samples[sample].utf8), using: &random)
      do {
        let reading = try Reading(data)
        #expect(reading.people.allSatisfy { !$0.name.isEmpty || !$0.email.isEmpty })
        #expect(reading.people.allSatisfy { $0.email.isEmpty || MailAddress($0.email) != nil })
      } catch {
        #expect(error is Problem)
      }
    }
  }

  private func mutated(_ bytes: [UInt8], using random: inout SeededGenerator) -> Data {
    var bytes = bytes
    let marks = Array("\",;:=<>()\\\r\n \t@^?".utf8) + [0, 0x80, 0xC3, 0xFF]
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
      case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
      case 2: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: 0)
      }
    }
    return Data(bytes)
  }

  @Test("Of a table every line with content is a person, rejected, or part of the row above")
  func nothingIsLost() throws {
    var random = SeededGenerator(seed: 99)
    let cells = ["Anna", "\"Bea\"", "carl@example.org", "kaputt@", "", "\"offen", "\"Adler, Dora\"", "a\"b", "12", "-"]
    for _ in 0..<200 {
      let lines = (0..<20).map { _ in
        (0..<3).map { _ in cells.randomElement(using: &random) ?? "" }.joined(separator: ";")
      }
      let reading = try Reading("Name;E-Mail;Firma\n" + lines.joined(separator: "\n"))
      let told = Set(reading.people.map(\.line) + reading.rejected.map(\.line))
      for (index, line) in lines.enumerated() where line != ";;" && line.filter({ $0 == "\"" }).count.isMultiple(of: 2)
      {
        let isWithinCell = lines[..<index].contains { !$0.filter { $0 == "\"" }.count.isMultiple(of: 2) }
        #expect(told.contains(index + 2) || isWithinCell, "\(lines)")
      }
    }
  }

  @Test(
    "Floods of structure are read in the time of their size",
    arguments: [
      "\"", "\"\"\"a\n", "a,\"\n", "BEGIN:VCARD\n", "<", "(", "=?utf-8?Q?", "To: ", "a@", ",", "\n ", ";\"", "\\", "[",
      "Ä;",
    ]
  )
  func floods(piece: String) throws {
    let data = Data(String(repeating: piece, count: 60_000 / piece.utf8.count).utf8)
    for start in ["", "To: ", "BEGIN:VCARD\nFN:", "Name;Mail\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN="] {
      let taken = processorTime {
        do { _ = try Reading(Data(start.utf8) + data) } catch { #expect(error is Problem) }
      }
      #expect(taken < .seconds(20), "\(start)")
    }
  }
}
