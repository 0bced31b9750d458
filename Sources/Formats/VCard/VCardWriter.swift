import Foundation
import Names

/// Writes people as vCards, version 4.0 (RFC 6350).
package struct VCardWriter {
  package private(set) var data = Data()

  package init() {}

  /// `uid` lets an address book replace a card it already has; it is any text that stays the same.
  package mutating func append(
    _ person: ListedPerson, phone: String = "", web: String = "", note: String = "",
    uid: String? = nil
  ) {
    let name = person.name.isEmpty ? person.email : person.name
    write("BEGIN:VCARD")
    write("VERSION:4.0")
    if let uid { write("UID;VALUE=text:" + Self.escaped(uid)) }
    write("FN:" + Self.escaped(name))
    if !person.name.isEmpty { write("N:" + Self.structured(person.name)) }
    write("EMAIL:", person.email)
    write("TEL;VALUE=text:", phone)
    write("URL:", web)
    for link in person.links where link != web { write("URL:", link) }
    write("ORG:", person.organisation)
    write("TITLE:", person.role)
    if !person.country.isEmpty { write("ADR:;;;;;;" + Self.escaped(person.country)) }
    if !person.topics.isEmpty { write("CATEGORIES:" + person.topics.map(Self.escaped).joined(separator: ",")) }
    write("NOTE:", note)
    write("END:VCARD")
  }

  private mutating func write(_ property: String, _ value: String) {
    if !value.isEmpty { write(property + Self.escaped(value)) }
  }

  /// Folded at 75 octets (§3.2), never inside a character.
  private mutating func write(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if octets + bytes.count > 75 {
        data.append(contentsOf: "\r\n ".utf8)
        octets = 1
      }
      data.append(contentsOf: bytes)
      octets += bytes.count
    }
    data.append(contentsOf: "\r\n".utf8)
  }

  /// §3.4; other control characters have no place in a text value.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ",", ";": output += "\\" + String(scalar)
      case "\n", "\r": output += "\\n"
      case "\t": output += " "
      default: if scalar.value >= 0x20, scalar.value != 0x7F { output.unicodeScalars.append(scalar) }
      }
    }
    return output
  }

  /// N from a name in spoken order: the family name is the last word, with the small words before it ("van den Berg").
  private static func structured(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    let titles = words.prefix { PersonName.isTitle($0) }
    let rest = words.dropFirst(titles.count)
    let particle = rest.dropFirst().firstIndex { $0.first?.isLowercase == true }
    let family = rest.isEmpty ? rest[...] : rest[(particle ?? (rest.endIndex - 1))...]
    let given = rest[..<family.startIndex]
    let parts = [family, given, [], titles].map { escaped($0.joined(separator: " ")) }
    return parts.joined(separator: ";") + ";"
  }
}
