import Foundation

/// An event of a programme that was published as a calendar: its speakers stand in the description (`Speakers: …`) or
/// behind the title.
struct CalendarTalk {
  var line = 0
  var title = ""
  var description = ""

  /// A description longer than this says nothing shorter about its speakers.
  private static let longest = 20_000

  /// The names behind a word for speakers, on the same line or below it.
  var labelled: [String] {
    var names: [String] = []
    var isListing = false
    for line in Self.lines(of: description) {
      if let colon = line.firstIndex(of: ":"), Self.asksForSpeakers(line[..<colon]) {
        let rest = String(line[line.index(after: colon)...]).tidied
        names += TopicList.names(in: rest)
        isListing = rest.isEmpty
      } else if isListing, let name = Optional(line.tidied.withoutBullet), !name.isEmpty {
        names.append(name)
      } else {
        isListing = false
      }
    }
    return names
  }

  /// The part of the title that may name speakers, and the rest.
  var halves: (title: String, names: String)? {
    for dash in [" – ", " — ", " - ", " | ", " by ", " mit "] {
      guard let range = title.range(of: dash, options: .backwards) else { continue }
      return (String(title[..<range.lowerBound]), String(title[range.upperBound...]))
    }
    return nil
  }

  /// The talks of a calendar with their speakers. Those behind titles count if most titles name some.
  static func people(of talks: [CalendarTalk]) -> [ListedPerson] {
    let rest = talks.filter { $0.labelled.isEmpty }
    let halves = rest.compactMap(\.halves)
    let areNamed =
      halves.count > 1 && halves.count * 10 >= rest.count * 5 && ColumnContent(halves.map(\.names)).holdsListedNames
    return talks.flatMap { talk -> [ListedPerson] in
      let labelled = talk.labelled
      if !labelled.isEmpty { return people(labelled, talk.title, talk.line) }
      guard areNamed, let halves = talk.halves, ColumnContent([halves.names]).holdsListedNames else { return [] }
      return people(TopicList.names(in: halves.names), halves.title, talk.line)
    }
  }

  private static func people(_ names: [String], _ title: String, _ line: Int) -> [ListedPerson] {
    names.compactMap { name in
      var person = ListedPerson(line: line)
      guard PersonLine.mayBeName(name) else { return nil }
      CellName(name).fill(&person)
      guard !person.name.isEmpty, !CellWords.isNobody(person.name) else { return nil }
      if !title.isEmpty { (person.talks, person.topics) = ([title], [title]) }
      return person
    }
  }

  private static func asksForSpeakers(_ label: Substring) -> Bool {
    guard label.utf8.count < 60 else { return false }
    let heading = Heading(String(label))
    return heading.role == .speakers && heading.certainty >= .qualified
  }

  /// Without the markup that calendar programs put into descriptions.
  private static func lines(of text: String) -> [String] {
    guard text.utf8.count <= longest else { return [] }
    let plain =
      text.contains("<")
      ? text.replacing(/<(?:br|p|\/p|li|div)[^<>]*>/, with: "\n").replacing(/<[^<>]*>/, with: "") : text
    return plain.split(whereSeparator: \.isNewline).map(String.init)
  }
}
