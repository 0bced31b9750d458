import Names

/// What the lines of a list of people have in common, judged over all of them.
struct LineStyle {
  /// True if nearly every line is a person with a comma behind the name, `Anna Adler, Beispiel AG`: lines then need neither
  /// a number nor an address.
  var isWritten = false
  /// True if the comma follows the family name.
  var isFamilyFirst = false
  var order: PartOrder?
  /// The meaning of the only part behind a name: a job or an organisation.
  var single: ColumnRole?
  /// True if addresses are usual: then one alone is somebody, too.
  var hasAddresses = false

  private static let most = 500

  init() {}

  init(of lines: [String]) {
    let filled = lines.prefix(Self.most).map(\.tidied).filter { !$0.isEmpty }
    isWritten = Self.areWritten(filled)
    isFamilyFirst = isWritten && NameColumn.isFamilyFirst(filled.map { String($0.prefix { $0 != "(" }).tidied })
    let style = self
    let details = filled.map { PersonLine($0, line: 1, style: style).details }
    order = PartOrder.common(to: details.filter { $0.count == 2 }.map { ($0[0], $0[1]) })
    let leans = details.filter { $0.count == 1 }.map { PartOrder.lean($0[0]) }
    let (jobs, places) = (leans.count { $0 > 1 }, leans.count { $0 < -1 })
    single = jobs >= 2 * max(places, 1) ? .role : places >= 2 * max(jobs, 1) ? .organisation : nil
    hasAddresses = filled.count { $0.contains("@") } * 3 >= filled.count
  }

  /// People write a space after a comma, programs don't.
  private static func areWritten(_ lines: [String]) -> Bool {
    guard lines.count > 2 else { return false }
    let written = lines.filter { line in
      line.contains(", ") && !line.contains("\"") && !line.contains(";") && !line.contains("\t")
        && zip(line, line.dropFirst()).allSatisfy { $0 != "," || $1 == " " }
    }
    guard written.count * 10 >= lines.count * 8 else { return false }
    let style = LineStyle(isWritten: true)
    let people = written.count { PersonLine($0, line: 1, style: style).event?.isPerson == true }
    return people * 10 >= written.count * 8
  }

  private init(isWritten: Bool) { self.isWritten = isWritten }
}
