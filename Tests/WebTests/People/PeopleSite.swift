import Core
import Database
import Foundation
import NIOCore
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A host's steps on the pages of people, in one line each.
extension Browser {
  static let boundary = "----tisch7MA4YWxkTrZu0gW"

  /// Sends a form with a file, as browsers do (RFC 7578).
  func upload(_ bytes: [UInt8], name: String, fields: [(String, String)] = Self.occasion) async throws -> Page {
    try await post(
      Path.imports.text, type: "multipart/form-data; boundary=\(Self.boundary)",
      body: ByteBuffer(bytes: Self.multipart(bytes, name: name, fields: fields)))
  }

  func upload(_ text: String, name: String = "list.csv", fields: [(String, String)] = Self.occasion) async throws
    -> Page
  {
    try await upload(Array(text.utf8), name: name, fields: fields)
  }

  static let occasion = [
    ("kind", "conferenceCancelled"), ("occasionName", "Coachingkongress Erfurt"), ("year", "2026"),
    ("source", "participantList"), ("list", "Erfurt"),
  ]

  static func multipart(_ bytes: [UInt8], name: String, fields: [(String, String)]) -> [UInt8] {
    var body: [UInt8] = []
    for (field, value) in fields {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
    }
    let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
    body += Array((head + "Content-Type: application/octet-stream\r\n\r\n").utf8)
    return body + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
  }

  /// Brings a list, waits until it is read, confirms it and waits until it is saved.
  /// - Returns: the path of the import.
  @discardableResult
  func bring(_ text: String, name: String = "list.csv", fields: [(String, String)] = Self.occasion) async throws
    -> String
  {
    let path = try #require(try await upload(text, name: name, fields: fields).location)
    await work()
    _ = try await post(path + "/confirmation")
    await work()
    return path
  }

  /// Does the background's work.
  func work() async {
    await ImportWorker(services: site.services).finishAll()
  }

  /// The host's people, by name.
  func people(of host: Host? = nil) async throws -> [Person] {
    let id = (host ?? site.host).id
    return try await site.services.database.read {
      try AddressBookStore(connection: $0).people(PeopleQuery(), of: id, after: nil, limit: 10_000).people
    }
  }

  func person(_ name: String) async throws -> Person {
    try #require(try await people().first { $0.record.name == name })
  }
}

extension TestSite {
  func count(_ table: String) async throws -> Int {
    try await services.database.read {
      try $0.count(SQL(stringLiteral: "SELECT count(*) AS n FROM \(table)"))
    }
  }

  func change(_ sql: SQL) async throws {
    _ = try await services.database.write { try $0.execute(sql) }
  }
}
