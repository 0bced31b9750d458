import Core
import Foundation
import HTTPTypes
import NIOCore

@testable import API
@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A host's own program: sends JSON with a token.
struct APIProgram {
  let browser: Browser
  let token: String

  init(_ browser: Browser, as host: Host? = nil, _ scopes: Set<APIScope> = Set(APIScope.allCases)) async throws {
    self.browser = browser
    let (services, host) = (browser.site.services, host ?? browser.site.host)
    let token = APIToken(id: services.newID(), name: "test", scopes: scopes, createdAt: services.now())
    let secret = services.secret.token(.api, token.id.description)
    self.token = "stehtisch_" + secret.text
    _ = try await services.database.write {
      try APITokenStore(connection: $0).insert(token, hash: secret.hash, of: host.id)
    }
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, type: String = "application/json"
  ) async throws -> (status: Int, json: [String: Any]) {
    var headers: HTTPFields = [.authorization: "Bearer \(token)"]
    if body != nil { headers[.contentType] = type }
    let page = try await browser.send(
      "/api/v1/" + path, method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    let json = try? JSONSerialization.jsonObject(with: Data(page.bytes)) as? [String: Any]
    return (page.status, json ?? [:])
  }
}
