import Foundation
import Testing

@testable import Formats

/// Instructions somebody has given about headers.
private struct SaidHeaders: KnownHeaders {
  let said: [[String]: HeaderAdvice]
  func advice(for header: [String]) -> HeaderAdvice? { said[header] }
}

@Suite("A list read as instructed") struct ListAdviceTests {
  private func reading(_ text: String, _ said: [[String]: HeaderAdvice]) throws -> Reading {
    try Reading(Data(text.utf8), advice: ListAdvice(headers: SaidHeaders(said: said)))
  }

  @Test("Columns of a header that was corrected before are read that way in the next file too")
  func columns() throws {
    let header = ["Wer", "Was", "Wo"]
    let said = [header: HeaderAdvice(columns: [.name, .topics, .organisation])]
    for people in ["Anna Adler,Brücken,Hafen Nord", "Bruno Berg,Tunnel,Werk"] {
      let reading = try reading("Wer,Was,Wo\n\(people)\n", said)
      let cells = people.split(separator: ",").map(String.init)
      #expect(reading.names == [cells[0]])
      #expect(reading.people.first?.topics == [cells[1]])
      #expect(reading.people.first?.organisation == cells[2])
      #expect(reading.summary.layout?.isKnown == true)
    }
  }

  @Test("A row declared to be the header is the header, whatever is above it")
  func header() throws {
    let text = "Name,Ort\nListe der Gäste,\nWer,Kontakt\nAnna Adler,anna@example.org\n"
    let reading = try reading(text, [["Wer", "Kontakt"]: HeaderAdvice(beginsList: true)])
    #expect(reading.summary.layout?.headerLine == 3)
    #expect(reading.names == ["Anna Adler"])
    #expect(reading.emails == ["anna@example.org"])
  }

  @Test("A section somebody left out is skipped, and listed among the sections")
  func sections() throws {
    let text = "Name,E-Mail\nAnna Adler,anna@example.org\n\nName,Email,Firma\nBruno Berg,bruno@example.org,Werk\n"
    let all = try reading(text, [:])
    #expect(all.names == ["Anna Adler", "Bruno Berg"])
    #expect(all.summary.layout?.outline.sections.map(\.isRead) == [true, true])
    let less = try reading(text, [["Name", "Email", "Firma"]: HeaderAdvice(isRead: false)])
    #expect(less.names == ["Anna Adler"])
    #expect(less.summary.layout?.outline.sections.map(\.isRead) == [true, false])
    #expect(less.summary.layout?.outline.top.first == DocumentRow(line: 1, cells: ["Name", "E-Mail"]))
  }

  @Test("A doubtful encoding is reported both ways, and read as instructed")
  func encoding() throws {
    // "Ayşe Işık" in Windows-1254 is "Ayþe Iþýk" in Windows-1252: both are words of a language.
    let bytes =
      Array("Name;E-Mail\nAy".utf8) + [0xFE] + Array("e I".utf8) + [0xFE, 0xFD] + Array("k;a@example.org\n".utf8)
    let guessed = try Reading(Data(bytes))
    let readings = guessed.summary.charsets
    #expect(Set(readings.map(\.charset)).isSuperset(of: ["windows-1252", "CP1254"]))
    #expect(readings.contains { $0.lines.first?.hasPrefix("Ayşe Işık") ?? false })
    #expect(readings.contains { $0.lines.first?.hasPrefix("Ayþe Iþýk") ?? false })
    for reading in readings {
      let read = try Reading(Data(bytes), advice: ListAdvice(charset: reading.charset))
      #expect(read.names.first.map { reading.lines[0].hasPrefix($0) } == true, "\(reading.charset)")
    }
  }

  @Test("An encoding beyond doubt is not asked about")
  func certain() throws {
    for text in ["Name;E-Mail\nJörg Müller;j@example.org\n", "Nom\nZoé Lefèvre\nFrançois Noël\nAgnès Côté\n"] {
      #expect(try Reading(text.windows1252).summary.charsets.isEmpty, "\(text)")
      #expect(try Reading(text).summary.charsets.isEmpty)
    }
  }
}
