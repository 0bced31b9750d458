/// Puts names as lists write them into the order in which people say them.
enum PersonName {
  /// `Adler, Anna` → `Anna Adler`; `Adler, Anna, Dr.` → `Dr. Anna Adler`; `Anna Adler, PhD` stays. Quotes around go.
  static func spoken(_ written: String) -> String {
    let name = written.tidied.unquoted
    guard name.contains(",") else { return name }
    let parts = name.split(separator: ",").map { String($0).tidied }.filter { !$0.isEmpty }
    guard let family = parts.first, parts.count > 1 else { return name.trimming(",") }
    let given = parts.dropFirst().filter { !isDegree($0) && !isTitle($0) }
    let titles = parts.dropFirst().filter(isTitle)
    let degrees = parts.dropFirst().filter { isDegree($0) && !isTitle($0) }
    let spoken = (titles + given + [family]).joined(separator: " ")
    return degrees.isEmpty ? spoken : spoken + ", " + degrees.joined(separator: ", ")
  }

  /// From the parts of an address book's entry. `Herr` and `Frau` are no part of a name.
  static func joined(title: String, first: String, last: String) -> String {
    let title = title.split(separator: " ").filter { !isSalutation(String($0)) }.joined(separator: " ")
    let prefix = isTitle(title) && !last.hasPrefix(title) && !first.hasPrefix(title) ? title : ""
    return [prefix, first, last].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether all of it is `Dr.`, `Prof. Dr.-Ing.` and the like.
  static func isTitle(_ text: String) -> Bool {
    let words = text.lowercased().split { " .-".contains($0) }
    return !words.isEmpty && words.allSatisfy { titles.contains(String($0)) }
  }

  static func isSalutation(_ text: String) -> Bool {
    salutations.contains(text.lowercased().filter(\.isLetter))
  }

  private static func isDegree(_ text: String) -> Bool {
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ")
    return !words.isEmpty && words.allSatisfy { degrees.contains(String($0)) }
  }

  private static let titles = Set(
    """
    dr drs prof professor professorin doktor pd priv doz privatdozent privatdozentin med dent vet jur iur phil rer nat \
    oec pol ing habil hc h c mult univ apl em dipl inf kfm kffr psych päd mag magister di sc mba theol agr forst
    """.split(separator: " ").map(String.init))

  private static let degrees = Set(
    "phd md mba msc bsc ma ba llm jd esq jr sr ii iii iv cpa cfa pmp rn dphil edd dds ma mas meng mph".split(
      separator: " "
    )
    .map(String.init))

  private static let salutations = Set(
    "herr herrn frau mr mrs ms miss mx sir madame monsieur mme m divers".split(separator: " ").map(String.init))
}

extension String {
  /// Without quotes or apostrophes around all of it.
  var unquoted: String {
    for (open, close) in [("\"", "\""), ("'", "'"), ("„", "“"), ("“", "”")]
    where count > 2 && hasPrefix(open) && hasSuffix(close) {
      return String(dropFirst().dropLast()).tidied
    }
    return self
  }

  func trimming(_ character: Character) -> String {
    var text = Substring(self)
    while text.first == character || text.first == " " { text.removeFirst() }
    while text.last == character || text.last == " " { text.removeLast() }
    return String(text)
  }
}
