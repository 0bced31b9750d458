import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records

/// The operator of the installation as shown on pages: name, colour and logo, and the address of the legal notice.
package struct Signboard: Sendable {
  package let organisation: Organisation
  package let logo: Logo?

  package init(organisation: Organisation, logo: Logo? = nil) {
    self.organisation = organisation
    self.logo = logo
  }

  /// A picture in the data folder: `logo.svg` or `logo.png`.
  package struct Logo: Sendable {
    package let type: String
    package let bytes: [UInt8]
    /// Changes with the picture.
    let version: String

    /// Nil if there is none, if it isn't such a picture, or if it is larger than half a megabyte.
    package init?(in folder: URL) {
      let found = ["logo.svg", "logo.png"].compactMap { name in
        FileManager.default.contents(atPath: folder.appending(path: name).path).map { (name, $0) }
      }.first
      guard let (name, data) = found, data.count <= 512 << 10, Self.isPicture(data, name) else { return nil }
      type = name.hasSuffix(".svg") ? "image/svg+xml" : "image/png"
      bytes = [UInt8](data)
      version = String(SHA256Text.hash(data).prefix(12))
    }

    private static func isPicture(_ data: Data, _ name: String) -> Bool {
      if name.hasSuffix(".png") { return data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) }
      return String(validating: data, as: UTF8.self)?.contains("<svg") == true
    }
  }

  package var logoURL: String? { logo.map { Path.logo.text + "?v=\($0.version)" } }

  package var styleURL: String? {
    organisation.colour.map { Path.organisationStyle.text + "?v=\($0.text.dropFirst())" }
  }

  /// The effect of the colour: the bar. Settings allow none on which the bar's text would be unreadable.
  var style: String {
    organisation.colour.map { ".masthead{background:\($0.text);background-image:none}\n" } ?? ""
  }
}

extension Services {
  package var signboard: Signboard {
    let (organisation, folder) = (settings.organisation, settings.data)
    return fixtures.one { Signboard(organisation: organisation, logo: Signboard.Logo(in: folder)) }
  }
}

/// The routes by which pages fetch it.
package struct SignboardRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func style(_ request: Request, _ visit: Visit) async throws -> Response {
    answer("text/css; charset=utf-8", ByteBuffer(string: services.signboard.style))
  }

  /// An SVG can contain scripts; this one runs none, whether opened alone or in a page.
  @Sendable package func logo(_ request: Request, _ visit: Visit) async throws -> Response {
    guard let logo = services.signboard.logo else { throw AppError.notFound }
    var response = answer(logo.type, ByteBuffer(bytes: logo.bytes))
    response.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
  }

  private func answer(_ type: String, _ body: ByteBuffer) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=86400"],
      body: ResponseBody(byteBuffer: body))
  }
}
