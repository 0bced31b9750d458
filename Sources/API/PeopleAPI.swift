import Acts
import Core
import Evening
import Foundation
import HTTPTypes
import House
import Hummingbird
import Records
import Site

/// A host's people.
struct PeopleAPI {
  let services: Services

  @Sendable func list(_ request: Request, _ context: APIContext) async throws -> Response {
    let (page, words) = (try request.pageNumber(), try request.words("q", most: 200))
    let (query, host) = (PeopleQuery(words: words), context.host.id)
    let (people, total) = try await services.read { connection in
      let book = AddressBookStore(connection: connection)
      return (try book.page(page, of: query, of: host).people, try book.counts(query, of: host).found)
    }
    return .json(PageValue(items: people.map(PersonValue.init), page: page, total: total))
  }

  @Sendable func create(_ request: Request, _ context: APIContext) async throws -> Response {
    let record = try await record(request, over: PersonEntry(Form()))
    let (id, host, now) = (services.newID(Entity.Person.self), context.host.id, services.now())
    let person = try await services.write { connection in
      let store = PersonStore(connection: connection)
      try demandFree(record, for: nil, of: host, store)
      try store.insert(record, as: id, of: host, at: now)
      return try store.person(id, of: host)
    }
    var response = Response.json(PersonValue(person), status: .created)
    response.headers[.location] = "/api/v1/people/\(id)"
    return response
  }

  @Sendable func show(_ request: Request, _ context: APIContext) async throws -> Response {
    let id = try context.id("person", of: Entity.Person.self)
    let person = try await services.read { try PersonStore(connection: $0).person(id, of: context.host.id) }
    return .json(PersonValue(person))
  }

  @Sendable func replace(_ request: Request, _ context: APIContext) async throws -> Response {
    let (id, host, now) = (try context.id("person", of: Entity.Person.self), context.host.id, services.now())
    let known = try await services.read { try PersonStore(connection: $0).person(id, of: host) }
    let record = try await record(request, over: PersonEntry(known))
    let person = try await services.write { connection in
      let store = PersonStore(connection: connection)
      try demandFree(record, for: id, of: host, store)
      _ = try store.person(id, of: host)
      try store.update(id, to: record, of: host, at: now)
      return try store.person(id, of: host)
    }
    return .json(PersonValue(person))
  }

  @Sendable func erase(_ request: Request, _ context: APIContext) async throws -> Response {
    let (id, host, now) = (try context.id("person", of: Entity.Person.self), context.host.id, services.now())
    let erased = try await services.write { connection in
      try PersonErasure(connection: connection).eraseByHand(id, of: host, at: now)
    }
    guard let erased else { throw AppError.notFound }
    for party in erased.parties { await services.floors.reopen(party, services) }
    await services.forget(erased.traces)
    return .nothing
  }

  /// - Parameter known: the entry whose links and manner of address are kept, since the API doesn't cover them.
  private func record(_ request: Request, over known: PersonEntry) async throws -> PersonRecord {
    var (body, entry) = (try await APIBody(request), known)
    entry.name = body.text("name") ?? ""
    entry.email = body.text("email") ?? ""
    entry.organisation = body.text("organisation") ?? ""
    entry.role = body.text("role") ?? ""
    entry.country = body.text("country") ?? ""
    entry.topics = (body.texts("topics", most: 50) ?? []).joined(separator: "\n")
    try body.finish()
    return try entry.record()
  }
}

/// An address book holds each address once.
private func demandFree(_ record: PersonRecord, for id: PersonID?, of host: HostID, _ store: PersonStore) throws {
  if let key = record.emailKey, let bearer = try store.person(emailKey: key, of: host), bearer != id {
    throw FieldErrors(["email": Message("person.error.taken")])
  }
}

extension Request {
  /// `?page=`, from 1.
  func pageNumber() throws -> Int {
    guard let text = uri.queryParameters["page"] else { return 1 }
    guard let page = Int(typed: String(text), in: 1...100_000) else {
      throw FieldErrors(["page": Message("api.error.number", ["least": "1", "most": "100000"])])
    }
    return page
  }

  func words(_ name: String, most: Int) throws -> String {
    let text = uri.queryParameters[name[...]].map(String.init) ?? ""
    guard text.length <= most else { throw FieldErrors([name: Message("api.error.long", ["limit": "\(most)"])]) }
    return text
  }
}
