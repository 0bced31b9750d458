import Foundation

/// Reads texts and sheets of OpenDocument (ISO/IEC 26300, ODF 1.3 part 3): `.odt`, `.ods`, and their flat form, one XML
/// file (`.fodt`, `.fods`).
enum OpenDocumentReader {
  /// Problems: `import.problem.encrypted`, `.brokenDocument`, and those of `ZipFile`, `XMLReader` and `DocumentDraft`.
  static func parts(of zip: ZipFile, limits: ReadingLimits) throws -> [DocumentPart] {
    if try isEncrypted(zip, limits: limits) { throw Problem("import.problem.encrypted") }
    let handler = OpenDocumentHandler(limits: limits)
    guard try zip.parse("content.xml", with: handler, limits: limits) else {
      throw Problem("import.problem.brokenDocument", ["part": "content.xml"])
    }
    return try handler.parts()
  }

  static func parts(ofFlat data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    let handler = OpenDocumentHandler(limits: limits)
    try XMLReader.read(data, limits: limits, handler: handler)
    return try handler.parts()
  }

  /// The manifest tells which parts are password-protected (part 2, §4.8).
  private static func isEncrypted(_ zip: ZipFile, limits: ReadingLimits) throws -> Bool {
    let handler = ManifestHandler()
    _ = try zip.parse("META-INF/manifest.xml", with: handler, limits: limits)
    return handler.isEncrypted
  }
}

private final class ManifestHandler: XMLHandler {
  private(set) var isEncrypted = false

  func start(_ element: XMLElement, line: () -> Int) {
    if element.name == "encryption-data" { isEncrypted = true }
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
