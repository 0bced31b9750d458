import Testing

@testable import Core

@Suite("The invitation as a short message")
struct ShortLetterTests {
  private func letter(_ form: AddressForm, question: String = "Was hat Sie überrascht?", sentence: String = "")
    -> ShortLetter
  {
    ShortLetter(
      form: form, recipient: Recipient(name: "Dr. Anna Adler"), question: question, seats: 8, minutes: 60,
      sentence: sentence, personalLink: "https://tisch.example/g/abc")
  }

  @Test("It says what it is, asks the question, and ends with the personal page")
  func whole() {
    #expect(
      letter(.sie).text(limit: 500) == """
        Guten Tag Dr. Anna Adler,
        ich lade Sie zu einer kleinen Runde ein: eine Stunde online, höchstens acht Gäste. Unsere Frage: „Was hat Sie \
        überrascht?“ Alles Weitere, auch woher ich Ihren Namen habe: https://tisch.example/g/abc
        """)
    #expect(
      letter(.english, question: "What surprised you?").text(limit: 500).hasSuffix(
        "Our question: “What surprised you?” Everything else, and where I found your name: https://tisch.example/g/abc")
    )
  }

  @Test("What follows is said as briefly, with the date where there is one", arguments: AddressForm.allCases)
  func later(form: AddressForm) {
    let date =
      form == .english ? "Thursday 3 December 2026, 18:30 (Berlin)" : "Donnerstag, 3. Dezember 2026, 18:30 Uhr (Berlin)"
    for later in ShortLetter.Later.allCases {
      for date in [date, nil] {
        let text = letter(form).text(later, date: date, answerBy: "Freitag, 4. Dezember")
        #expect(text.hasSuffix("https://tisch.example/g/abc") && text.count < 300, "\(text)")
        #expect(!text.contains("..") && !text.contains("  "), "\(text)")
        if [.date, .change].contains(later), let date { #expect(text.contains(date)) }
        if form == .du { #expect(!text.contains("Ihr") && !text.contains(" Sie")) }
      }
    }
  }

  @Test("What does not fit is left out whole: first the host's sentence, then the question; the page never")
  func limits() {
    let long = letter(.du, question: String(repeating: "Warum ", count: 30) + "?", sentence: "Dein Vortrag war gut.")
    #expect(long.text(limit: 1000).contains("Dein Vortrag war gut. Unsere Frage"))
    for limit in stride(from: 20, through: 600, by: 7) {
      let text = long.text(limit: limit)
      #expect(text.hasSuffix("https://tisch.example/g/abc"))
      #expect(text.count <= limit || !text.contains("Warum") && !text.contains("Vortrag"))
    }
  }
}
