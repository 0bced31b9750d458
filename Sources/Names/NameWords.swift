/// The words around names, and some inside them: the one list of titles and degrees.
package enum NameWords {
  private static let file = WordFile(PackageResources.names_txt)

  static let titles = Set(file["title"])
  static let titleParts = Set(file["title part"])
  static let nobles = Set(file["noble"])
  private static let professions = Set(file["profession"])
  private static let groups = Set(file["group"])
  static let salutations = Set(file["salutation"])
  static let degrees = Set(file["degree"])
  static let particles = Set(file["particle"])
  static let marks = Set(file["mark"])
  static let vietnameseFamilies = Set(file["vietnamese family"])
  static let koreanFamilies = Set(file["korean family"])
  static let hungarianFamilies = Set(file["hungarian family"])
  static let hungarianGiven = Set(file["hungarian given"])
  static let given = Set(file["given"]).union(hungarianGiven)
  private static let organisations = Set(file["organisation"])
  private static let positions = Set(file["position"])
  private static let longOrganisations = organisations.filter { $0.count > 5 }
  private static let longPositions = positions.filter { $0.count > 5 }

  /// True if the text mentions an organisation or a place: `Universität Bonn`, `Beispiel AG`.
  package static func mentionsOrganisation(_ text: String) -> Bool {
    mentions(text, organisations, longOrganisations)
  }

  /// True if the text mentions somebody's job: `Leiterin Einkauf`.
  package static func mentionsPosition(_ text: String) -> Bool { mentions(text, positions, longPositions) }

  /// True for a part of an organisation: `Dept. of Physics`, `Lehrstuhl für Proben`.
  package static func mentionsDepartment(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { departments.contains(String($0)) }
      || text.lowercased().contains("school of")
  }

  private static let departments = Set(file["department"])

  /// True for `Head of Lab`, whose first word is a job and names no organisation.
  package static func beginsWithPosition(_ text: String) -> Bool {
    guard let word = text.lowercased().split(whereSeparator: { !$0.isLetter }).first.map(String.init) else {
      return false
    }
    return positions.contains(word) && !organisations.contains(word)
  }

  /// True for endings that most words for jobs have, and some others too, and for what somebody does, `Einkauf`: weak
  /// evidence.
  package static func soundsLikePosition(_ text: String) -> Bool {
    if fieldsOfWork.contains(text.lowercased()) { return true }
    return text.lowercased().split { !$0.isLetter }.contains { word in
      word.count > 4 && jobEndings.contains { word.hasSuffix($0) }
    }
  }

  private static let fieldsOfWork = Set(file["field of work"])

  private static let jobEndings = [
    "er", "or", "ist", "ian", "ician", "erin", "orin", "istin", "eur", "eurin", "euse", "rice", "ista", "tore", "dor",
    "dora", "kundige", "arbeiter", "arbeiterin", "werker", "logue", "loge", "login", "graf", "grafin", "grapher", "ant",
    "nik", "iker", "ikerin", "owiec", "yczka", "arz", "arka",
  ]

  /// A common given name, alone.
  package static func isGivenName(_ word: some StringProtocol) -> Bool {
    let folded = word.lowercased()
    if given.contains(folded) { return true }
    return folded.contains("-") && folded.split(separator: "-").allSatisfy { given.contains(String($0)) }
  }

  package static func isSalutation(_ word: some StringProtocol) -> Bool { salutations.contains(bare(word)) }

  /// A title alone, with or without its dot: `Dr.`, `Prof.Dr.`, `Dipl.-Ing.`
  package static func isTitle(_ word: some StringProtocol) -> Bool {
    let folded = word.lowercased()
    // `Prof.in`, `Mag.a`: as women in Austria write them.
    for ending in [".in", ".a"] where folded.hasSuffix(ending) { return isTitle(folded.dropLast(ending.count) + ".") }
    let parts = folded.split { $0 == "." || $0 == "-" }
    guard let first = parts.first else { return false }
    let needsDot = [
      "mag", "ing", "ir", "hon", "lic", "arq", "major", "general", "senator", "minister", "baron", "dame",
    ]
    if needsDot.contains(String(first)) { return folded.contains(".") && isTitlePart(word) || folded == "\(first)." }
    return titles.contains(String(first)) && parts.dropFirst().allSatisfy { isTitleWord(String($0)) }
  }

  /// A profession in letters: `StB`, `RA/WP`.
  static func isProfession(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/")
    return !parts.isEmpty && parts.allSatisfy { professions.contains(String($0)) }
  }

  /// A title of nobility before a given name: `Gräfin Zoe von Abel`.
  static func isNoble(_ word: Substring, before next: Substring) -> Bool {
    nobles.contains(word.lowercased()) && isGivenName(next)
  }

  /// Between the names of two people.
  static func isAnd(_ word: Substring) -> Bool { ["&", "+", "und", "and", "et", "u."].contains(word.lowercased()) }

  /// True if nobody is called by this word alone: `Familie Müller`, `Freiherr von Beispiel`.
  static func isNobodysName(_ word: Substring) -> Bool { groups.contains(bare(word)) || nobles.contains(bare(word)) }

  /// `i.R.`, `a. D.`: retired from the office that the title names. Written so, they are no initials.
  static func retirement(_ words: ArraySlice<Substring>) -> Int {
    if ["i.R.", "a.D."].contains(words.first) { return 1 }
    return [["i.", "R."], ["a.", "D."]].contains(Array(words.prefix(2))) ? 2 : 0
  }

  /// A word that may follow a title: `med.`, `h.c.`, `mult.`, `rer.`; after one, the dot may be left out.
  package static func isTitlePart(_ word: some StringProtocol) -> Bool {
    let parts = word.lowercased().split { $0 == "." || $0 == "-" }
    guard let first = parts.first, parts.allSatisfy({ isTitleWord(String($0)) }) else { return false }
    // Phil and Nat without a dot are given names, a single letter is an initial.
    return parts.count > 1 || first.count > 1 && (word.contains(".") || undotted.contains(String(first)))
  }

  private static let undotted: Set<String> = ["med", "rer", "habil", "mult", "hc", "iur", "jur", "oec", "hsg"]

  private static func isTitleWord(_ word: String) -> Bool { titleParts.contains(word) || titles.contains(word) }

  /// A degree or similar word after a name: `PhD`, `M.A.`, `Jr.`
  package static func isDegree(_ word: some StringProtocol) -> Bool {
    let letters = String(word.filter { $0 != "." && $0 != "-" })
    guard degrees.contains(letters.lowercased()) else { return false }
    return letters.count > 2 || word.contains(".") || letters.allSatisfy(\.isUppercase) || letters.lowercased() == "jr"
      || letters.lowercased() == "sr"
  }

  /// A degree that, at the beginning, nobody takes for a name, initials or a title: `PhD`, `MBA`, and before a given
  /// name `M.A.`, but not `Bed`, `Junior` or the first of `J.D. Salinger`.
  /// - Parameter next: the word after it.
  static func isDegreeInFront(_ word: Substring, before next: Substring) -> Bool {
    let hasDot = word.contains(".")
    guard hasDot || word.dropFirst().contains(where: \.isUppercase), word.first?.isUppercase == true, isDegree(word),
      !isTitle(word), !isTitlePart(word)
    else { return false }
    if word.count(where: \.isLetter) > 2 { return hasDot || !alsoNames.contains(word.lowercased()) }
    return hasDot && (isGivenName(next) || isTitle(next))
  }

  /// Degrees that are also names, unless written with dots.
  private static let alsoNames: Set<String> = ["mas", "bed", "med", "bas", "senior", "junior", "iii"]

  /// For comparisons: true if a lower-case word says nothing about somebody's identity. Abbreviations may be run
  /// together: `prof.dr.`, `dipl.-ing.`, `ph.d.`. Words that are also names count only with a dot: Phil, Nat, Lord.
  package static func isHonorific(_ word: Substring) -> Bool {
    guard word.utf8.contains(UInt8(ascii: ".")) else { return plainHonorifics.contains(String(word)) }
    if plainHonorifics.contains(word.filter { $0 != "." }) { return true }
    let parts = word.split { $0 == "." || $0 == "-" }
    return !parts.isEmpty
      && parts.allSatisfy { plainHonorifics.contains(String($0)) || $0.count > 1 && titleParts.contains(String($0)) }
  }

  private static let plainHonorifics: Set<String> = {
    let names = [
      "lord", "lady", "sir", "dame", "baron", "bishop", "rabbi", "pastor", "minister", "ministerin", "senator",
      "general",
      "colonel", "captain", "oberst", "major", "ing", "ir", "mag", "hon", "lic", "arq", "doctor", "fr", "sr", "sra",
      "sig", "hr", "miss", "familie", "divers", "junior", "senior", "sr", "jr", "ii", "iii", "iv", "ambassador",
      "reverend", "pfarrer", "pfarrerin", "magister", "magistra", "fachanwalt", "fachanwältin", "maître", "bed", "ltd",
    ]
    let long = degrees.filter { $0.count > 2 }
    return titles.union(salutations).union(long).union([
      "hc", "dipl-ing", "dipl-inf", "dipl-phys", "dipl-kfm", "dipl-psych",
    ])
    .subtracting(names)
  }()

  package static func isParticle(_ word: some StringProtocol) -> Bool {
    particles.contains(word.lowercased()) || word.lowercased().hasPrefix("d'") || word.lowercased().hasPrefix("d’")
  }

  static func isMark(_ text: String) -> Bool { marks.contains(text.lowercased()) }

  private static func bare(_ word: some StringProtocol) -> String { word.lowercased().filter(\.isLetter) }

  private static func mentions(_ text: String, _ words: Set<String>, _ long: Set<String>) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { word in
      words.contains(String(word)) || word.count > 8 && long.contains { word.contains($0) }
    }
  }
}
