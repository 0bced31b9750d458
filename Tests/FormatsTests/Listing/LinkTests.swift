import Foundation
import Testing

@testable import Formats

@Suite("Other places where people can be found")
struct LinkTests {
  private func links(_ text: String) throws -> [[String]] { try Reading(Data(text.utf8)).people.map(\.links) }

  @Test("A table's homepages and profiles are kept; a page everybody shares, or a talk's, is nobody's")
  func table() throws {
    let list = """
      Name,E-Mail,Website,LinkedIn,Join URL
      Anna Adler,,https://adler.example,linkedin.com/in/adler,https://meet.example/1
      Bea Bär,bea@example.org,,https://www.linkedin.com/in/baer,https://meet.example/2
      Carl Cremer,,www.cremer.example,,https://meet.example/3
      """
    #expect(
      try links(list) == [
        ["https://adler.example", "linkedin.com/in/adler"], ["https://www.linkedin.com/in/baer"],
        ["www.cremer.example"],
      ])
    let shared =
      "Name,Homepage\n" + ["Anna Adler", "Bea Bär", "Carl Cremer"].map { "\($0),https://kongress.example\n" }.joined()
    #expect(try links(shared) == [[], [], []])
    let talks =
      "Title,Speakers,URL\nEbbe,Anna Adler,https://kongress.example/ebbe\nFlut,Bea Bär,https://kongress.example/flut\n"
    #expect(try links(talks) == [[], []])
  }

  @Test("Sessionize's links, pretalx' answers and separate fields belong to a speaker; pictures and talks don't")
  func programme() throws {
    let sessionize = """
      [{"id": "7f1f0d4e-5b1a-4c86-9c5c-0a3f6a2b1c11", "fullName": "Anna Adler", "bio": "", "profilePicture": "https://img.example/a.png",
        "links": [{"title": "Blog", "url": "https://adler.example", "linkType": "Blog"}], "sessions": []},
       {"id": "7f1f0d4e-5b1a-4c86-9c5c-0a3f6a2b1c12", "fullName": "Bea Bär", "bio": "", "links": [], "sessions": []}]
      """
    #expect(try links(sessionize) == [["https://adler.example"], []])
    let pretalx = """
      {"count": 1, "results": [{"code": "ABCDEF", "name": "Anna Adler", "biography": "x", "github": "adler", "mastodon": "@anna@example.social",
        "answers": [{"question": {"question": "Your homepage?"}, "answer": "https://adler.example"},
          {"question": {"question": "Diet?"}, "answer": "vegan"}], "submissions": []}]}
      """
    let found = try links(pretalx)
    #expect(found.count == 1)
    #expect(Set(found.joined()) == ["https://adler.example", "https://github.com/adler", "@anna@example.social"])
  }

  @Test("A card's pages are kept, and written back")
  func card() throws {
    let card =
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna Adler\r\nEMAIL:anna@example.org\r\nURL:https://adler.example\r\nEND:VCARD\r\n"
    #expect(try links(card) == [["https://adler.example"]])
    var writer = VCardWriter()
    let people = try Reading(Data(card.utf8)).people
    writer.append(people[0])
    #expect(String(decoding: writer.data, as: UTF8.self).contains("\r\nURL:https://adler.example\r\n"))
  }
}
