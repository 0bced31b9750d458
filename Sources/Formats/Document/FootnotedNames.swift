import Names

/// People whose organisations stand below them, referred to by raised marks: `Anna Adler¹, Bo Bach²` above
/// `¹ Beispiel AG`.
struct FootnotedNames {
  private struct Segment {
    var name: String
    var marks: [String]
  }

  private let lines: [DocumentLine]
  private var notes: [String: String] = [:]
  private var people: [(line: Int, segments: [Segment])] = []

  /// Turns a part of lines with such people into a table; others stay.
  static func tabled(_ part: DocumentPart) -> DocumentPart {
    guard case .lines(let lines) = part, let rows = FootnotedNames(lines).rows() else { return part }
    return .table(rows)
  }

  /// True if plain text is written this way.
  static func hold(_ lines: [String]) -> Bool {
    if case .table = tabled(LineBlocks.part(lines)) { true } else { false }
  }

  private init(_ lines: [DocumentLine]) {
    let isRaised = lines.contains { RaisedText.isHeld(by: $0.text) }
    self.lines = isRaised ? lines : lines.map { DocumentLine(line: $0.line, text: RaisedText.raising($0.text)) }
    for line in self.lines {
      if let note = Self.note(line.text, isRaised: isRaised) { notes[note.mark] = notes[note.mark] ?? note.text }
    }
    guard !notes.isEmpty else { return }
    for line in self.lines where Self.note(line.text, isRaised: isRaised) == nil { take(line) }
  }

  private mutating func take(_ line: DocumentLine) {
    guard RaisedText.isHeld(by: line.text), line.text.utf8.count < 4096 else { return }
    var segments = Self.segments(of: line.text)
    // A name may be broken between lines.
    if let last = people.last?.segments.last, last.marks.isEmpty, !segments.isEmpty {
      segments[0].name = last.name + " " + segments[0].name
      people[people.count - 1].segments.removeLast()
    }
    people.append((line.line, segments))
  }

  /// The table, with a header; nil unless most of at least two names have a mark that a note explains.
  private func rows() -> [DocumentRow]? {
    let all = people.flatMap { people in people.segments.map { (line: people.line, segment: $0) } }
    let marked = all.filter { person in person.segment.marks.contains { notes[$0] != nil } }
    guard marked.count > 1, marked.count * 5 >= all.count * 3 else { return nil }
    guard marked.count(where: { PersonLine.mayBeName($0.segment.name) }) * 5 >= marked.count * 4 else { return nil }
    let header = DocumentRow(line: lines.first?.line ?? 1, cells: ["Name", "Organisation", "E-Mail"])
    var holders: [String: Int] = [:]
    for person in all { for mark in Set(person.segment.marks) { holders[mark, default: 0] += 1 } }
    return [header]
      + all.filter { PersonLine.mayBeName($0.segment.name) }.map { person in
        let marks = person.segment.marks.filter { notes[$0] != nil }
        let addressed = marks.first { notes[$0].flatMap { MailAddress.first(in: $0) } != nil }
        let organisation = marks.compactMap { notes[$0] }.first { MailAddress.first(in: $0) == nil } ?? ""
        // An address to which several refer belongs to none of them.
        let own = addressed.flatMap { holders[$0] == 1 ? notes[$0].flatMap { MailAddress.first(in: $0)?.text } : nil }
        return DocumentRow(line: person.line, cells: [person.segment.name, organisation, own ?? ""])
      }
  }

  /// `¹ Beispiel AG`, and where marks are plain digits `1 Beispiel AG`, `1Beispiel AG`, `(1) Beispiel AG`.
  private static func note(_ text: String, isRaised: Bool) -> (mark: String, text: String)? {
    let start = text.drop { $0 == " " || $0 == "(" || $0 == "[" }
    var mark = start.prefix { RaisedText.isMark($0) }
    var rest = start.dropFirst(mark.count)
    if mark.isEmpty, !isRaised {
      mark = start.prefix { $0.isASCII && $0.isNumber }
      rest = start.dropFirst(mark.count)
      guard (1...2).contains(mark.count) else { return nil }
    }
    let body = String(rest.drop { ")]: ".contains($0) }).tidied
    guard !mark.isEmpty, mark.count <= 3, body.first?.isLetter == true, body.count(where: \.isLetter) > 2,
      body.utf8.count < 300
    else { return nil }
    let key = String(mark)
    return (isRaised || RaisedText.isMark(key[key.startIndex]) ? key : RaisedText.raised(key), body)
  }

  private static func segments(of text: String) -> [Segment] {
    var segments: [Segment] = []
    for part in parts(of: text) {
      let name = part.filter { !RaisedText.isMark($0) }.trimming(",").tidied
      let marks = part.filter { RaisedText.isMark($0) || $0 == "," || $0 == " " }.split { $0 == "," || $0 == " " }
      guard !name.isEmpty else { continue }
      segments.append(Segment(name: PersonName.spoken(name), marks: marks.flatMap(single)))
    }
    return segments
  }

  /// `¹*` is two marks, `¹²` one.
  private static func single(_ marks: Substring) -> [String] {
    var found: [String] = []
    for mark in marks {
      let isSymbol = "*∗†‡§¶".contains(mark)
      if isSymbol || found.last.map({ "*∗†‡§¶".contains($0) }) ?? true {
        found.append(String(mark))
      } else {
        found[found.count - 1].append(mark)
      }
    }
    return found
  }

  /// At commas and semicolons that stand between people, and at `and`.
  private static func parts(of text: String) -> [String] {
    var plain = " " + text
    for word in [" and ", " und ", " et ", " & ", " y ", " e ", " en ", " i ", " og ", " och "] {
      plain = plain.replacing(word, with: "; ")
    }
    let characters = Array(plain)
    var parts = [""]
    for (index, character) in characters.enumerated() {
      let isMarks =
        character == "," && index > 0 && RaisedText.isMark(characters[index - 1])
        && characters[(index + 1)...].first { $0 != " " }.map { RaisedText.isMark($0) } ?? false
      if character == ";" || character == "," && !isMarks {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
