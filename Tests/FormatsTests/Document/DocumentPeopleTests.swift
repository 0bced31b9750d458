import Testing

@testable import Formats

@Suite("People of documents")
struct DocumentPeopleTests {
  @Test("A document's table is read like any other, with the reader's line numbers")
  func table() throws {
    let rows = [
      DocumentRow(line: 3, cells: ["Name", "E-Mail"]), DocumentRow(line: 4, cells: ["Anna Adler", "anna@example.org"]),
      DocumentRow(line: 9, cells: ["Bea Bach <bea@example.org>", ""]),
    ]
    let people = try read([.lines([DocumentLine(line: 1, text: "Teilnehmerliste")]), .table(rows)])
    #expect(people.map(\.name) == ["Anna Adler", "Bea Bach"])
    #expect(people.map(\.email) == ["anna@example.org", "bea@example.org"])
    #expect(people.map(\.line) == [4, 9])
  }

  @Test("Without a table the lines are read, with their own numbers, however large")
  func lines() throws {
    let lines = [
      DocumentLine(line: 5, text: "Anna Adler <anna@example.org>"),
      DocumentLine(line: .max, text: "Bea Bach <bea@example.org>"),
    ]
    #expect(try read([.lines(lines)]).map(\.name) == ["Anna Adler", "Bea Bach"])
    #expect(try read([.lines([lines[0]])]).map(\.line) == [5])
  }

  @Test("An empty document has nobody")
  func empty() throws {
    #expect(try read([]).isEmpty)
    #expect(try read([.table([]), .lines([])]).isEmpty)
  }

  private func read(_ parts: [DocumentPart]) throws -> [ListedPerson] {
    var people: [ListedPerson] = []
    var reader = DocumentPeople()
    try reader.read(parts) { event in
      if case .person(let person) = event { people.append(person) }
    }
    return people
  }
}
