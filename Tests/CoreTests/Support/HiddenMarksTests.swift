import Testing

@testable import Core

@Suite struct HiddenMarksTests {
  @Test(
    "Marks that turn a text's direction go, and so do control characters",
    arguments: [
      ("Anna\u{202E}greB", "AnnagreB"), ("\u{2067}Anna\u{2069} Berg", "Anna Berg"), ("a\u{0}b\u{1B}[2Jc", "ab[2Jc"),
      ("\u{FEFF}Anna", "Anna"), ("a\u{FFF9}b\u{FFFA}c\u{FFFB}", "abc"), ("x\u{7F}\u{85}\u{9B}y", "xy"),
      ("\u{206A}\u{206F}", ""),
    ])
  func hidden(written: String, left: String) {
    #expect(written.withoutHiddenMarks == left)
  }

  @Test(
    "What belongs to the spelling stays",
    arguments: [
      "", "Anna\tBerg\r\nBonn\n", "می‌خواهم", "ක්‍ෂ", "👩‍🚀", "שלום, \u{200F}Anna!", "Müller", "🏴\u{E0067}\u{E0062}\u{E007F}",
      "a\u{2028}b",
    ])
  func kept(_ text: String) {
    #expect(text.withoutHiddenMarks == text)
  }

  @Test("Nothing known about a person contains any, whatever list it comes from")
  func records() {
    let record = PersonRecord(
      name: "Anna\u{202E} greB", email: "a@example.org\u{7F}", organisation: "\u{2066}Beispiel AG",
      role: "Rol\u{FEFF}le",
      country: "DE\u{85}", topics: ["The\u{202B}ma", "Coaching"], talks: ["The\u{202B}ma"])
    #expect(
      record
        == PersonRecord(
          name: "Anna greB", email: "a@example.org", organisation: "Beispiel AG", role: "Rolle", country: "DE",
          topics: ["Thema", "Coaching"], talks: ["Thema"]))
    #expect(record.name == "Anna greB" && record.topics == ["Thema", "Coaching"] && record.role == "Rolle")
  }

  @Test("Whatever characters come, none that turns or controls is left, and none with meaning is lost")
  func every() {
    for value in (0...0x30000 as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let left = String(Character(scalar)).withoutHiddenMarks
      #expect(left.isEmpty || left.unicodeScalars.first == scalar)
      if scalar.properties.isBidiControl, !["\u{61C}", "\u{200E}", "\u{200F}"].contains(scalar) {
        #expect(left.isEmpty)
      }
      if scalar.properties.isAlphabetic { #expect(!left.isEmpty) }
    }
  }
}
