import Names

/// The look of a column's cells.
struct ColumnContent {
  /// The filled ones, tidied.
  let cells: [String]
  /// The first lines of cells with several: a name may stand above a job and an organisation.
  private let tops: [String]
  private let hasCards: Bool

  init(_ cells: [String]) {
    self.cells = cells.map(\.tidied).filter { !$0.isEmpty && !Self.blanks.contains($0) }
    hasCards = cells.contains(where: \.hasLines)
    tops = (hasCards ? cells.map(\.topLine).filter { !$0.isEmpty } : self.cells).map(Self.withoutBrackets)
  }

  private static var page: Regex<Substring> { /^@?[\p{L}\p{N}._-]+@?[\p{L}\p{N}-]*\.[\p{L}]{2,}(?:\/\S*)?$/ }

  static let blanks: Set<String> = ["-", "--", "---", "–", "—", "n/a", "N/A"]

  var isEmpty: Bool { cells.isEmpty }
  var holdsAddresses: Bool { share { MailAddress.first(in: $0) != nil } >= 0.5 }
  var holdsSomeAddress: Bool { cells.contains { MailAddress.first(in: $0) != nil } }
  var holdsOnlyAddresses: Bool { share { MailAddress($0) != nil } >= 0.6 }
  var holdsCountries: Bool { share(Countries.contains) >= 0.7 }
  var holdsFullNames: Bool {
    !tops.isEmpty && tops.count { Self.isName($0) && $0.contains(" ") } * 5 >= tops.count * 3
  }
  /// Cells that each hold a person: the name in the first line, anything else below.
  var holdsCards: Bool { hasCards && holdsFullNames }
  /// Names, one or several to a cell.
  var holdsListedNames: Bool {
    share { cell in
      let names = TopicList.names(in: cell).map { PersonName($0).spoken }
      return !names.isEmpty && names.count(where: { Self.isName($0) && $0.contains(" ") }) * 2 >= names.count
    } >= 0.6
  }
  var holdsNobody: Bool { share(CellWords.isNobody) >= 0.8 }
  var holdsSeveralNames: Bool { holdsListedNames && share { TopicList.names(in: $0).count > 1 } > 0 }
  var holdsSingleNames: Bool { share(Self.isName) >= 0.8 && !holdsCountries }
  var holdsFirstNames: Bool {
    share { $0.split(separator: " ").first.map { NameWords.isGivenName($0) } ?? false } >= 0.2
  }
  var holdsTitles: Bool { share { PersonName.isTitle($0) || PersonName.isSalutation($0) || Self.isTitled($0) } >= 0.5 }
  /// Frau and Herr and nothing else.
  var holdsHonorifics: Bool { share { PersonName.isSalutation($0) } >= 0.8 }
  var holdsSentences: Bool { share { $0.count { $0 == " " } >= 3 } >= 0.5 }
  var holdsOrganisations: Bool { share(NameWords.mentionsOrganisation) >= 0.3 }
  var holdsMostlyOrganisations: Bool { share(NameWords.mentionsOrganisation) >= 0.5 }
  /// Jobs, and no fewer of them than organisations.
  var holdsMostlyPositions: Bool {
    let jobs = share(NameWords.mentionsPosition)
    return jobs >= 0.3 && jobs > share(NameWords.mentionsOrganisation)
  }
  /// At least three cells, most of them different, as organisations and jobs are and groups and zones are not.
  var isVaried: Bool { cells.count > 2 && Set(cells).count * 2 >= cells.count }
  var holdsMainlyPositions: Bool { share(NameWords.mentionsPosition) >= 0.6 }
  var holdsNumbers: Bool { share { !$0.contains(where: \.isLetter) && $0.contains(where: \.isNumber) } >= 0.8 }
  var holdsDates: Bool { share(CellWords.isDate) >= 0.8 }
  /// Answers to whether somebody comes: `ja`, `nein`, `vielleicht`.
  var holdsAnswers: Bool { share { CellWords.isYesOrNo($0) || CellWords.isStanding($0) } >= 0.6 }
  var holdsYesOrNo: Bool { share(CellWords.isYesOrNo) >= 0.8 }
  var holdsLinks: Bool { share { $0.hasPrefix("http") || $0.hasPrefix("www.") } >= 0.8 }
  /// A page, or a handle with its server.
  var holdsWays: Bool {
    share { $0.hasPrefix("http") || $0.hasPrefix("www.") || $0.contains(Self.page) } >= 0.6
  }
  var holdsOneThing: Bool { cells.count > 2 && Set(cells).count == 1 }
  var holdsStandings: Bool { share(CellWords.isStanding) >= 0.5 }
  /// `Speaker`, `Teilnehmer`, as registration desks sort people.
  var holdsPartsInEvent: Bool { share(CellWords.isPartInEvent) >= 0.8 }
  var holdsLists: Bool { share { $0.contains { ",;|".contains($0) } } >= 0.5 }
  var holdsWords: Bool { share { $0.contains(where: \.isLetter) && !$0.contains("@") && $0.count <= 120 } >= 0.7 }
  /// A yes or no, a number, a date, a link: never a name, a job, an organisation or a topic.
  var holdsNoWords: Bool { holdsNumbers || holdsYesOrNo || holdsDates || holdsLinks }

  func share(_ condition: (String) -> Bool) -> Double {
    cells.isEmpty ? 0 : Double(cells.count(where: condition)) / Double(cells.count)
  }

  /// `Anna Adler (Beispiel AG)` begins with a name.
  private static func withoutBrackets(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex,
      text[open...].contains(where: \.isLetter)
    else { return text }
    return String(text[..<open]).tidied
  }

  /// Up to five words of letters, the first and last capitalised, or in a script without capitals.
  private static func isName(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "," }
    guard (1...5).contains(words.count), text.count <= 60, !NameWords.mentionsOrganisation(text) else { return false }
    guard let first = words.first?.first, let last = words.last?.first, first.isLetter, last.isLetter else {
      return false
    }
    guard !first.isLowercase || !last.isLowercase else { return false }
    // A sentence has more small words.
    if words.count(where: { $0.first?.isLowercase == true && !NameWords.isParticle($0) }) > 1 { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.isJoiner || " ,.'’-".unicodeScalars.contains($0)
    }
  }

  /// `Frau Dr.` is a salutation with a title.
  private static func isTitled(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { PersonName.isTitle(String($0)) || PersonName.isSalutation(String($0)) }
  }
}

extension Unicode.Scalar.Properties {
  /// Vowel marks and the joiners between letters.
  fileprivate var isJoiner: Bool {
    generalCategory == .nonspacingMark || generalCategory == .spacingMark || generalCategory == .format
  }
}
