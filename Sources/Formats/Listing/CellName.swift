import Names

/// A name as a cell gives it, alone or with an address, an organisation or a mark in brackets.
struct CellName {
  private let written: String
  private let isFamilyFirst: Bool

  init(_ written: String, isFamilyFirst: Bool = false) {
    self.written = RaisedText.removed(from: written)
    self.isFamilyFirst = isFamilyFirst
  }

  /// `Anna Adler`, `Anna Adler <anna@example.org>`, `Anna Adler (Beispiel GmbH)`, `iPhone (Anna Adler)`.
  func fill(_ person: inout ListedPerson) {
    if written.utf8.contains(.at) {
      let mailbox = Mailbox(cell: written)
      if let address = MailAddress.first(in: mailbox.address) {
        if !mailbox.name.isEmpty { CellName(mailbox.name).fill(&person) }
        if mailbox.name.isEmpty, let name = nameBeside(address.text) { CellName(name).fill(&person) }
        person.email = address.text
        return
      }
    }
    if let (name, beside) = partsAtBar {
      CellName(name, isFamilyFirst: isFamilyFirst).fill(&person)
      return place(beside, in: &person)
    }
    guard !PersonName.isPlain(written) else {
      person.name = written
      return
    }
    let name = PersonName(originalName ?? written, isFamilyFirst: isFamilyFirst)
    person.name = name.spoken
    for aside in name.asides { place(aside, in: &person) }
  }

  /// `María Ruiz` and `Ejemplo` of `María Ruiz | Ejemplo`, as mail programs show colleagues of a company.
  private var partsAtBar: (name: String, beside: String)? {
    guard written.utf8.contains(UInt8(ascii: "|")) else { return nil }
    let parts = written.split(separator: " | ", maxSplits: 1)
    guard parts.count == 2, parts[0].contains(" ") else { return nil }
    return (String(parts[0]), String(parts[1]).tidied)
  }

  /// The name in `Anna Adler anna@example.org` without the address.
  private func nameBeside(_ address: String) -> String? {
    guard let range = written.range(of: address, options: .caseInsensitive) else { return nil }
    let rest = (written[..<range.lowerBound] + " " + written[range.upperBound...]).description
    let name = rest.split { $0 == " " || "<>[]".contains($0) }.joined(separator: " ").trimming(",")
    return name.contains(where: \.isLetter) ? name : nil
  }

  /// Meeting programs put the name a guest chose before the one they signed up with.
  private var originalName: String? {
    guard written.last == ")", let open = written.lastIndex(of: "(") else { return nil }
    let inside = String(written[written.index(after: open)...].dropLast()).tidied
    let outside = String(written[..<open]).tidied
    let words = inside.split(separator: " ")
    guard words.count >= 2, words.count <= 4, !NameWords.mentionsOrganisation(inside),
      !NameWords.mentionsPosition(inside), words.allSatisfy({ $0.first?.isUppercase == true })
    else { return nil }
    let isDevice = Self.devices.contains { outside.lowercased().hasPrefix($0) }
    return isDevice || words.first.map { outside == $0 } ?? false ? inside : nil
  }

  private static let devices = [
    "iphone", "ipad", "android", "galaxy", "samsung", "macbook", "laptop", "pc", "user", "gast", "guest",
  ]

  private func place(_ aside: String, in person: inout ListedPerson) {
    if aside.contains("@") { return }
    if NameWords.mentionsPosition(aside), !NameWords.mentionsOrganisation(aside) {
      if person.role.isEmpty, !CellWords.isPartInEvent(aside) { person.role = aside }
    } else if person.organisation.isEmpty, !CellWords.isPartInEvent(aside) {
      person.organisation = aside
    }
  }
}
