import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Workbooks of Excel 97")
struct Excel97Tests {
  private var sample: OldWorkbookSample {
    var sample = OldWorkbookSample()
    for (column, text) in ["Name", "E-Mail", "Seit"].enumerated() { sample.add(text, row: 0, column: UInt8(column)) }
    sample.add("Łukasz Żółw", row: 1, column: 0)
    sample.add("l@example.org", row: 1, column: 1)
    return sample
  }

  @Test("Texts, packed numbers and dates are read")
  func cells() throws {
    var sample = sample
    sample.add(global: 0xE0, [0, 0, 0, 0] + [UInt8](repeating: 0, count: 16))
    sample.add(global: 0xE0, [0, 0, 14, 0] + [UInt8](repeating: 0, count: 16))
    let day = UInt32(45_984) << 2 | 2
    sample.add(0x027E, [1, 0, 2, 0, 1, 0] + (0..<4).map { UInt8(day >> (8 * $0) & 0xFF) })
    let parts = try DirectReading.parts(of: sample.data())
    #expect(parts.cells == [["Name", "E-Mail", "Seit"], ["Łukasz Żółw", "l@example.org", "2025-11-23"]])
  }

  @Test("Shared texts may continue in the next record with another width")
  func continued() throws {
    var sample = sample
    sample.add(global: 0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0x41, 0x6E])
    sample.add(global: 0x3C, [1, 0x6E, 0, 0x61, 0])
    sample.add(0xFD, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(try DirectReading.parts(of: sample.data()).cells.last == ["Anna"])
  }

  @Test("A list in such a workbook becomes people")
  func people() throws {
    let reading = try Reading(sample.data())
    #expect(reading.names == ["Łukasz Żółw"] && reading.summary.kind == .xls)
  }

  @Test(
    "What else comes in this envelope is named, with the way out",
    arguments: [("WordDocument", "oldWord"), ("EncryptedPackage", "encrypted"), ("Irgendwas", "oldExcel")])
  func others(stream: String, problem: String) {
    let data = OldWorkbookSample.compound(Data(), name: stream)
    #expect(throws: Problem("import.problem." + problem)) { try ListReader.recognise(data) }
  }

  @Test("A password-protected workbook is reported as such")
  func password() throws {
    var sample = sample
    sample.add(global: 0x2F, [0, 0])
    #expect(throws: Problem("import.problem.encrypted")) { try DirectReading.parts(of: sample.data()) }
  }

  @Test("Damaged workbooks end with rows or a problem")
  func damaged() throws {
    var random = SeededGenerator(seed: 5)
    let data = sample.data()
    for _ in 0..<300 {
      var damaged = data
      for _ in 0..<6 {
        let place = [24..<120, 512..<560, 1024..<1300, 1536..<1750].randomElement(using: &random) ?? 24..<120
        damaged[Int.random(in: place, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do { _ = try DirectReading.parts(of: damaged) } catch { #expect(error is Problem) }
    }
  }
}
