import Foundation

/// Reads PDF (ISO 32000) with poppler's `pdftotext`, which gives the position of each word.
package enum PDFReader {
  static let program = "pdftotext"

  /// True if the program is installed.
  package static var isAvailable: Bool { ToolRun.find(program) != nil }

  /// Problems: `import.problem.noPDFReader`, `.encrypted`, `.brokenDocument`, `.scan`, `.tooSlow`, and those of
  /// `TextBudget`.
  static func parts(of data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    guard let path = ToolRun.find(program) else { throw Problem("import.problem.noPDFReader") }
    let run = try ToolRun(path, ["-tsv", "-enc", "UTF-8", "-", "-"], input: data, limits: limits)
    if run.errors.contains("Incorrect password") { throw Problem("import.problem.encrypted") }
    let pages = try PDFWords.pages(of: run.output, limits: limits)
    guard !pages.isEmpty else { throw Problem("import.problem.brokenDocument", ["part": "PDF"]) }
    let words = pages.reduce(0) { $0 + $1.words.count }
    guard words >= min(pages.count, 20) else { throw Problem("import.problem.scan") }
    return PDFLayout(pages).parts()
  }
}
