import Core
import Foundation
import House

/// A ballot as a form brings it.
package struct BallotEntry {

  package init() {
  }
  package static let longestLine = 500

  /// - Throws: `AppError.malformed` when the line is longer than the form allows.
  package static func ballot(_ form: Form) throws -> Ballot {
    func answer(_ name: String) -> Bool? { ["yes": true, "no": false][form.text(name)] }
    let line = form.text("line").trimmingCharacters(in: .whitespacesAndNewlines)
    guard line.length <= longestLine else { throw AppError.malformed }
    return Ballot(learnt: answer("learnt"), gave: answer("gave"), again: answer("again"), line: line)
  }
}
