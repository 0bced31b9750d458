import Core
import Foundation
import HTML
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records

/// A page: its title, and the content between head and foot. Samples show it in each of its states; the gallery and the
/// tests use them.
package protocol Page: Sendable {
  func title(_ t: Phrases) -> String
  func body(_ t: Phrases) -> Node
  /// The surroundings of the page.
  var chrome: Chrome { get }
  /// Seconds after which a browser without JavaScript reloads; nil for never.
  var refresh: Int? { get }
  /// One column of text instead of the wide page.
  var isNarrow: Bool { get }
  /// Modules of `js/` that make the page more convenient. It works without them.
  var modules: [String] { get }
  /// True if its forms post in the background and the page stays where it is (`js/place.js`).
  var keepsPlace: Bool { get }
  /// Style sheets of `css/`; later ones build on earlier ones.
  var styleSheets: [String] { get }
  /// Facts for the modules, as `<meta>` elements.
  func meta(_ t: Phrases) -> [Node]

  static var samples: [Self] { get }
}

extension Page {
  package var refresh: Int? { nil }
  package var modules: [String] { [] }
  package var isNarrow: Bool { false }
  package var keepsPlace: Bool { false }
  package var styleSheets: [String] {
    ["base", "layout", "controls", "forms", "table", "letter", "party", "guest", "circle", "honour", "narrow"]
  }
  package func meta(_ t: Phrases) -> [Node] { [] }
}

/// The surroundings of a page.
package enum Chrome: Sendable, Equatable {
  /// The bar with the journey's places; `current` is marked.
  case host(current: Place?)
  /// A guest's page: no navigation, nothing to sign in to.
  case guest
  /// One paper in the middle of the evening: sign-in, errors.
  case alone
  /// The live evening: it fills the window and has its own bar.
  case room

  package enum Place: String, Sendable, CaseIterable {
    case home, people, circles, settings
  }
}

/// Everything a page needs beyond its own struct.
package struct Frame: Sendable {
  package let phrases: Phrases
  package let assets: Assets
  /// The visitor's current page, for returning after a switch of language.
  package let location: String
  package let hostName: String?
  /// True if the host has a circle to link to.
  package var hasCircles = false
  /// The operator of the installation.
  package var signboard = Signboard(organisation: Organisation())

  package init(phrases: Phrases, assets: Assets, location: String, hostName: String?, hasCircles: Bool = false) {
    self.phrases = phrases
    self.assets = assets
    self.location = location
    self.hostName = hostName
    self.hasCircles = hasCircles
  }
}

extension Services {
  package func frame(_ visit: Visit, host: Host? = nil) -> Frame {
    var phrases = phrases(visit.language, zones: host.map { [$0.zone] } ?? [])
    phrases.assets = assets
    var frame = Frame(
      phrases: phrases, assets: assets, location: visit.location, hostName: host?.name,
      hasCircles: visit.signedIn?.hasCircles ?? false)
    frame.signboard = signboard
    return frame
  }

  package func page(_ page: some Page, for context: some Hosting, status: HTTPResponse.Status = .ok) -> Response {
    respond(page, frame(context.visit, host: context.actor), status)
  }

  package func page(_ page: some Page, for context: GuestContext, status: HTTPResponse.Status = .ok) -> Response {
    respond(page, frame(context.visit), status)
  }

  package func page(_ page: some Page, for visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
    respond(page, frame(visit, host: visit.signedIn?.host), status)
  }

  private func respond(_ page: some Page, _ frame: Frame, _ status: HTTPResponse.Status) -> Response {
    var buffer = ByteBuffer()
    buffer.writeDocument(Layout(frame: frame, page: page).document)
    return Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
        .contentLanguage: frame.phrases.language.rawValue,
      ],
      body: ResponseBody(byteBuffer: buffer))
  }
}

extension Response {
  /// After a form is accepted, the browser fetches the next page by GET (303).
  package static func redirect(to path: Path) -> Response { redirect(to: path.text) }

  package static func redirect(to location: String) -> Response {
    Response(status: .seeOther, headers: [.location: location, .cacheControl: "no-store"])
  }
}
