import Core
import Database
import Foundation

/// Which of a host's parties are looked for: words of title, topic or question, and how far they are.
package struct PartyFilter: Sendable, Equatable {
  package enum Stage: String, Sendable, CaseIterable {
    case all, draft, ahead, over
  }

  package var search = ""
  package var stage = Stage.all

  package init(search: String = "", stage: Stage = .all) {
    self.search = search.cut(to: 200)
    self.stage = stage
  }

  package var isEmpty: Bool { search.isEmpty && stage == .all }

  var condition: SQL {
    let pattern = LikePattern.containing(search.lowercased())
    let matches: SQL =
      search.isEmpty
      ? "1 = 1"
      : """
      (lower(party.title) LIKE \(pattern) ESCAPE '\\' OR lower(party.topic) LIKE \(pattern) ESCAPE '\\'
        OR lower(party.question) LIKE \(pattern) ESCAPE '\\')
      """
    return "\(matches) AND \(reached)"
  }

  private var reached: SQL {
    switch stage {
    case .all: "1 = 1"
    case .draft: "party.state = 'draft'"
    case .ahead: "party.state IN ('inviting', 'scheduled', 'open')"
    case .over: "party.state IN ('ended', 'closed', 'cancelled')"
    }
  }
}
