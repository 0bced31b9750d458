import Testing

@testable import Names

@Suite("Names as people write them")
struct PersonNameTests {
  @Test(
    "A name is put into spoken order, with its titles and degrees",
    arguments: [
      ("Müller, Anna", "Anna Müller"), ("Müller, Dr. Anna", "Dr. Anna Müller"),
      ("Müller, Anna, Dr.", "Dr. Anna Müller"), ("Anna Müller, PhD", "Anna Müller, PhD"),
      ("von der Aue, Bea", "Bea von der Aue"), ("Müller,", "Müller"), ("\"Müller, Anna\"", "Anna Müller"),
      (",", ""), ("", ""), ("De Clercq, Wout", "Wout De Clercq"), ("García Márquez, Xóchitl", "Xóchitl García Márquez"),
      ("Frau Dr. Clara Creutz", "Dr. Clara Creutz"), ("Dr. Ines van der Velde, PhD", "Dr. Ines van der Velde, PhD"),
      ("Ruud de Vries MBA", "Ruud de Vries MBA"), ("Martin Luther King, Jr.", "Martin Luther King, Jr."),
      ("Prof. Dr. h.c. mult. Änne Weiß", "Prof. Dr. h.c. mult. Änne Weiß"), ("bell hooks", "bell hooks"),
      ("M. Smith", "M. Smith"), ("Dr. E. Smith", "Dr. E. Smith"),
      ("Prof. Dr. h. c. Bo Bach", "Prof. Dr. h. c. Bo Bach"),
      ("Li Xu (she/her)", "Li Xu"), ("Diego Gámez (Moderation)", "Diego Gámez"), ("NOWAK JAN (EXT)", "NOWAK JAN"),
      ("PhD Anna Adler", "Anna Adler, PhD"), ("M.A. Anna Adler", "Anna Adler, M.A."),
      ("Dr. PhD Anna Adler", "Dr. Anna Adler, PhD"), ("MBA Prof. Bo Bach, LL.M.", "Prof. Bo Bach, MBA, LL.M."),
      ("Bed Prakash Sharma", "Bed Prakash Sharma"), ("MA Weiqing Li", "MA Weiqing Li"), ("PhD Adler", "PhD Adler"),
      ("J.D. Vance Miller", "J.D. Vance Miller"), ("Junior Silva Costa", "Junior Silva Costa"),
      ("Dipl.-Inf. Bo Bach", "Dipl.-Inf. Bo Bach"), ("Simon, Anna", "Anna Simon"),
      ("Robert (Bob) Smith", "Robert (Bob) Smith"),
    ])
  func spoken(written: String, spoken: String) {
    #expect(PersonName(written).spoken == spoken)
  }

  @Test(
    "What is no name behind a comma or in brackets is set aside, never turned to the front",
    arguments: [
      ("Anna Adler, Universität Bonn", "Anna Adler", ["Universität Bonn"]),
      ("Anna Adler, Bonn", "Anna Adler", ["Bonn"]),
      ("M. Antoine Roux, Mairie de Test", "Antoine Roux", ["Mairie de Test"]),
      ("Dr. Wei Chen, Bouygues", "Dr. Wei Chen", ["Bouygues"]), ("M. Night Shyamalan", "M. Night Shyamalan", []),
      ("Anna Adler, MdB", "Anna Adler, MdB", []), ("Anna Adler (Vorstand)", "Anna Adler", ["Vorstand"]),
      ("Anna Adler, M.A.", "Anna Adler, M.A.", []), ("Adler, Anna, Beispiel AG", "Anna Adler", ["Beispiel AG"]),
      ("Anna Adler, Leiterin Einkauf, Beispiel AG", "Anna Adler", ["Leiterin Einkauf", "Beispiel AG"]),
      ("Xiu Adler (Beispiel AG) (she/her)", "Xiu Adler", ["Beispiel AG"]),
    ])
  func asides(written: String, spoken: String, asides: [String]) {
    #expect(PersonName(written).spoken == spoken)
    #expect(PersonName(written).asides == asides)
  }

  @Test("If a whole column has the family name first, the comma is trusted")
  func familyFirst() {
    #expect(PersonName("Anna, Bonn", isFamilyFirst: true).spoken == "Bonn Anna")
    #expect(PersonName("King, Martin Luther, Jr.", isFamilyFirst: true).spoken == "Martin Luther King, Jr.")
  }

  @Test(
    "The familiar name is the given one, wherever it stands; where nobody can tell, the whole",
    arguments: [
      ("Dr. Ines van der Velde, PhD", "Ines"), ("van der Velde, Ines", "Ines"), ("Ruud de Vries MBA", "Ruud"),
      ("Jun.-Prof. Dr. Ole Ost", "Ole"), ("Univ.-Prof. i.R. Dr. Hans Hold", "Hans"), ("Oberst a. D. Karl Kurz", "Karl"),
      ("Dr. iur. utr. Quirin Quast", "Quirin"), ("Dipl.-Ing. (FH) Karl Kurz", "Karl"),
      ("Dr. A.D. Miller", "A.D. Miller"),
      ("Gräfin Zoe von Abel", "Zoe"), ("Freiherr von Xaver", "Freiherr von Xaver"),
      ("Dame Judi Dench", "Dame Judi Dench"),
      ("Graf Zahl", "Graf Zahl"), ("Max Freiherr von Yorck", "Max"), ("Familie Müller", "Familie Müller"),
      ("Team Marketing", "Team Marketing"), ("StB Dr. Iris Igel", "Iris"), ("RA Jörg Jung", "Jörg"),
      ("WP/StB Kai Kahl", "Kai"), ("Rechtsanwältin Dr. Eva Stark", "Eva"), ("Ra Shawn", "Ra"),
      ("Hofrat Mag. Dr. Franz Fink", "Franz"), ("OStR Prof. Dieter Dorn", "Dieter"),
      ("Prof.in Dr.in Mara Maus", "Mara"), ("Frau Dr. Maus", "Dr. Maus"), ("Herr Prof. Dorn", "Prof. Dorn"),
      ("Dr. Anna", "Anna"), ("Anna & Otto Adler", "Anna & Otto Adler"),
      ("Anna Adler und Otto Dorn", "Anna Adler und Otto Dorn"),
      ("Kim Min-jun", "Min-jun"), ("Park Ji-sung", "Ji-sung"), ("Kim Meier-Dorn", "Kim"), ("Lee Adler", "Lee"),
      ("dr hab. inż. Jan Dorn", "Jan"), ("Dr. oec. HSG Urs Dorn", "Urs"),
      ("StR Paul Dorn", "StR Paul Dorn"), ("Kapitän zur See Jan Dorn", "Kapitän zur See Jan Dorn"),
      ("Dott.ssa Chiara Dorn", "Chiara"), ("Me Claire Dorn", "Me Claire Dorn"),
      ("Prof'in Silke Dorn", "Prof'in Silke Dorn"),
      ("Mag.a Eva Ehm", "Eva"), ("MMag. DDr. Kai Kahl", "Kai"), ("Pater Anselm", "Pater Anselm"),
      ("Müller Dr. Anna", "Anna"),
      ("Kevin Martin", "Kevin"), ("Ina Major Lang", "Ina"), ("Jun Ito", "Jun"),
      ("Sukarno", "Sukarno"), ("愛川 翼", "愛川 翼"), ("王小明", "王小明"), ("Nguyễn Thị Mai", "Mai"),
      ("Szabó Péter", "Péter"), ("Péter Szabó", "Péter"), ("Martin Luther King, Jr.", "Martin"),
      ("Prof. Dr. h.c. mult. Änne Weiß", "Änne"), ("bell hooks", "bell"), ("MÜLLER Jörg", "Jörg"),
      ("محمد عبد الله", "محمد"), ("عبد الله محمد", "عبد الله"), ("Anna-Lena Freifrau von und zu Beispiel", "Anna-Lena"),
      ("Bo Ng", "Bo"), ("J. R. Smith", "J. R. Smith"), ("Dr. med. dent. Li Xu (she/her)", "Li"),
      ("Anna Adler, PhD", "Anna"), ("PhD Anna Adler", "Anna"), ("Anna Adler, M.A.", "Anna"),
      ("Dr. med. Clara Creutz", "Clara"),
      ("Dr Dirk Dorn", "Dirk"), ("ANNA ADLER", "Anna"), ("HANS-PETER BERG", "Hans-Peter"), ("JP MÜLLER", "JP"),
      ("ANNA", "ANNA"), ("Phil Collins", "Phil"), ("Dr. Phil Collins", "Phil"),
    ])
  func familiar(written: String, familiar: String) {
    #expect(PersonName(written).familiar == familiar)
  }

  @Test(
    "Titles are known with and without their dots",
    arguments: [
      ("Dr Dirk Dorn", ["Dr"]), ("Prof. Dr. h.c. mult. Änne Weiß", ["Prof.", "Dr.", "h.c.", "mult."]),
      ("Dr. med. Clara Creutz", ["Dr.", "med."]), ("Univ.-Prof. Dr. Bo Bach", ["Univ.-Prof.", "Dr."]),
      ("Dipl.-Ing. Bo Bach", ["Dipl.-Ing."]), ("PD Dr. Bo Bach", ["PD", "Dr."]), ("Bo Bach", []), ("Major Tom", []),
      ("Mag. Bo Bach", ["Mag."]), ("Prof. Dr.-Ing. Bo Bach", ["Prof.", "Dr.-Ing."]),
    ])
  func titles(written: String, titles: [String]) {
    #expect(PersonName(written).titles == titles)
  }

  @Test("Whatever is written, no part of it appears twice, and no text ends the program")
  func floods() {
    for piece in [",", "(", ")", "Dr. ", "a,", " ", "\u{200C}", "PhD ", "[)"] {
      let name = PersonName(String(repeating: piece, count: 3000))
      #expect(name.spoken.utf8.count <= 3000 * piece.utf8.count * 2)
    }
  }
}
