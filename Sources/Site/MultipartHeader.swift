import Core
import Formats
import Foundation

/// The header of a part of a form (RFC 7578 §4.2).
struct MultipartHeader: Sendable, Equatable {
  let name: String
  /// As sent by the browser; nil for a field without a file. Used for display only, never as a path.
  let fileName: String?

  init(name: String, fileName: String? = nil) {
    self.name = name
    self.fileName = fileName
  }

  /// - Throws: `Malformed` without a `Content-Disposition` of `form-data` that has a name.
  init(lines: String) throws(MultipartParser.Malformed) {
    for line in lines.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-disposition" else { continue }
      let fields = Self.parameters(of: String(parts[1]))
      guard fields.kind == "form-data", let name = fields.values["name"] else { break }
      self.init(name: name, fileName: fields.values["filename"].map(Self.plainName))
      return
    }
    throw MultipartParser.Malformed()
  }

  /// The parameters of `form-data; name="file"; filename="list.csv"`.
  static func parameters(of text: String) -> (kind: String, values: [String: String]) {
    var pieces: [String] = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    var values: [String: String] = [:]
    for piece in pieces.dropFirst() {
      let parts = piece.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      guard parts.count == 2 else { continue }
      values[parts[0].lowercased()] = parts[1].filter { $0 != "\"" }
    }
    return (pieces[0].trimmed.lowercased(), values)
  }

  /// Browsers write a quotation mark as `%22` (WHATWG HTML, multipart/form-data encoding); old ones send a whole path.
  private static func plainName(_ text: String) -> String {
    let last = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return last.replacing("%22", with: "\"").tidied.cut(to: 200)
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
