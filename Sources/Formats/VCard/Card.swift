import Names

/// The part of a vCard that makes a person.
struct Card {
  /// The line on which it begins, counted from 1.
  let line: Int
  private(set) var lines: [ContentLine] = []

  /// Only these are kept: pictures, keys and notes can be megabytes.
  private static let kept: Set<String> = [
    "FN", "N", "NICKNAME", "EMAIL", "ORG", "TITLE", "ROLE", "ADR", "LABEL", "CATEGORIES", "INTEREST", "EXPERTISE",
    "HOBBY",
    "URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND",
  ]
  private static let unreadGroups: Set<String> = [
    "mycontacts", "my contacts", "starred", "friends", "family", "coworkers", "* mycontacts", "* starred",
  ]

  init(line: Int) {
    self.line = line
  }

  mutating func take(_ line: ContentLine) {
    if Self.kept.contains(line.name) { lines.append(line) }
  }

  /// A card of a company, a group or a thing is not a person; nor is one without name and address.
  func person() throws(Problem) -> ListedPerson {
    try refuseOthers()
    var person = ListedPerson(
      name: name, organisation: organisation, role: first("TITLE") ?? first("ROLE") ?? "", country: country,
      topics: topics,
      line: line)
    person.links = ["URL", "X-SOCIALPROFILE", "SOCIALPROFILE"].flatMap { name in preferred(name).map(\.text) }
    if isCompany { person.name = "" }
    takeAddress(into: &person)
    guard !person.name.isEmpty || !person.email.isEmpty else {
      if let remark = person.remarks.first { throw remark }
      throw Problem(isCompany ? "import.problem.organisation" : "import.problem.nobody")
    }
    return person
  }

  private func refuseOthers() throws(Problem) {
    let kind = first("KIND") ?? first("X-ADDRESSBOOKSERVER-KIND") ?? "individual"
    switch kind.lowercased() {
    case "org", "organization", "organisation": throw Problem("import.problem.organisation")
    case "group": throw Problem("import.problem.group")
    case "location", "device", "application", "thing": throw Problem("import.problem.notAPerson", ["value": kind])
    default: return
    }
  }

  /// FN in the form in which to show it; otherwise assembled from N; otherwise the nickname.
  private var name: String {
    let shown = preferred("FN").lazy.map(\.text).first { !$0.isEmpty && MailAddress($0) == nil }
    // Anything may follow a comma in FN; N tells which part is the family name.
    if let shown, !shown.contains(",") || structuredName == nil { return PersonName.spoken(shown) }
    return structuredName ?? first("NICKNAME").map { $0.split(separator: ",").first.map(String.init) ?? "" } ?? ""
  }

  /// N: family names; given names; additional names; prefixes; suffixes.
  private var structuredName: String? {
    guard let parts = lines.first(where: { $0.name == "N" })?.components else { return nil }
    func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
    let name = [part(3), part(1), part(2), part(0)].filter { !$0.isEmpty }.joined(separator: " ")
    guard !name.isEmpty, MailAddress(name) == nil else { return nil }
    return part(4).isEmpty ? name : name + ", " + part(4)
  }

  /// True if FN just repeats the company's name, as address books do for companies.
  private var isCompany: Bool {
    if first("X-ABSHOWAS")?.uppercased() == "COMPANY" { return true }
    return structuredName == nil && !organisation.isEmpty && name == organisation
  }

  private var organisation: String {
    lines.first { $0.name == "ORG" }?.parts.first { !$0.isEmpty } ?? ""
  }

  /// The preferred valid address; RFC 6350 §5.3: the smaller PREF, the more preferred. An invalid address and a second
  /// one are reported.
  private func takeAddress(into person: inout ListedPerson) {
    let written = preferred("EMAIL").filter { !$0.has(type: "x400") }.map(\.text).filter { !$0.isEmpty }
    let addresses = written.flatMap { MailAddress.all(in: $0) }
    person.email = addresses.first ?? ""
    if let second = addresses.dropFirst().first(where: { $0.lowercased() != person.email.lowercased() }) {
      person.remarks = [Problem("import.remark.secondAddress", ["value": second])]
    } else if addresses.isEmpty, let wrong = written.first {
      person.remarks = [Problem("import.problem.badAddress", ["value": String(wrong.prefix(100))])]
    }
  }

  /// The country in ADR: the seventh part, otherwise the last line of a label if that is a country.
  private var country: String {
    let addresses = preferred("ADR")
    let work = addresses.filter { $0.has(type: "work") } + addresses
    if let told = work.lazy.compactMap({ $0.components.count > 6 ? $0.components[6] : nil }).first(where: {
      !$0.isEmpty
    }) {
      return told
    }
    let labels = lines.filter { $0.name == "LABEL" }.map(\.multilineText) + addresses.flatMap { $0.values(of: "LABEL") }
    return labels.lazy.compactMap { $0.split(whereSeparator: \.isNewline).last.map { String($0).tidied } }
      .first(where: Countries.contains) ?? ""
  }

  private var topics: [String] {
    var seen = Self.unreadGroups
    return lines.filter { ["CATEGORIES", "INTEREST", "EXPERTISE", "HOBBY"].contains($0.name) }
      .flatMap(\.list).filter { seen.insert($0.lowercased()).inserted }
  }

  private func first(_ name: String) -> String? {
    preferred(name).lazy.map(\.text).first { !$0.isEmpty }
  }

  private func preferred(_ name: String) -> [ContentLine] {
    let named = lines.filter { $0.name == name }
    guard named.count > 1 else { return named }
    return named.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }
}

extension ContentLine {
  /// 1…100, smaller is preferred; those without PREF come last.
  fileprivate var rank: Int {
    if let rank = values(of: "PREF").lazy.compactMap({ Int($0) }).first { return rank }
    return has(type: "pref") ? 0 : 101
  }
}
