import Core
import Foundation
import House
import Records

/// What one node asks of the one that has a party's floor.
enum FloorCall: Sendable {
  case request(FloorRequest, by: ParticipantID, at: PartyID)
  case reopen(PartyID)
  case dismiss(ParticipantID, at: PartyID)

  private struct Written: Codable {
    var party: String
    var who: ParticipantID?
    var request: FloorRequest?
  }

  var text: String {
    get throws {
      let written =
        switch self {
        case .request(let request, let who, let party):
          Written(party: party.description, who: who, request: request)
        case .reopen(let party): Written(party: party.description)
        case .dismiss(let who, let party): Written(party: party.description, who: who)
        }
      return String(decoding: try JSONEncoder().encode(written), as: UTF8.self)
    }
  }

  /// - Throws: for what a newer version asks.
  init(_ text: String) throws {
    let written = try JSONDecoder().decode(Written.self, from: Data(text.utf8))
    guard let party = PartyID(written.party) else { throw AppError.malformed }
    switch (written.who, written.request) {
    case (let who?, let request?): self = .request(request, by: who, at: party)
    case (let who?, nil): self = .dismiss(who, at: party)
    case (nil, nil): self = .reopen(party)
    case (nil, .some): throw AppError.malformed
    }
  }
}

extension FloorCall {
  /// Does it on this node's floor.
  /// - Returns: `done`, or the word of a refusal; nil where it could not be done.
  func perform(_ services: Services) async -> String? {
    do {
      switch self {
      case .request(let request, let who, let party):
        try await services.floors.requestHere(request, by: who, at: party, services)
      case .reopen(let party): await services.floors.reopen(party)
      case .dismiss(let who, let party): await services.floors.dismiss(who, at: party)
      }
      return "done"
    } catch let refusal as FloorRefusal {
      return refusal.rawValue
    } catch {
      services.logger.error("not done for another node", metadata: ["error": "\(error)"])
      return nil
    }
  }
}
