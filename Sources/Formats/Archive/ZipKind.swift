import Foundation

/// The kind of a ZIP, judged by the names in it: office programs pack their files as ZIP.
enum ZipKind {
  /// Throws a `Problem` for packed files of programs we don't read, each with advice.
  static func kind(of data: Data) throws -> FileKind {
    let zip = ZipDirectory(data)
    if zip.has("xl/workbook.bin") { throw Problem("import.problem.binaryWorkbook") }
    if zip.has("xl/workbook.xml") { return .xlsx }
    if zip.has("word/document.xml") { return .docx }
    if zip.mediaType.contains("opendocument.presentation") || zip.has("ppt/presentation.xml") {
      throw Problem("import.problem.presentation")
    }
    if zip.mediaType.contains("opendocument") || (zip.has("content.xml") && zip.has("mimetype")) {
      return .openDocument
    }
    if zip.names.contains(where: { $0.lowercased().hasSuffix(".iwa") }) { throw Problem("import.problem.appleFile") }
    // Excel with another name for its main part.
    if zip.has("[Content_Types].xml"), zip.names.contains(where: { $0.lowercased().hasPrefix("xl/") }) { return .xlsx }
    return zip.names.isEmpty ? .xlsx : .zip
  }
}
