import Names

/// A line of text that names a person the way people do in mails and documents: `1. Prof. Dr. Anna Adler, Beispiel AG,
/// anna@example.org`, `• Bo Bach (Muster) – Leiter`.
struct PersonLine {
  private let text: String
  private let line: Int
  private let isItem: Bool
  private let style: LineStyle

  /// - Parameter style: what all lines of the list have in common.
  init(_ text: String, line: Int, style: LineStyle = LineStyle()) {
    self.style = style
    let tidy = HiddenAddresses.shown(in: text).tidied
    let bare = Self.withoutMark(tidy)
    self.text = bare
    self.line = line
    isItem = bare.count < tidy.count
  }

  /// True if the lines are a numbered list, or one with bullets.
  static func areItems(_ lines: [String]) -> Bool {
    let people = people(in: lines)
    let items = people.count(where: \.isItem)
    return items >= 2 && items * 2 >= people.count
  }

  /// True if the lines hold names beside their addresses, along with other words.
  static func areAddressed(_ lines: [String]) -> Bool {
    let people = people(in: lines).filter { $0.text.contains("@") }
    return people.count >= 2 && people.count(where: \.isMailbox) * 2 < people.count
  }

  private static func people(in lines: [String]) -> [PersonLine] {
    lines.map { PersonLine($0, line: 1) }.filter { $0.person != nil }
  }

  /// Nil for a blank line and for the greetings, explanations and closings in between, which are not people.
  var event: ReadingEvent? {
    guard !text.isEmpty else { return nil }
    if let person { return .person(person) }
    let problem = NoPerson.problem(ofLine: text) ?? Problem("import.problem.nobody")
    return .rejected(RejectedRow(line: line, problem: problem, cells: [text]))
  }

  /// True for `Anna Adler <anna@example.org>` and for an address alone, which `AddressListReader` reads too.
  private var isMailbox: Bool {
    text.hasSuffix(">") || text.contains("@") && !text.contains(" ") || text.contains(";")
  }

  private var person: ListedPerson? {
    guard NoPerson.problem(ofLine: text) == nil, text.utf8.count <= 300 else { return nil }
    var person = ListedPerson(line: line)
    let addresses = MailAddress.all(in: text)
    if let address = addresses.first { person.email = address }
    let parts = self.parts(without: addresses)
    if parts.isEmpty, !person.email.isEmpty, style.hasAddresses { return person }
    guard let first = parts.first, Self.mayBeName(first) else { return nil }
    guard isItem || !person.email.isEmpty || style.isWritten && isWritten(parts) else { return nil }
    CellName(first).fill(&person)
    if person.name.isEmpty { return nil }
    let words = Array(parts.dropFirst())
    if let order = style.order, words.count == 2,
      words.allSatisfy({ $0.contains(where: \.isLetter) && !$0.contains("(") })
    {
      order.place(words[0], words[1], in: &person)
    } else if let single = style.single, words.count == 1, !words[0].contains("("),
      words[0].contains(where: \.isLetter)
    {
      if single == .organisation, person.organisation.isEmpty {
        person.organisation = words[0]
      } else if person.role.isEmpty {
        person.role = words[0]
      }
    } else {
      for part in words { place(part, in: &person) }
    }
    Employment.settle(&person, isTold: true, hasRoles: false)
    if addresses.count > 1 { person.remarks = [Problem("import.remark.secondAddress", ["value": addresses[1]])] }
    return person
  }

  /// The parts between commas, semicolons, bars and dashes, without addresses and remarks about them.
  private func parts(without addresses: [String]) -> [String] {
    var rest = text
    for address in addresses {
      for written in [
        "<mailto:\(address)>", "<\(address)>", "(\(address))", "[\(address)]", "mailto:\(address)", address,
      ] {
        rest = rest.replacing(written, with: ",")
      }
    }
    let dashes = rest.replacing(" – ", with: ", ").replacing(" — ", with: ", ").replacing(" - ", with: ", ")
    var parts: [String] = []
    for part in TopicList.parts(of: dashes, at: [.comma, .semicolon, .pipe, .tab]).map({ $0.tidied.trimming(":") }) {
      let part = part.hasPrefix("(") && part.hasSuffix(")") ? String(part.dropFirst().dropLast()).tidied : part
      let bare = HeaderWords.folded(part)
      if bare.isEmpty || ["email", "mail", "email adresse", "keine mail"].contains(bare) { continue }
      if let last = parts.last, part.split(separator: " ").allSatisfy({ NameWords.isDegree($0) }) {
        parts[parts.count - 1] = last + ", " + part
      } else {
        parts.append(part)
      }
    }
    return turned(parts)
  }

  /// The words behind the name.
  var details: [String] { Array(parts(without: MailAddress.all(in: text)).dropFirst()) }

  /// `Adler, Anna, Beispiel AG` begins with one name in two parts.
  private func turned(_ parts: [String]) -> [String] {
    guard parts.count > 1, text.contains(","), style.isFamilyFirst || Self.mayBeFamily(parts[0]) else { return parts }
    let bracket = parts[1].firstIndex(of: "(") ?? parts[1].endIndex
    let name = PersonName("\(parts[0]), \(parts[1][..<bracket])", isFamilyFirst: style.isFamilyFirst)
    guard name.isTurned else { return parts }
    return ["\(name.spoken) \(parts[1][bracket...])".tidied] + parts.dropFirst(2)
  }

  /// Among people with a comma behind their names, titles and dates are none.
  private func isWritten(_ parts: [String]) -> Bool {
    text.contains(", ") && !parts.dropFirst().contains { CellWords.isDate($0) }
      && !CellWords.isSection(String(parts[0].prefix { $0 != " " }))
  }

  /// One word, perhaps with a title, a particle or a bracket.
  private static func mayBeFamily(_ part: String) -> Bool {
    let bare = part.split(separator: "(").first ?? ""
    let words = bare.split(separator: " ").filter {
      !NameWords.isParticle($0) && !NameWords.isTitle($0) && !NameWords.isTitlePart($0)
    }
    return words.count == 1 && !part.contains("(")
  }

  private func place(_ part: String, in person: inout ListedPerson) {
    let bare = part.split(separator: "(").first.map { String($0).tidied } ?? part
    if part.contains("@") || !bare.contains(where: \.isLetter) { return }
    if Countries.contains(bare), person.country.isEmpty, !person.organisation.isEmpty {
      person.country = bare
      return
    }
    let isRole = NameWords.mentionsPosition(bare) && !NameWords.mentionsOrganisation(bare)
    if isRole, person.role.isEmpty {
      person.role = bare
    } else if person.organisation.isEmpty {
      person.organisation = bare
    } else if person.role.isEmpty, PartOrder.lean(bare) > 0 {
      person.role = bare
    }
    if let aside = Self.aside(of: part), person.role.isEmpty { person.role = aside }
  }

  /// A position in brackets: `Klinikum Musterstadt (Chefärztin)`.
  private static func aside(of part: String) -> String? {
    guard part.hasSuffix(")"), let open = part.lastIndex(of: "(") else { return nil }
    let text = String(part[part.index(after: open)...].dropLast()).tidied
    return NameWords.mentionsPosition(text) && !NameWords.mentionsOrganisation(text) ? text : nil
  }

  /// One to six words, capitals at the beginning, not a sentence with a verb.
  static func mayBeName(_ text: String) -> Bool {
    let name = PersonName(text)
    let words = name.bare.split(separator: " ")
    guard (1...6).contains(words.count), !text.hasSuffix("."), !text.hasSuffix("!"), !text.hasSuffix("?") else {
      return false
    }
    guard !NameWords.mentionsOrganisation(name.bare), name.bare.contains(where: \.isLetter) else { return false }
    let small = words.count { $0.first?.isLowercase == true && !NameWords.isParticle($0) }
    return !name.bare.contains(where: \.isNumber) && (small == 0 || words.count > 1 && small < 2 && words.count < 4)
  }

  /// `1.`, `12)`, `(3)`, `a)`, a bullet.
  private static func withoutMark(_ text: String) -> String {
    if let match = text.firstMatch(of: /^\(?(?:\d{1,4}|[a-z])[.)\]:]\)?\s+(?=\S)/) {
      return String(text[match.range.upperBound...]).withoutBullet
    }
    return text.withoutBullet
  }
}
