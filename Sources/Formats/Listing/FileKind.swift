/// What a file of people was recognised as, by its content.
package enum FileKind: String, Sendable, CaseIterable, Codable {
  /// Rows of text with a delimiter: comma, semicolon or tab.
  case table
  case xlsx
  case vcard
  case icalendar
  /// The `To:` line of a mail, or addresses set apart by commas, semicolons or lines.
  case addresses
  case frabXML = "frab-xml"
  case frabJSON = "frab-json"
  case pretalx
  case sessionize
  case indico
  case openReview = "openreview"
  /// Lines that name a person each.
  case lines
  /// An array of records, each with the same keys.
  case json
  /// Excel's XML of 2003.
  case excelXML = "excel-xml"

  /// A conference's programme: speakers with their talks.
  package var isProgramme: Bool {
    switch self {
    case .frabXML, .frabJSON, .pretalx, .sessionize, .indico, .openReview: true
    case .table, .xlsx, .vcard, .icalendar, .addresses, .lines, .json, .excelXML: false
    }
  }
}
