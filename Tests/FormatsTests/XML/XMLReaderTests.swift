import Foundation
import Testing

@testable import Formats

@Suite("Reading XML")
struct XMLReaderTests {
  @Test("Elements, attributes and text arrive in order, without namespace prefixes")
  func order() throws {
    let log = XMLLog()
    let xml = #"<?xml version="1.0"?><a:x xmlns:a="urn:a" a:id="1 &amp; 2"><y/>täxt &lt;&#252;<![CDATA[<z>]]></a:x>"#
    try XMLReader.read(Data(xml.utf8), limits: .standard, handler: log)
    #expect(log.events == ["<x id=1 & 2", "<y", ">y", "täxt <ü<z>", ">x"])
  }

  @Test("A document may come in pieces of any size")
  func pieces() throws {
    let xml = Data("<a><b>größer</b><c id='7'/></a>".utf8)
    let log = XMLLog()
    let reader = try XMLReader(limits: .standard, handler: log)
    for byte in xml { try withUnsafeBytes(of: byte) { try reader.feed($0) } }
    try reader.finish()
    #expect(log.events == ["<a", "<b", "größer", ">b", "<c id=7", ">c", ">a"])
  }

  @Test("UTF-16 and Latin-1 are read", arguments: [String.Encoding.utf16, .isoLatin1])
  func encodings(encoding: String.Encoding) throws {
    let name = encoding == .utf16 ? "UTF-16" : "ISO-8859-1"
    let xml = "<?xml version='1.0' encoding='\(name)'?><a>Müller</a>"
    let log = XMLLog()
    try XMLReader.read(try #require(xml.data(using: encoding)), limits: .standard, handler: log)
    #expect(log.events == ["<a", "Müller", ">a"])
  }

  @Test(
    "What is broken or dangerous is refused, with its line",
    arguments: [
      ("<a>\n<b>\n</a>", Problem("import.problem.brokenXML", ["line": "3"])),
      ("", Problem("import.problem.brokenXML", ["line": "1"])),
      ("<a>", Problem("import.problem.brokenXML", ["line": "1"])),
      ("<a>&uuml;</a>", Problem("import.problem.brokenXML", ["line": "1"])),
      ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Problem("import.problem.xmlEntities", ["line": "1"])),
      (
        "<!DOCTYPE a [\n<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<a/>",
        Problem("import.problem.xmlEntities", ["line": "2"])
      ),
      ("<!DOCTYPE a [<!ENTITY % b 'c'>]><a/>", Problem("import.problem.xmlEntities", ["line": "1"])),
      (
        "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a>&b;</a>", Problem("import.problem.xmlEntities", ["line": "1"])
      ),
      (
        "<?xml version='1.0' encoding='EBCDIC-DE'?><a/>",
        Problem("import.problem.xmlEncoding", ["encoding": "EBCDIC-DE"])
      ),
    ])
  func refusals(xml: String, problem: Problem) {
    #expect(throws: problem) { try XMLReader.read(Data(xml.utf8), limits: .standard, handler: XMLLog()) }
  }

  @Test("A billion laughs are refused before the first laugh")
  func billionLaughs() {
    let levels = (1...9).map { "<!ENTITY l\($0) '" + String(repeating: "&l\($0 - 1);", count: 10) + "'>" }
    let xml = "<!DOCTYPE l [<!ENTITY l0 'ha'>" + levels.joined() + "]><l>&l9;</l>"
    let log = XMLLog()
    #expect(throws: Problem("import.problem.xmlEntities", ["line": "1"])) {
      try XMLReader.read(Data(xml.utf8), limits: .standard, handler: log)
    }
    #expect(log.events.isEmpty)
  }

  @Test("A document type without entities does no harm")
  func plainDoctype() throws {
    let log = XMLLog()
    try XMLReader.read(Data("<!DOCTYPE a SYSTEM 'a.dtd'><a/>".utf8), limits: .standard, handler: log)
    #expect(log.events == ["<a", ">a"])
  }

  @Test("Nesting beyond the limit is refused")
  func depth() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(throws: Problem("import.problem.tooDeep", ["limit": "64"])) {
      try XMLReader.read(Data(deep.utf8), limits: .standard, handler: XMLLog())
    }
  }

  @Test("A tag that goes on for megabytes is refused in time")
  func endlessTag() {
    let endless = "<a b='" + String(repeating: "x", count: 32 << 20)
    #expect(throws: Problem("import.problem.brokenXML", ["line": "1"])) {
      try XMLReader.read(Data(endless.utf8), limits: .standard, handler: XMLLog())
    }
  }

  @Test("An error thrown by the handler stops the reading and reaches the caller")
  func throwingHandler() {
    let log = XMLLog(stopAt: "b")
    #expect(throws: XMLLog.Stop()) {
      try XMLReader.read(Data("<a><b/><c/></a>".utf8), limits: .standard, handler: log)
    }
    #expect(log.events == ["<a"])
  }

  @Test("Reader and handler are deallocated")
  func noLeaks() throws {
    weak var handler: XMLLog?
    weak var reader: XMLReader?
    do {
      let log = XMLLog()
      let parser = try XMLReader(limits: .standard, handler: log)
      try Array("<a><b/>".utf8).withUnsafeBytes { try parser.feed($0) }
      handler = log
      reader = parser
    }
    #expect(handler == nil)
    #expect(reader == nil)
  }
}

/// Records what it receives; pieces of one text are joined.
final class XMLLog: XMLHandler {
  struct Stop: Error, Equatable {}

  private(set) var events: [String] = []
  private var text: [UInt8] = []
  private let stopAt: String?

  init(stopAt: String? = nil) { self.stopAt = stopAt }

  func start(_ element: XMLElement, line: () -> Int) throws {
    flush()
    if element.name == stopAt { throw Stop() }
    events.append("<" + element.name + (element["id"].map { " id=\($0)" } ?? ""))
  }

  func end(_ name: String) {
    flush()
    events.append(">" + name)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text += bytes }

  private func flush() {
    if !text.isEmpty { events.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }
}
