/// Lists of words in our data files: a section begins with `[its name]`, semicolons separate words, a line may begin
/// with its language (`de:`), `#` begins a comment.
package struct WordFile: Sendable {
  /// Sections in the file's order; a repeated one is listed twice.
  package let sections: [(name: String, words: [String])]

  package init(_ bytes: [UInt8]) {
    var sections: [(name: String, words: [String])] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        sections.append((String(line.dropFirst()[..<end]), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].words += Self.words(of: line)
      }
    }
    self.sections = sections
  }

  /// The words of all sections of that name.
  package subscript(name: String) -> [String] { sections.filter { $0.name == name }.flatMap(\.words) }

  private static func words(of line: Substring) -> [String] {
    let colon = line.prefix(10).firstIndex(of: ":")
    let isLabelled = colon.map { line[..<$0].allSatisfy(\.isLetter) } ?? false
    let words = isLabelled ? line[line.index(after: colon ?? line.startIndex)...] : line
    return words.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
