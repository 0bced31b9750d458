import Core
import Foundation
import HTML
import House
import Records
import Site

/// The guests who have tested their line, with the results: before the evening the host sees who won't be heard.
struct LineTests {
  let guests: [KnownGuest]
  let results: [GuestID: LineTestStore.Result]

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "lines")) {
      h2(.id("lines")) { t("programme.lines") }
      p(.class("soft")) { t("programme.lines.text") }
      dl(.class("facts")) {
        for known in guests {
          dt { known.name }
          dd { result(results[known.guest.id], t) }
        }
      }
    }
  }

  private func result(_ result: LineTestStore.Result?, _ t: Phrases) -> Node {
    guard let result else { return span(.class("soft")) { t("programme.lines.none") } }
    let lines = [
      t("line.verdict.\(result.test.verdict.rawValue)"), result.test.advice.map { t("line.seen.\($0.rawValue)") },
    ]
    return group {
      span { lines.compactMap(\.self).joined(separator: " ") }
      " "
      span(.class("soft small")) { t.said { $0.stamp(result.at) } }
    }
  }
}
