import Foundation

/// Reads Word documents (Office Open XML, ECMA-376 Part 1, §17): `.docx`, templates, and documents with macros.
enum WordReader {
  /// Problems: `import.problem.brokenDocument` and those of `ZipFile`, `XMLReader` and `DocumentDraft`.
  static func parts(of zip: ZipFile, limits: ReadingLimits) throws -> [DocumentPart] {
    let links = WordLinksHandler()
    _ = try zip.parse("word/_rels/document.xml.rels", with: links, limits: limits)
    let handler = WordHandler(links: links.targets, limits: limits)
    guard try zip.parse("word/document.xml", with: handler, limits: limits) else {
      throw Problem("import.problem.brokenDocument", ["part": "word/document.xml"])
    }
    return try handler.parts()
  }
}

/// The targets of hyperlinks by their ids.
private final class WordLinksHandler: XMLHandler {
  private(set) var targets: [String: String] = [:]

  func start(_ element: XMLElement, line: () -> Int) {
    guard element.name == "Relationship", element["Type"]?.hasSuffix("/hyperlink") == true, targets.count < 100_000
    else { return }
    if let id = element["Id"], let target = element["Target"] { targets[id] = target }
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
