import Foundation
import Testing

@testable import Formats

@Suite("The reading process's output")
struct ContentWireTests {
  @Test("Tables, lines and files come back as they were")
  func whole() throws {
    let parts = DocumentContent.parts([
      .table([DocumentRow(line: 3, cells: ["Anna\nAdler", "", "x"]), DocumentRow(line: 4, cells: ["ü"])]),
      .lines([DocumentLine(line: 1, text: ""), DocumentLine(line: 2, text: "a\tb")]),
    ])
    let files = DocumentContent.files([InnerFile(name: "a.csv", data: Data([0x1E, 0x1F, 0, 0xFF]))])
    for content in [parts, files, .parts([])] {
      #expect(try ContentWire.decode(ContentWire.encode(content)) == content)
    }
  }

  @Test("A problem comes back unchanged")
  func problem() {
    let problem = Problem("import.problem.cellTooLong", ["line": "4", "limit": "1000"])
    #expect(throws: problem) { try ContentWire.decode(ContentWire.encode(problem)) }
  }

  @Test("Output that ends in the middle counts as nothing, at whatever byte")
  func cut() {
    let content = DocumentContent.files([InnerFile(name: "a", data: Data("Anna".utf8))])
    let whole = ContentWire.encode(content)
    for length in 0..<whole.count {
      #expect(throws: Problem("import.problem.readerFailed")) { try ContentWire.decode(whole.prefix(length)) }
    }
  }

  @Test("A program that writes too much, takes too long or doesn't exist costs only its file")
  func runs() throws {
    var limits = ReadingLimits.standard
    limits.seconds = 0.5
    #expect(throws: Problem("import.problem.tooSlow")) {
      try ToolRun("/bin/sleep", ["20"], input: Data(), limits: limits)
    }
    #expect(throws: Problem("import.problem.zipBomb", ["limit": "1000"])) {
      try ToolRun("/usr/bin/yes", [], input: Data(), limits: limits, outputLimit: 1000)
    }
    #expect(throws: Problem("import.problem.readerFailed")) {
      try ToolRun("/nowhere", [], input: Data(), limits: limits)
    }
    #expect(try ToolRun("/bin/cat", [], input: Data("Anna".utf8), limits: limits).output == Data("Anna".utf8))
  }

  @Test("A process that reads and ends silently is a failure")
  func silent() {
    let reading = SeparateReading(program: "/bin/true", arguments: [])
    #expect(throws: Problem("import.problem.readerFailed")) {
      try reading.content(of: Data("x".utf8), kind: .pdf, limits: .standard)
    }
  }
}
