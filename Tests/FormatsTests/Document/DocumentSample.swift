import Foundation

@testable import Formats

/// Documents of word processors and spreadsheets, as small as possible.
enum DocumentSample {
  static func word(_ body: String, links: String = "") throws -> Data {
    try ZipWriter.zip([
      ("[Content_Types].xml", Data("<Types/>".utf8)),
      ("word/document.xml", Data("<w:document xmlns:w='w' xmlns:r='r'><w:body>\(body)</w:body></w:document>".utf8)),
      ("word/_rels/document.xml.rels", Data("<Relationships>\(links)</Relationships>".utf8)),
    ])
  }

  static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  static func wordTable(_ rows: [[String]]) -> String {
    let written = rows.map { row in
      "<w:tr>" + row.map { "<w:tc>" + paragraph($0) + "</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl>" + written.joined() + "</w:tbl>"
  }

  static func open(_ content: String, manifest: String = "", type: String = "spreadsheet") throws -> Data {
    let body =
      "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:xlink='l'>"
    return try ZipWriter.zip([
      ("mimetype", Data("application/vnd.oasis.opendocument.\(type)".utf8)),
      ("content.xml", Data((body + content + "</office:document-content>").utf8)),
      ("META-INF/manifest.xml", Data("<manifest>\(manifest)</manifest>".utf8)),
    ])
  }

  static func openRow(_ cells: [String], _ more: String = "") -> String {
    "<table:table-row \(more)>"
      + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined() + "</table:table-row>"
  }
}

extension [DocumentPart] {
  /// The cells of all tables.
  var cells: [[String]] {
    flatMap { part -> [[String]] in
      if case .table(let rows) = part { rows.map(\.cells) } else { [] }
    }
  }

  /// The texts of all lines.
  var lines: [String] {
    flatMap { part -> [String] in
      if case .lines(let lines) = part { lines.map(\.text) } else { [] }
    }
  }
}

extension DirectReading {
  static func parts(of data: Data, limits: ReadingLimits = .standard) throws -> [DocumentPart] {
    let kind = try ListReader.recognise(data, limits: limits)
    guard case .parts(let parts) = try DirectReading().content(of: data, kind: kind, limits: limits) else { return [] }
    return parts
  }
}
