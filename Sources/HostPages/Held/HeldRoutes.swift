import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// Undoes an action that is waiting, or performs it now.
package struct HeldRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// - Throws: `AppError.conflict` if it is too late to undo it.
  @Sendable package func decide(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 12)
    let party = try context.id("party", of: Entity.Party.self)
    guard let id = HeldActID(form.text("act")) else { throw AppError.malformed }
    let acts = HeldActs(services: services)
    switch form.text("do") {
    case "back":
      guard let act = try await acts.takeBack(id, at: party, of: context.host.id) else {
        throw AppError.conflict(Message("second.tooLate"))
      }
      return .redirect(to: Self.page(of: act.deed, at: party))
    case "now":
      guard let act = try await acts.hurry(id, at: party, of: context.host.id) else {
        return .redirect(to: .party(party))
      }
      await services.tellFloor(of: act.deed, at: party)
      return .redirect(to: Self.page(of: act.deed, at: party))
    default: throw AppError.malformed
    }
  }

  private static func page(of deed: HeldAct.Deed, at party: PartyID) -> String {
    switch deed {
    case .letters, .withdrawal, .reminder, .admission: Path.waves(party).text
    case .message: Path.message(party).text
    case .honourLetter, .release: Path.honour(party).query([("early", "1")])
    case .confirmation, .move, .anew, .cancellation: Path.date(party).text
    }
  }
}

extension Services {
  /// Tells a party's floor, if one is open, what a host's action has done.
  package func tellFloor(of deed: HeldAct.Deed, at party: PartyID) async {
    switch deed {
    case .letters, .honourLetter, .message, .reminder, .admission: break
    case .withdrawal(let guest): await floors.dismiss(ParticipantID(guest.description), at: party, self)
    case .release, .confirmation, .move, .anew, .cancellation: await floors.reopen(party, self)
    }
  }
}
