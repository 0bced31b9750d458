import Testing

@testable import Core

@Suite("The rubric")
struct RubricTests {
  @Test(
    "A topic that is thin gets the fitting hint",
    arguments: [
      ("KI", Language.german, ["general"]), ("Die Zukunft der Arbeit", .german, ["general"]),
      ("Digitalisierung und Führung", .german, ["general"]), ("The future of work", .english, ["general"]),
      ("Networking für Coaches", .german, ["emptyWord"]), ("Synergien im Mittelstand", .german, ["emptyWord"]),
      (String(repeating: "sehr viele Wörter ", count: 6), .german, ["long"]),
      ("Was Teams nach einem gescheiterten Projekt brauchen", .german, []),
      ("KI in der Beratung: wo wir ihr widersprechen", .german, []),
      ("What teams need after a project has failed", .english, []),
    ])
  func topics(text: String, language: Language, expected: [String]) {
    #expect(hints(.topic, Substance(topic: text), language) == expected)
  }

  @Test(
    "A question that is thin gets the fitting hint",
    arguments: [
      ("Wie geht es mit KI weiter?", Language.german, ["general"]), ("Was halten Sie von KI?", .german, ["general"]),
      ("What is the future of coaching?", .english, ["general"]), ("Where is AI heading?", .english, ["short"]),
      ("Haben Sie schon einmal ein Projekt abgebrochen?", .german, ["yesNo"]),
      ("Should leaders admit their mistakes in public?", .english, ["yesNo"]),
      ("Wenn die KI schreibt, sollten wir dann noch Berichte lesen?", .german, ["yesNo"]),
      ("If machines write our reports, should we still read them?", .english, ["yesNo"]),
      ("Wie erkennen Sie das Scheitern? Und was tun Sie dann?", .german, ["two"]),
      ("Wie erkennen Sie ein Scheitern und was hat Ihnen dann geholfen?", .german, ["two"]),
      ("How do you notice failure and what helped you the last time?", .english, ["two"]),
      ("Warum gerade jetzt?", .german, ["short"]), ("Teams lernen nicht aus Fehlern.", .german, ["notAQuestion"]),
      ("Woran erkennen Sie ein müdes Team", .german, ["noQuestionMark"]),
      ("Woran haben Sie zuletzt gemerkt, dass ein Team nicht mehr lernt?", .german, []),
      ("Welche Regel haben Sie abgeschafft, ohne dass jemand sie vermisst hat?", .german, []),
      ("In drei Kliniken ist es misslungen. Woran lag es bei Ihnen zuletzt?", .german, []),
      ("Wer hat bei Ihnen wann und wo zuletzt widersprochen?", .german, []),
      ("Which rule have you abolished without anyone missing it?", .english, []),
      ("Is it the team or the leader who notices first?", .english, []),
    ])
  func questions(text: String, language: Language, expected: [String]) {
    #expect(hints(.question, Substance(question: text), language) == expected)
  }

  @Test(
    "A contribution that is thin gets the fitting hint",
    arguments: [
      ("Ich freue mich auf den Austausch mit Ihnen allen heute", Language.german, ["emptyWord", "anticipation"]),
      ("Ich stelle kurz unsere Lösung vor, mit der 40 Kunden arbeiten", .german, ["advertisement"]),
      ("I look forward to meeting everybody at the table", .english, ["anticipation", "noExperience"]),
      ("We offer a platform that 300 companies use", .english, ["advertisement"]),
      ("Viel Erfahrung aus der Arbeit mit Führungskräften", .german, ["noExperience"]),
      ("Viel Erfahrung", .german, ["short"]), ("Networking", .english, ["emptyWord", "short"]),
      ("Drei Kliniken, in denen wir gescheitert sind", .german, []),
      ("The draft of a questionnaire that I would like to see taken apart", .english, []),
      ("Ich habe 2019 ein Team aufgelöst, das gut war", .german, []),
    ])
  func contributions(text: String, language: Language, expected: [String]) {
    #expect(hints(.contribution, Substance(contribution: text), language) == expected)
  }

  @Test("A blank field is reported as missing, and a weak word is named")
  func messages() {
    let hints = Rubric.hints(for: Substance(topic: "Vernetzung der Coaches"), language: .german)
    #expect(hints.map(\.field) == [.topic, .question, .contribution])
    #expect(hints.first?.message == Message("substance.hint.topic.emptyWord", ["word": "Vernetzung"]))
    #expect(hints.last?.message.key == "substance.missing.contribution")
  }

  @Test("Each field has two good examples and a bad one", arguments: SubstanceField.allCases)
  func guides(field: SubstanceField) {
    let guide = Rubric.guide(for: field)
    let keys = ([guide.introduction] + guide.good + [guide.bad, guide.whyBad]).map(\.key)
    #expect(Set(keys).count == 5)
    #expect(keys.allSatisfy { $0.hasPrefix("substance.rubric.\(field.rawValue).") })
  }

  /// The last parts of the keys, for one field.
  private func hints(_ field: SubstanceField, _ substance: Substance, _ language: Language) -> [String] {
    Rubric.hints(for: substance, language: language).filter { $0.field == field }
      .compactMap { $0.message.key.split(separator: ".").last.map(String.init) }
  }
}
