/// The kind of a file of people, recognised by its content.
package enum FileKind: String, Sendable, CaseIterable, Codable {
  /// Rows of text with a delimiter: comma, semicolon or tab.
  case table
  case xlsx
  case vcard
  case icalendar
  /// The `To:` line of a mail, or addresses separated by commas, semicolons or line ends.
  case addresses
  case frabXML = "frab-xml"
  case frabJSON = "frab-json"
  case pretalx
  case sessionize
  case indico
  case openReview = "openreview"
  /// Lines that each name a person.
  case lines
  /// An array of records, each with the same keys.
  case json
  case pdf
  case docx
  /// A text or a sheet of LibreOffice: `.odt`, `.ods`.
  case openDocument = "open-document"
  /// Excel 5 to 2003.
  case xls
  /// The XML of Excel 2003.
  case excelXML = "excel-xml"
  case webPage = "web-page"
  case richText = "rich-text"
  /// A table drawn with bars in text.
  case markdown
  case ldif
  case mail
  /// An archive of lists.
  case zip

  /// True if a `DocumentReading` takes it apart first.
  var isDocument: Bool {
    switch self {
    case .pdf, .docx, .openDocument, .xls, .excelXML, .webPage, .richText, .markdown, .ldif, .mail, .zip: true
    default: false
    }
  }
}
