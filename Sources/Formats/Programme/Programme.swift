/// The people in a published programme, whatever its format.
struct Programme {
  /// Somebody named in a list of speakers or at a talk.
  struct Speaker {
    /// The programme's own identifier: guid, code or number.
    var id: String?
    /// `line` is the line of the source, or 0 if the place in the list counts.
    var person: ListedPerson
    /// Identifiers of the talks that the speaker's own entry refers to.
    var talks: [String] = []
  }

  struct Talk {
    var id: String?
    var title: String
    var speakers: [Speaker]
    /// Keywords, which become topics of the speakers after the title.
    var keywords: [String] = []
  }

  /// The list of speakers; nil if there is none and people come from the talks.
  var listed: [Speaker]?
  var talks: [Talk] = []

  /// Reports each person once with all their topics, in the order of first appearance; somebody without a name is
  /// rejected.
  ///
  /// Throws `import.problem.zipBomb` if the people's texts exceed what a file of this size may yield: a title that is
  /// in the file once is repeated for each of its speakers.
  func report(ofBytes size: Int, limits: ReadingLimits, into sink: ReadingSink) throws {
    var roster = Roster(isOpen: listed == nil)
    let titles = Dictionary(talks.compactMap { talk in talk.id.map { ($0, talk.title) } }) { first, _ in first }
    for speaker in listed ?? [] {
      roster.enter(speaker, topics: speaker.person.topics + speaker.talks.compactMap { titles[$0] })
    }
    for talk in talks {
      for speaker in talk.speakers { roster.mention(speaker, topics: [talk.title] + talk.keywords) }
    }
    guard roster.entries.count <= limits.rows else { throw Programme.tooManyPeople(limits) }
    let talkTitles = Set(talks.map(\.title)).union((listed ?? []).flatMap(\.person.topics))
    let budget = CellBudget(limit: limits.unpackedBytes(of: size))
    try report(roster.entries, titles: talkTitles, budget: budget, limits: limits, into: sink)
  }

  static func tooManyPeople(_ limits: ReadingLimits) -> Problem {
    Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
  }

  private func report(
    _ entries: [Speaker], titles: Set<String>, budget: CellBudget, limits: ReadingLimits, into sink: ReadingSink
  ) throws {
    for (index, entry) in entries.enumerated() {
      var person = entry.person
      if person.line == 0 { person.line = index + 1 }
      person.identity = entry.id ?? ""
      person.talks = person.topics.filter(titles.contains)
      let texts =
        [person.name, person.email, person.organisation, person.role, person.country] + person.topics
        + person.links
      if texts.contains(where: { $0.utf8.count > limits.cellBytes }) {
        throw XMLText.tooLong(line: person.line, limit: limits.cellBytes)
      }
      try sink(person.name.isEmpty ? .rejected(Programme.nameless(entry, line: person.line)) : .person(person))
      try budget.spend(texts.reduce(0) { $0 + $1.utf8.count })
      if (index + 1).isMultiple(of: 1000) { try sink(.progress(Double(index + 1) / Double(entries.count))) }
    }
  }

  private static func nameless(_ entry: Speaker, line: Int) -> RejectedRow {
    let person = entry.person
    let cells = [entry.id ?? "", person.email, person.organisation, person.role, person.country] + person.topics
    return RejectedRow(
      line: line, problem: Problem("import.problem.speakerWithoutName", ["line": String(line)]),
      cells: cells.filter { !$0.isEmpty })
  }
}
