/// Words that name a kind and mean nothing alone: people with "Open Source" and people with "Open Space" share no
/// subject called "Open". Short lists of our own, compared by stem.
enum Qualifiers {
  static func contains(_ term: Term) -> Bool { term.keys.contains { keys.contains($0) } }

  private static let keys: Set<String> = {
    let words = (german + " " + english).split(whereSeparator: \.isWhitespace)
    return Set(words.flatMap { Terms.of(String($0)) }.flatMap(\.keys))
  }()

  private static let german = """
    aktuell allgemein alt angewandt automatisch besser best digital echt effektiv effizient einfach erfolgreich erst
    europäisch frei ganzheitlich gemeinsam global groß gut hybrid inklusiv innovativ international interdisziplinär klein
    kollaborativ kreativ kritisch künftig künstlich kurz lang lokal modern national neu nächst offen öffentlich praktisch
    privat richtig schnell sicher smart sozial stark strategisch technisch virtuell zukünftig
    """

  private static let english = """
    advanced applied artificial automated automatic best better big collaborative common creative critical current deep
    effective efficient european fast first free future general good great holistic inclusive innovative
    interdisciplinary joint large local long new next old open practical private public real safe secure short simple
    small social strategic strong successful technical virtual
    """
}
