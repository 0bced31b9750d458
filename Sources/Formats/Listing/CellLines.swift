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

  func fill(_ person: inout ListedPerson) {
    CellName(name).fill(&person)
    for line in others {
      if let address = MailAddress.first(in: line) {
        if person.email.isEmpty { person.email = address.text }
      } else if !line.contains(where: \.isNumber) {
        place(line, in: &person)
      }
    }
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
