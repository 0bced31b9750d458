import Testing

@testable import Core

@Suite("The letters of a circle")
struct CircleLetterTests {
  @Test("A further evening's letter begins with the outcome of the last", arguments: AddressForm.allCases)
  func further(form: AddressForm) throws {
    var facts = try LetterSamples.facts(form)
    facts.previous = PreviousEvening(topic: "Vertrauen", outcome: "Kim hat das Papier geschickt", wasThere: true)
    let letter = Letter.invitation(facts)
    #expect(flowing(letter).contains("Vertrauen") && flowing(letter).contains("Kim hat das Papier geschickt."))
    facts.previous?.wasThere = false
    #expect(Letter.invitation(facts) != letter)
    facts.previous = nil
    #expect(!flowing(Letter.invitation(facts)).contains("Vertrauen"))
  }

  @Test("The guest of honour learns who asks, what, and how little time it takes", arguments: AddressForm.allCases)
  func honour(form: AddressForm) throws {
    let honour = HonourFacts(
      members: ["Karin Holm", "Jonas Weber"], evenings: 3, topics: ["Vertrauen", "Vertrauen"],
      questions: ["Was ließen Sie weg?", " "],
      minutes: 20, date: "Dienstag, 3. November, 18:50 Uhr", role: .guest)
    let text = flowing(Letter.honourInvitation(try LetterSamples.facts(form), honour))
    #expect(text.components(separatedBy: "Vertrauen").count == 2, "a topic is named once")
    for word in ["Karin Holm", "Jonas Weber", "Vertrauen", "Was ließen Sie weg?", "20", "3. November"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test("An assistant's letter has their own link and none of the guest's", arguments: AddressForm.allCases)
  func assistant(form: AddressForm) throws {
    let facts = try LetterSamples.facts(form)
    let letter = Letter.assistant(
      facts, name: "Vera Klein", of: "Dr. Ruth Aslan", date: "Dienstag, 3. November", link: "https://example.org/own")
    #expect(letter.text.contains("https://example.org/own") && flowing(letter).contains("Dr. Ruth Aslan"))
    #expect(!letter.text.contains(facts.personalLink) && !letter.text.contains(facts.objectionLink))
  }

  @Test("A guest of honour's letter mentions an entry only if one is attached", arguments: AddressForm.allCases)
  func entry(form: AddressForm) throws {
    let facts = try LetterSamples.facts(form)
    for hasEntry in [true, false] {
      let letters = [
        Letter.honourConfirmation(facts, date: "3. November", hasEntry: hasEntry),
        .honourChange(facts, from: "2. November", to: "3. November", hasEntry: hasEntry),
        .honourChange(facts, from: nil, to: "3. November", hasEntry: hasEntry),
      ]
      for letter in letters {
        let text = flowing(letter)
        #expect((text.contains("Kalendereintrag") || text.contains("calendar entry")) == hasEntry)
        #expect(!text.contains("weiterhin") && !text.contains("still"), "the length may have changed, too")
        expectTidy(letter)
      }
    }
  }

  @Test("No letter has gaps or doubled marks, whatever is missing", arguments: AddressForm.allCases)
  func whole(form: AddressForm) throws {
    let facts = try LetterSamples.facts(form)
    let bare = HonourFacts(members: [], evenings: 1, topics: [], questions: [], minutes: 15, date: nil, role: .speaker)
    let letters = [
      Letter.summary(facts, met: [], wasThere: true), .summary(facts, met: ["Kim"], wasThere: true),
      .summary(facts, met: [], wasThere: false), .promiseReminder(facts, promise: "das Papier.", to: []),
      .honourInvitation(facts, bare), .thanks(facts, text: Letter.proposedThanks(facts, minutes: 20, taken: [])),
      .circleEnd(facts, evenings: 1), .circleEnd(facts, evenings: 13),
      .honourConfirmation(facts, date: "Dienstag, 3. November, 18:50 Uhr."),
      .honourConfirmation(facts, date: "Dienstag, 3. November", isComing: false),
      .honourChange(facts, from: nil, to: "Dienstag, 3. November"),
      .honourChange(facts, from: "Montag, 2. November", to: "Dienstag, 3. November"),
      .assistant(facts, name: "Vera Klein", of: "Dr. Ruth Aslan", date: nil, link: "https://example.org/x"),
      .assistantChange(
        facts, name: "Vera Klein", of: "Dr. Ruth Aslan", from: "Montag, 2. November", to: "Dienstag, 3. November",
        link: "https://example.org/x"),
    ]
    for letter in letters {
      expectTidy(letter)
      #expect(letter.subject.count <= 78)
    }
  }

  /// The text without its line breaks.
  private func flowing(_ letter: Letter) -> String { letter.text.replacing("\n", with: " ") }
}
