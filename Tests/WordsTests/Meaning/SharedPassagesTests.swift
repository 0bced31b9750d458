import Testing

@testable import Words

@Suite("Passages shared by a list")
struct SharedPassagesTests {
  private func tags(_ topics: [String], thesaurus: String = "") -> [Set<String>] {
    let known = Thesaurus(thesaurus)
    let shared = SharedPassages(topics, in: TopicSpace(thesaurus: known, topics: topics), thesaurus: known)
    return shared.places.map { Set($0.map { shared.tags[$0].name }) }
  }

  @Test("Long titles share their words, and short topics are also shared as a whole")
  func words() {
    let tags = tags([
      "Was Coaching in deutschen Behörden verändert", "Coaching in Behörden", "Coaching in Behörden", "Behörden",
    ])
    #expect(tags[0].isSuperset(of: ["Coaching", "Behörden"]))
    #expect(tags[1] == ["Coaching in Behörden", "Coaching", "Behörden"])
    #expect(tags[3] == ["Behörden"])
  }

  @Test("Words that occur in one subject only add nothing to it")
  func redundant() {
    let tags = tags(["Digitale Souveränität", "digitale Souveränität", "Robotik im Alltag", "Robotik"])
    #expect(tags[0] == ["Digitale Souveränität"])
    #expect(tags[2].isSuperset(of: ["Robotik", "Alltag"]))
  }

  @Test("A word that only names a kind is no subject, unless it is somebody's topic")
  func qualifiers() {
    let tags = tags([
      "Open Source", "Open Space", "Digitale Bildung", "Digitaler Wandel in der Schule", "Bildung",
      "Offene Daten, offene Türen",
    ])
    #expect(tags[0] == ["Open Source"])
    #expect(tags[1] == ["Open Space"])
    #expect(tags[2] == ["Digitale Bildung", "Bildung"])
    #expect(tags[3] == ["Digitaler Wandel in der Schule"])
    #expect(tags.joined().allSatisfy { !["Open", "Digitale", "Digitaler", "Offene", "offene"].contains($0) })
    #expect(self.tags(["Digital", "Digitale Bildung", "Digital"])[0] == ["Digital"])
  }

  @Test("A phrase that is somebody's topic is found inside a long title")
  func phrases() {
    let tags = tags(["Künstliche Intelligenz", "Wie künstliche Intelligenz unsere Ämter verändert"])
    #expect(tags[1].contains("Künstliche Intelligenz"))
  }

  @Test("The thesaurus connects topics from within, and its phrases with single words")
  func thesaurus() {
    let tags = tags(
      ["KI", "Wie künstliche Intelligenz unsere Ämter verändert", "AI Ethics"],
      thesaurus: "KI = AI = künstliche Intelligenz")
    #expect(tags.allSatisfy { $0.contains("KI") })
  }

  @Test("A topic without a word shares nothing")
  func none() {
    #expect(tags(["", "…", "Robotik"]) == [[], [], ["Robotik"]])
  }
}
