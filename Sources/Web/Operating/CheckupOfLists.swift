import Formats
import House

extension Checkup {
  /// The kinds of lists that can be read: all except PDF need nothing that isn't linked into the program.
  var lists: [Finding] {
    let kinds = "CSV, Excel, Word, LibreOffice, RTF, web pages, mails, vCard, iCalendar, LDIF, programmes, ZIP"
    guard PDFReader.isAvailable else {
      return [.hint("Lists: \(kinds) can be read, PDF can't. Install the package poppler-utils.")]
    }
    return [.good("Lists: \(kinds) and PDF can be read.")]
  }
}
