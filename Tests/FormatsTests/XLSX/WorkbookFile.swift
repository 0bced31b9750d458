import Foundation

@testable import Formats

/// A small workbook, assembled part by part, as a spreadsheet program would write it.
struct WorkbookFile {
  struct Sheet {
    /// The content of `sheetData`.
    var rows: String
    var state = "visible"
    var type = "worksheet"
  }

  var sheets: [Sheet]
  /// The `si` elements; nil for no table at all.
  var strings: String?
  /// The formats of the styles 0, 1, 2 …: a number of at most two digits is a built-in one, anything longer is one of
  /// the file's own codes.
  var formats: [String] = []
  var workbookProperties = ""
  var stringsComeLast = false
  /// Parts that replace those written here.
  var overrides: [String: String] = [:]

  static func rows(_ rows: String, strings: String? = nil, formats: [String] = []) -> WorkbookFile {
    WorkbookFile(sheets: [Sheet(rows: rows)], strings: strings, formats: formats)
  }

  func data(password: String? = nil) throws -> Data {
    var parts = [("_rels/.rels", packageRelationships), ("xl/workbook.xml", workbook)]
    let table = strings.map { ("xl/sharedStrings.xml", "<sst>\($0)</sst>") }
    if let table, !stringsComeLast { parts.append(table) }
    parts += [("xl/_rels/workbook.xml.rels", relationships), ("xl/styles.xml", styles)]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        ("xl/worksheets/sheet\(index + 1).xml", "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"))
    }
    if let table, stringsComeLast { parts.append(table) }
    let files = parts.map { (name: $0.0, content: Data((overrides[$0.0] ?? $0.1).utf8)) }
    return try ZipWriter.zip(files, password: password)
  }

  /// The rows read back, each as its line and its cells.
  func read(limits: ReadingLimits = .standard) throws -> [Row] { try WorkbookFile.read(data(), limits: limits) }

  static func read(_ data: Data, limits: ReadingLimits = .standard) throws -> [Row] {
    var rows: [Row] = []
    try XLSXReader.sheets(of: data, limits: limits) { rows.append(Row($0, $1)) }
    return rows
  }

  struct Row: Equatable {
    let line: Int
    let cells: [String]

    init(_ line: Int, _ cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  private var packageRelationships: String {
    #"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
  }

  private var workbook: String {
    let entries = sheets.indices.map { index in
      #"<sheet name="S\#(index)" sheetId="\#(index + 1)" state="\#(sheets[index].state)" r:id="rId\#(index + 1)"/>"#
    }
    return #"<workbook xmlns:r="urn:r"><workbookPr \#(workbookProperties)/><sheets>"# + entries.joined()
      + "</sheets></workbook>"
  }

  private var relationships: String {
    var entries = sheets.indices.map { index in
      #"<Relationship Id="rId\#(index + 1)" Type="http://x/\#(sheets[index].type)" "#
        + #"Target="worksheets/sheet\#(index + 1).xml"/>"#
    }
    entries.append(#"<Relationship Id="st" Type="http://x/styles" Target="/xl/styles.xml"/>"#)
    entries.append(#"<Relationship Id="ss" Type="http://x/sharedStrings" Target="SharedStrings.xml"/>"#)
    return "<Relationships>" + entries.joined() + "</Relationships>"
  }

  private var styles: String {
    var codes = ""
    var cells = ""
    for (index, format) in formats.enumerated() {
      let isBuiltIn = format.count <= 2
      let id = isBuiltIn ? format : String(164 + index)
      let code = format.replacingOccurrences(of: "\"", with: "&quot;")
      if !isBuiltIn { codes += #"<numFmt numFmtId="\#(id)" formatCode="\#(code)"/>"# }
      cells += #"<xf numFmtId="\#(id)"/>"#
    }
    return #"<styleSheet><numFmts>\#(codes)</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>"#
      + "<cellXfs>\(cells)</cellXfs></styleSheet>"
  }
}
