import Foundation

@testable import Formats

/// The collected report on reading a sample.
struct Reading {
  var people: [ListedPerson] = []
  var rejected: [RejectedRow] = []
  var summary: ReadingSummary

  init(_ text: String, columns: [ColumnRole]? = nil, hasHeader: Bool? = nil) throws {
    try self.init(Data(text.utf8), advice: ListAdvice(columns: columns, hasHeader: hasHeader))
  }

  init(_ data: Data, advice: ListAdvice = ListAdvice(), limits: ReadingLimits = .standard) throws {
    var people: [ListedPerson] = []
    var rejected: [RejectedRow] = []
    summary = try ListReader.read(data, advice: advice, limits: limits) { event in
      switch event {
      case .person(let person): people.append(person)
      case .rejected(let row): rejected.append(row)
      case .progress: break
      }
    }
    self.people = people
    self.rejected = rejected
  }

  var names: [String] { people.map(\.name) }
  var emails: [String] { people.map(\.email) }
  var problems: [String] { rejected.map { "\($0.line) \($0.problem.key.replacing("import.problem.", with: ""))" } }
}

extension String {
  /// Windows-1252, as written by German Excel. Only for texts that fit.
  var windows1252: Data {
    Data(
      unicodeScalars.flatMap { scalar -> [UInt8] in
        if scalar.isASCII { return [UInt8(ascii: scalar)] }
        let utf8 = Array(String(scalar).utf8)
        return CharsetTable.windows1252.firstIndex(of: utf8).map { [UInt8($0 + 0x80)] } ?? []
      })
  }

  func utf16Data(littleEndian: Bool, mark: Bool) -> Data {
    let units = (mark ? [0xFEFF] : []) + Array(utf16)
    return Data(
      units.flatMap { littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }
}
