import Foundation

/// The lines of a calendar file (RFC 5545 §3.1), folded at 75 octets, possibly in the middle of a word or a link.
package enum CalendarLines {
  /// Changes the text with its lines unfolded, and folds them again. This way a link can be filled in even where a fold
  /// would have cut its placeholder.
  package static func changing(_ text: String, _ change: (String) -> String) -> String {
    let whole = text.replacing("\r\n ", with: "").replacing("\r\n\t", with: "")
    let lines = change(whole).components(separatedBy: "\r\n")
    return lines.map(folded).joined(separator: "\r\n")
  }

  /// Breaks between characters, never inside one.
  private static func folded(_ line: String) -> String {
    guard line.utf8.count > 75 else { return line }
    var (pieces, piece, length) = ([String](), String.UnicodeScalarView(), 0)
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if length + size > 75 {
        pieces.append(String(piece))
        // The blank that marks a continuation line counts.
        (piece, length) = (String.UnicodeScalarView(), 1)
      }
      piece.append(scalar)
      length += size
    }
    return (pieces + [String(piece)]).joined(separator: "\r\n ")
  }
}
