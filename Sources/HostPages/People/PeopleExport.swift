import Core
import Formats
import Foundation
import House
import Hummingbird
import NIOCore
import Records
import Site

/// The people found in the address book as a file, read and sent in batches.
struct PeopleExport {
  let services: Services
  let host: HostID
  let query: PeopleQuery

  func csv(_ t: Phrases) -> Response {
    let export = self
    let header = [
      "name", "email", "organisation", "role", "country", "honorific", "language", "topics", "lists", "links", "note",
    ]
    return .file(name: t("people.export.file") + ".csv", type: "text/csv; charset=utf-8") { writer in
      var csv = CSVStream(t.language)
      try await writer.write(csv.rows([header.map { t("people.column.\($0)") }]))
      try await export.forEachBatch { people, provenance in
        let rows = people.map { person in
          let record = person.record
          let lists = (provenance[person.id] ?? []).map { t.listName($0.list.name) }
          return [
            record.name, record.email, record.organisation, record.role, record.country,
            record.manner.honorific.map { t("person.honorific.\($0.rawValue)") } ?? "",
            record.manner.language.map { t("person.language.\($0.rawValue)") } ?? "",
            record.topics.joined(separator: "; "), lists.joined(separator: "; "),
            record.links.joined(separator: " "), person.note,
          ]
        }
        try await writer.write(csv.rows(rows))
      }
    }
  }

  func vCard(_ t: Phrases) -> Response {
    let export = self
    return .file(name: t("people.export.file") + ".vcf", type: "text/vcard; charset=utf-8") { writer in
      try await export.forEachBatch { people, _ in
        var cards = VCardWriter()
        for person in people {
          cards.append(ListedPerson(person.record), note: person.note, uid: person.id.description)
        }
        try await writer.write(ByteBuffer(bytes: cards.data))
      }
    }
  }

  private func forEachBatch(
    _ take: ([Person], [PersonID: [Provenance]]) async throws -> Void
  ) async throws {
    var last: AddressBookStore.Place?
    while true {
      let after = last
      let limit = services.pace.rows
      let end = try await services.paced {
        let (people, last, provenance) = try await services.read { connection in
          let (people, last) = try AddressBookStore(connection: connection)
            .people(query, of: host, after: after, limit: limit)
          return (people, last, try PeopleListStore(connection: connection).provenance(of: people.map(\.id)))
        }
        if !people.isEmpty { try await take(people, provenance) }
        return last
      }
      guard let end else { return }
      last = end
    }
  }
}

extension ListedPerson {
  fileprivate init(_ record: PersonRecord) {
    self.init(
      name: record.name, email: record.email, organisation: record.organisation, role: record.role,
      country: record.country, topics: record.topics, line: 0)
    links = record.links
  }
}
