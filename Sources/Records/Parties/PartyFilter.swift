import Core
import Database
import Foundation

/// A filter for a host's parties: words of title, topic or question, and their stage.
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

  /// - Parameter connection: reads the texts of the host's parties for a search by words: there are few enough, and no
  ///   engine folds umlauts.
  func condition(_ host: HostID, _ connection: any Connection) throws -> SQL {
    let fold = SearchKey.fold(search)
    guard !fold.isEmpty else { return reached }
    let texts = try connection.rows("SELECT id, title, topic, question FROM party WHERE host_id = \(host)") { row in
      (
        id: try row.get("id", as: PartyID.self),
        texts: try ["title", "topic", "question"].map { try row.get($0, as: String.self) }
      )
    }
    let found = texts.filter { $0.texts.contains { SearchKey.fold($0).contains(fold) } }.map(\.id)
    return "party.id IN \(list: found) AND \(reached)"
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
