import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import NIOCore
import Records
import Site

/// One person of the address book: view, edit, erase.
package struct PersonRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let person = try await person(context)
    return try await page(context, person, PersonEntry(person))
  }

  @Sendable package func save(_ request: Request, _ context: HostContext) async throws -> Response {
    let person = try await person(context)
    let entry = PersonEntry(try await Form(request, limit: 1 << 18))
    do {
      let record = try entry.record()
      if record != person.record || entry.note != person.note {
        try await update(person, to: record, entry.note, context.host.id)
      }
    } catch let errors as FieldErrors {
      return try await page(context, person, entry, errors, status: .unprocessableContent)
    } catch let taken as AddressTaken {
      let errors = FieldErrors(["email": Message("person.error.taken")])
      return try await page(context, person, entry, errors, bearer: taken.bearer, status: .unprocessableContent)
    }
    return .redirect(to: Path.person(person.id).query([("saved", "1")]))
  }

  @Sendable package func askErasure(_ request: Request, _ context: HostContext) async throws -> Response {
    let person = try await person(context)
    let parties = try await services.read {
      try PersonPartyStore(connection: $0).titles(of: person.id, host: context.host.id)
    }
    return services.page(ErasurePage(person: person, parties: parties), for: context)
  }

  @Sendable package func erase(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("person", of: Entity.Person.self)
    let now = services.now()
    let erased = try await services.write { connection in
      try PersonErasure(connection: connection).eraseByHand(id, of: context.host.id, at: now)
    }
    guard let erased else { throw AppError.notFound }
    for party in erased.parties { await services.floors.reopen(party, services) }
    await services.forget(erased.traces)
    return .redirect(to: .people)
  }

  /// Everything stored about them, as one file to hand over.
  @Sendable package func access(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("person", of: Entity.Person.self)
    let file = try await services.read { [services] connection in
      try SubjectAccess(services: services, connection: connection).file(of: id, host: context.host)
    }
    return .file(name: "access.json", type: "application/json") { try await $0.write(ByteBuffer(bytes: file)) }
  }

  /// The people retention will erase.
  @Sendable package func leaving(_ request: Request, _ context: HostContext) async throws -> Response {
    let (host, now) = (context.host.id, services.now())
    let rule = ErasureRule(atOnce: services.settings.retentionAtOnce)
    let leaving = try await services.read {
      try LeavingStore(connection: $0).leaving(of: host, rule: rule, limit: LeavingPage.most, at: now)
    }
    return services.page(
      LeavingPage(
        leaving: leaving, days: services.settings.retentionDays, silentDays: services.settings.silentRetentionDays),
      for: context)
  }

  private func update(_ person: Person, to record: PersonRecord, _ note: String, _ host: HostID) async throws {
    let now = services.now()
    try await services.write { connection in
      let store = PersonStore(connection: connection)
      if let key = record.emailKey, let bearer = try store.person(emailKey: key, of: host), bearer != person.id {
        throw AddressTaken(bearer: bearer)
      }
      if record != person.record { try store.update(person.id, to: record, of: host, at: now) }
      try store.note(note, on: person.id, of: host)
    }
  }

  private func person(_ context: HostContext) async throws -> Person {
    let id = try context.id("person", of: Entity.Person.self)
    return try await services.read { try PersonStore(connection: $0).person(id, of: context.host.id) }
  }

  private func page(
    _ context: HostContext, _ person: Person, _ entry: PersonEntry, _ errors: FieldErrors = FieldErrors(),
    bearer: PersonID? = nil, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let host = context.host.id
    let isSaved = context.visit.location.hasSuffix("?saved=1")
    let page = try await services.read { connection in
      PersonPage(
        person: person, entry: entry,
        provenance: try PeopleListStore(connection: connection).provenance(of: [person.id])[person.id] ?? [],
        parties: try PersonPartyStore(connection: connection).titles(of: person.id, host: host), errors: errors,
        bearer: try bearer.map { try PersonStore(connection: connection).person($0, of: host) },
        isSaved: isSaved && errors.isEmpty,
        isReturned: try ReturnedAddressStore(connection: connection).holds(person.record.email, of: host))
    }
    return services.page(page, for: context, status: status)
  }
}
