import Names

/// A cell with several lines: a name, and below it a job, an organisation or an address.
struct CellLines {
  let name: String
  private let others: [String]

  /// Nil for a single line, and for a name that was only broken over lines.
  init?(_ cell: String) {
    guard cell.hasLines else { return nil }
    let lines = cell.split(whereSeparator: \.isNewline).map { String($0).tidied }.filter { !$0.isEmpty }
    guard let first = lines.first, lines.count > 1, first.contains(" "), first.last != "," else { return nil }
    name = first
    others = Array(lines.dropFirst())
  }

  /// The first two lines below the name that are neither addresses nor numbers.
  var parts: (String, String)? {
    let words = others.filter { !$0.contains("@") && !$0.contains(where: \.isNumber) }
    return words.count > 1 ? (words[0], words[1]) : nil
  }

  /// - Parameter order: the one that all cells of the list have in common.
  func fill(_ person: inout ListedPerson, _ order: PartOrder?) {
    CellName(name).fill(&person)
    var others = others
    if let order, let parts {
      order.place(parts.0, parts.1, in: &person)
      others.removeAll { $0 == parts.0 || $0 == parts.1 }
    } else if let one = others.first(where: { !$0.contains("@") }), let pair = PartPairs.pair(one),
      let order = PartOrder.common(to: [pair]), person.role.isEmpty, person.organisation.isEmpty
    {
      order.place(pair.0, pair.1, in: &person)
      others.removeAll { $0 == one }
    }
    if person.organisation.isEmpty, let place = clearest(of: others) {
      person.organisation = place
      others.removeAll { $0 == place || PartOrder.lean($0) <= 0 && !$0.contains("@") }
    }
    for line in others {
      if let address = MailAddress.first(in: line) {
        if person.email.isEmpty { person.email = address.text }
      } else if !line.contains(where: \.isNumber) {
        place(line, in: &person)
      }
    }
  }

  /// Among several lines that could be the organisation, the one that is no department.
  private func clearest(of lines: [String]) -> String? {
    let places = lines.filter { PartOrder.lean($0) < 0 && !$0.contains("@") }
    guard lines.count(where: { !$0.contains("@") }) > 2 else { return nil }
    return places.first { !NameWords.mentionsDepartment($0) } ?? places.first
  }

  private func place(_ line: String, in person: inout ListedPerson) {
    let isJob =
      NameWords.mentionsPosition(line)
      && (!NameWords.mentionsOrganisation(line) || NameWords.beginsWithPosition(line))
    if isJob, person.role.isEmpty {
      person.role = line
    } else if person.organisation.isEmpty {
      person.organisation = line
    } else if person.role.isEmpty, !NameWords.mentionsOrganisation(line) {
      person.role = line
    }
  }
}

extension String {
  var hasLines: Bool { utf8.contains(.lineFeed) }

  var topLine: String { hasLines ? (CellLines(self)?.name ?? tidied) : tidied }
}
