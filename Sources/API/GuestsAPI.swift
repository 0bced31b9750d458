import Acts
import Core
import Evening
import Foundation
import HTTPTypes
import House
import Hummingbird
import Records
import Site

/// The guests of a party, and their answers.
struct GuestsAPI {
  let services: Services

  @Sendable func list(_ request: Request, _ context: APIContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    let guests = try await services.read { connection in
      try GuestStore(connection: connection).everybody(of: PartyStore(connection: connection).party(id, of: host).id)
    }
    return .json(ListValue(items: guests.map(GuestValue.init)))
  }

  /// Puts somebody from the address book at the table, or among the reserves.
  @Sendable func add(_ request: Request, _ context: APIContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    _ = try await services.read { try PartyStore(connection: $0).party(id, of: host) }
    var body = try await APIBody(request)
    let (named, standing) = (body.text("person"), body.choice("standing") ?? NewStanding.chosen)
    if named == nil { body.missing("person") }
    try body.finish()
    guard let person = named.flatMap({ PersonID($0) }) else { throw FieldErrors(["person": Self.unknown]) }
    let guest = try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      do {
        try ShortlistStore(services: services, connection: connection).apply(standing.action, to: person, party: party)
      } catch AppError.notFound { throw FieldErrors(["person": Self.unknown]) }
      return try GuestStore(connection: connection).everybody(of: id).first { $0.guest.person == person }
    }
    guard let guest else { throw AppError.conflict(Message("choosing.refused.written")) }
    await services.floors.reopen(id, services)
    return .json(GuestValue(guest), status: .created)
  }

  @Sendable func show(_ request: Request, _ context: APIContext) async throws -> Response {
    .json(GuestValue(try await guest(context)))
  }

  /// Removes from the list somebody who was not written to.
  @Sendable func remove(_ request: Request, _ context: APIContext) async throws -> Response {
    let known = try await guest(context)
    let host = context.host.id
    try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).editableParty(known.guest.party, of: host)
      try ShortlistStore(services: services, connection: connection).apply(
        .remove, to: known.guest.person, party: party)
    }
    await services.floors.reopen(known.guest.party, services)
    return .nothing
  }

  /// Records an answer that a guest gave some other way than on their page. A newer answer of their own stands.
  @Sendable func answer(_ request: Request, _ context: APIContext) async throws -> Response {
    let known = try await guest(context)
    var body = try await APIBody(request)
    let (answer, word): (Answer?, String) = (
      body.choice("answer"), body.text("word", most: PersonalEntries.longestWord) ?? ""
    )
    if answer == nil { body.missing("answer") }
    try body.finish()
    guard let answer else { throw AppError.malformed }
    try await services.write { [services] connection in
      let hand = AnswerHand(guest: known.guest.id, party: known.guest.party, source: .host)
      try EnteredAnswer(services: services, connection: connection, hand: hand).take(answer, word: word, seen: nil)
    }
    services.wakeOutbox()
    return .json(GuestValue(try await guest(context)))
  }

  private static let unknown = Message("api.error.person")

  private func guest(_ context: APIContext) async throws -> KnownGuest {
    let (party, id) = (try context.id("party", of: Entity.Party.self), try context.id("guest", of: Entity.Guest.self))
    let host = context.host.id
    return try await services.read { connection in
      _ = try PartyStore(connection: connection).party(party, of: host)
      return try GuestStore(connection: connection).guest(id, of: party)
    }
  }
}

/// The place for a new guest.
enum NewStanding: String, CaseIterable {
  case chosen, reserve

  var action: ShortlistAction { self == .chosen ? .choose : .reserve }
}
