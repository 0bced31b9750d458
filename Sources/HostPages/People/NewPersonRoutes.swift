import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// Adds one person through a form.
package struct NewPersonRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func new(_ request: Request, _ context: HostContext) async throws -> Response {
    services.page(NewPersonPage(entry: PersonEntry(PersonRecord())), for: context)
  }

  @Sendable package func create(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 18)
    let entry = PersonEntry(form)
    let source = ListSource(
      ListSource.Kind(rawValue: form.text("source")) ?? .businessCard, words: form.text("sourceWords").oneLine)
    var page = NewPersonPage(entry: entry, source: source)
    do {
      let id = try await add(try entry.record(), entry.note, try checked(source), context)
      return .redirect(to: Path.person(id).query([("saved", "1")]))
    } catch let errors as FieldErrors {
      page.errors = errors
    } catch let taken as AddressTaken {
      page.errors = FieldErrors(["email": Message("person.error.taken")])
      page.bearer = try await services.read {
        try PersonStore(connection: $0).person(taken.bearer, of: context.host.id)
      }
    }
    return services.page(page, for: context, status: .unprocessableContent)
  }

  private func checked(_ source: ListSource) throws(FieldErrors) -> ListSource {
    guard source.kind == .other else { return ListSource(source.kind) }
    if source.words.isEmpty { throw FieldErrors(["sourceWords": Message("import.error.sourceWords")]) }
    return source
  }

  private func add(
    _ record: PersonRecord, _ note: String, _ source: ListSource, _ context: HostContext
  ) async throws -> PersonID {
    let (id, host, now): (PersonID, HostID, Date) = (services.newID(), context.host.id, services.now())
    let (list, occasion): (PeopleListID, OccasionID) = (services.newID(), services.newID())
    let name = services.frame(context.visit, host: context.host).phrases("person.new.list")
    try await services.write { connection in
      let people = PersonStore(connection: connection)
      if let key = record.emailKey, let bearer = try people.person(emailKey: key, of: host) {
        throw AddressTaken(bearer: bearer)
      }
      try people.insert(record, as: id, of: host, at: now)
      if !note.isEmpty { try people.note(note, on: id, of: host) }
      let lists = HandList(connection: connection, host: host, source: source)
      try PeopleListStore(connection: connection).put(
        id, on: try lists.list(named: name, or: list, occasion, at: now), line: HandList.line)
    }
    return id
  }
}

/// Another person of the host has the address.
struct AddressTaken: Error {
  let bearer: PersonID
}
