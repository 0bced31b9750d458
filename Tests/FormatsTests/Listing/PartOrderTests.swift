import Testing

@testable import Formats

@Suite("What a whole list has in common")
struct PartOrderTests {
  @Test("The clear entries of a list decide which of two parts is the job")
  func order() {
    #expect(PartOrder.common(to: [("Editor", "Sample Press"), ("Printer", "Sampling")]) == .jobFirst)
    #expect(PartOrder.common(to: [("Beispiel AG", "Leiterin"), ("Abc", "Def")]) == .organisationFirst)
    #expect(PartOrder.common(to: [("Abc", "Def")]) == nil)
    #expect(PartOrder.common(to: [("Editor", "Sample Press"), ("Beispiel AG", "Leiterin")]) == nil)
  }

  @Test("Lines with job and organisation are read in that order, though one of them alone would not tell")
  func lines() throws {
    let reading = try Reading(
      "Nils Aster, Botanist, Sample Garden\nRuth Ogawa, Gardener, Green Roofs Ltd\nIda Blum, Fixer, Mend It\n")
    #expect(reading.people.map(\.role) == ["Botanist", "Gardener", "Fixer"])
    #expect(reading.people.map(\.organisation) == ["Sample Garden", "Green Roofs Ltd", "Mend It"])
  }

  @Test("Where the comma follows the family name in nearly all lines, it does so in every line")
  func familyFirst() throws {
    let reading = try Reading(
      "Arndt, Gesa (Beispiel GmbH)\nBause, Hamid (Stadt Muster)\nCramm, Tomma (Institut für Proben)\nStange, Peer\n")
    #expect(reading.names == ["Gesa Arndt", "Hamid Bause", "Tomma Cramm", "Peer Stange"])
    #expect(reading.people.map(\.organisation) == ["Beispiel GmbH", "Stadt Muster", "Institut für Proben", ""])
  }

  @Test("A list that a program wrote into a cell is several topics, even with commas in them")
  func writtenList() {
    #expect(WrittenList.items(of: #"['Le vélo', "C'est bien, non?"]"#) == ["Le vélo", "C'est bien, non?"])
    #expect(WrittenList.items(of: "[draft] A title") == nil)
    #expect(WrittenList.items(of: "[]") == nil)
  }

  @Test("Columns of marks are topics: a form's boxes, and scores above zero")
  func marks() throws {
    let reading = try Reading(
      """
      Name,E-Mail,topic: Archives,topic: Bees,Themen [Klima]
      Anna Adler,anna@example.org,2,-1,Ja
      Bo Bach,bo@example.org,0,1,Nein
      """)
    #expect(reading.people.map(\.topics) == [["Archives", "Klima"], ["Bees"]])
  }

  @Test("Tags for reviewing are no topics")
  func tags() throws {
    let reading = try Reading("name,email,roles,tags\nAnna Adler,a@example.org,pc,#heavy #light\n")
    #expect(reading.people.map(\.topics) == [[]])
  }
}
