import Names
import Testing

@testable import Formats

@Suite("Names")
struct PersonNameTests {
  @Test(
    "Names are put into spoken order",
    arguments: [
      ("Müller, Anna", "Anna Müller"), ("Müller, Dr. Anna", "Dr. Anna Müller"),
      ("Müller, Anna, Dr.", "Dr. Anna Müller"),
      ("Anna Müller, PhD", "Anna Müller, PhD"), ("Anna Müller", "Anna Müller"), ("von der Aue, Bea", "Bea von der Aue"),
      ("Müller,", "Müller"), ("\"Müller, Anna\"", "Anna Müller"), (",", ""), ("", ""),
    ])
  func spoken(written: String, spoken: String) {
    #expect(PersonName.spoken(written) == spoken)
  }

  @Test(
    "A cell of names is cut between people",
    arguments: [
      ("Anna Adler, Bea Bach", ["Anna Adler", "Bea Bach"]), ("Adler, Anna; Bach, Bea", ["Adler, Anna", "Bach, Bea"]),
      ("Anna Adler und Bea Bach", ["Anna Adler", "Bea Bach"]), ("Adler, Anna", ["Adler, Anna"]),
      ("Adler, Anna, Bach, Bea", ["Adler, Anna", "Bach, Bea"]),
      ("Anna Adler & Bea Bach\nCarl", ["Anna Adler", "Bea Bach", "Carl"]),
      ("Anna Adler, PhD", ["Anna Adler, PhD"]), ("A A, B B, and C C", ["A A", "B B", "C C"]),
    ])
  func several(cell: String, names: [String]) {
    #expect(TopicList.names(in: cell) == names)
  }

  @Test(
    "A cell of topics is cut at what it uses",
    arguments: [
      ("KI, Ethik", ["KI", "Ethik"]), ("KI; Recht, Ethik", ["KI", "Recht, Ethik"]), ("KI\n- Ethik", ["KI", "Ethik"]),
      ("Bäume (Ahorn, Buche), Vögel", ["Bäume (Ahorn, Buche)", "Vögel"]), ("  ", []), ("KI", ["KI"]),
    ])
  func topics(cell: String, topics: [String]) {
    #expect(TopicList.topics(in: cell) == topics)
  }
}
