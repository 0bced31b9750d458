/// What the cells of a column look like, where no heading tells.
struct ColumnContent {
  private let cells: [String]

  init(_ cells: [String]) {
    self.cells = cells.map(\.tidied).filter { !$0.isEmpty }
  }

  var isEmpty: Bool { cells.isEmpty }
  var holdsAddresses: Bool { share { MailAddress.first(in: $0) != nil } >= 0.5 }
  var holdsOnlyAddresses: Bool { share { MailAddress($0) != nil } >= 0.6 }
  var holdsCountries: Bool { share(Countries.contains) >= 0.7 }
  var holdsFullNames: Bool { share { Self.isName($0) && $0.contains(" ") } >= 0.6 }
  var holdsSingleNames: Bool { share(Self.isName) >= 0.8 && !holdsCountries }
  var holdsFirstNames: Bool { share { Self.firstNames.contains($0.lowercased()) } >= 0.2 }
  var holdsTitles: Bool { share { PersonName.isTitle($0) || PersonName.isSalutation($0) || Self.isTitled($0) } >= 0.5 }
  var holdsSentences: Bool { share { $0.count { $0 == " " } >= 3 } >= 0.5 }
  var holdsOrganisations: Bool { share { Self.mentions($0, Self.organisationWords) } >= 0.3 }
  var holdsPositions: Bool { share { Self.mentions($0, Self.positionWords) } >= 0.3 }
  var holdsNumbers: Bool { share { !$0.contains(where: \.isLetter) && $0.contains(where: \.isNumber) } >= 0.8 }
  var holdsLists: Bool { share { $0.contains { ",;|".contains($0) } } >= 0.5 }
  var holdsWords: Bool { share { $0.contains(where: \.isLetter) && !$0.contains("@") && $0.count <= 120 } >= 0.7 }

  private func share(_ condition: (String) -> Bool) -> Double {
    cells.isEmpty ? 0 : Double(cells.count(where: condition)) / Double(cells.count)
  }

  /// Up to five words of letters, the first and the last with a capital, or scripts that have none.
  private static func isName(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "," }
    guard (1...5).contains(words.count), text.count <= 60, !mentions(text, organisationWords) else { return false }
    guard let first = words.first?.first, let last = words.last?.first, first.isLetter, last.isLetter else {
      return false
    }
    guard !first.isLowercase || !last.isLowercase else { return false }
    return text.allSatisfy { $0.isLetter || " ,.'’-".contains($0) }
  }

  /// `Frau Dr.` is a salutation with a title.
  private static func isTitled(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { PersonName.isTitle(String($0)) || PersonName.isSalutation(String($0)) }
  }

  private static func mentions(_ text: String, _ marks: Set<String>) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { word in
      marks.contains(String(word)) || word.count > 8 && marks.contains { $0.count > 5 && word.contains($0) }
    }
  }

  private static let organisationWords = Set(
    """
    gmbh ag kg ohg mbh se eg ev inc ltd llc corp corporation company plc sa sas srl bv nv ab oy universität university \
    hochschule institut institute stiftung foundation verband verein ministerium ministry akademie academy college school \
    schule bank group gruppe holding consulting labs klinik klinikum landesamt stadtwerke behörde agentur agency society \
    gesellschaft zentrum center centre solutions technologies systems
    """.split(separator: " ").map(String.init))

  private static let positionWords = Set(
    """
    manager managerin leiter leiterin director direktor direktorin ceo cto cfo coo cio head chief president vorstand \
    geschäftsführer geschäftsführerin professor professorin engineer entwickler entwicklerin developer berater beraterin \
    consultant coach trainer trainerin referent referentin analyst architekt architektin architect researcher lead officer \
    partner inhaber inhaberin founder gründer gründerin koordinator koordinatorin assistant assistentin
    """.split(separator: " ").map(String.init))

  private static let firstNames = Set(
    """
    anna maria julia laura lisa sarah lena katharina christine sabine petra monika claudia susanne andrea birgit martina \
    karin ursula renate heike eva ute peter michael thomas andreas wolfgang klaus jürgen günter stefan stephan christian \
    uwe werner hans martin frank bernd matthias markus alexander daniel jan tobias florian felix max paul lukas jonas david \
    john james robert mary jennifer linda elizabeth susan emma olivia sophie charlotte bea carl bob alice tom jane
    """.split(separator: " ").map(String.init))
}
