import Core
import Foundation
import House

/// A ballot as sent by a form.
package struct BallotEntry {

  package init() {
  }
  package static let longestLine = 500

  /// - Throws: `AppError.malformed` if the line is longer than the form allows.
  package static func ballot(_ form: Form) throws -> Ballot {
    func answer(_ name: String) -> Bool? { ["yes": true, "no": false][form.text(name)] }
    let line = form.text("line").trimmingCharacters(in: .whitespacesAndNewlines)
    guard line.length <= longestLine else { throw AppError.malformed }
    return Ballot(learnt: answer("learnt"), gave: answer("gave"), again: answer("again"), line: line)
  }
}
