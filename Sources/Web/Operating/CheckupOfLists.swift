import Formats
import House

extension Checkup {
  /// The kinds of lists that can be read: all except PDF need nothing that isn't linked into the program.
  var lists: [Finding] {
    [PDFReader.isAvailable ? .good("doctor.lists.good") : .hint("doctor.lists.noPDF")]
  }
}
