import Core
import GuestPages
import HTML
import HostPages
import House
import Hummingbird
import NIOCore
import RoomPages
import Site

/// Every page in each of its states, made from its samples. Tests render them all; in development a gallery shows them.
package enum Gallery {
  /// Every kind of page, by stage.
  package static let pages: [any Page.Type] = [
    SignInPage.self, SignInSentPage.self, SignInConfirmPage.self, IntroductionPage.self,
    HomePage.self, SettingsPage.self, OperationPage.self, AddressChangePage.self, CheckupPage.self, ProgramsPage.self,
    RecordPage.self,
    LeavingPage.self,
    NewImportPage.self, ImportProgressPage.self, ImportPreviewPage.self, ImportResultPage.self, ImportFailedPage.self,
    PeoplePage.self, PersonPage.self, NewPersonPage.self, PersonMergePage.self, PairsPage.self, ErasurePage.self,
    PartyListPage.self, PartyFormPage.self, PartyPage.self, PartyDeletionPage.self,
    ChoosingPage.self, ChosenPage.self, SubstancePage.self,
    LettersPage.self, LetterPage.self, WavesPage.self, OutboxPage.self, OutboxMailPage.self, IncomingPage.self,
    DatePage.self, DatePlanPage.self, ProgrammePage.self, CancellationPage.self, PreviewPage.self, GuestPage.self,
    MessagePage.self,
    PersonalPage.self, ObjectionPage.self, RoomPage.self,
    GuestErasurePage.self, EveningPage.self, CirclePage.self, CircleListPage.self, CircleEndPage.self,
    CircleHonourPage.self, HonourPage.self, HonourVisitPage.self, HonourBriefPage.self, AssistantPage.self,
    ErrorPage.self, PrivacyPage.self, PassingPage.self,
  ]

  /// The documents of all samples: a name and the HTML.
  package static func documents(_ frame: Frame) -> [(name: String, html: String)] {
    pages.flatMap { documents($0, frame) }
  }

  /// The document of one sample; nil where there is none of that name.
  static func document(_ name: String, _ frame: Frame) -> String? {
    pages.lazy.filter { name.hasPrefix("\($0)-") }.compactMap { document(of: $0, name, frame) }.first
  }

  private static func documents<P: Page>(_ type: P.Type, _ frame: Frame) -> [(name: String, html: String)] {
    type.samples.enumerated().map { ("\(type)-\($0)", rendered($1, frame)) }
  }

  private static func document<P: Page>(of type: P.Type, _ name: String, _ frame: Frame) -> String? {
    type.samples.enumerated().first { "\(type)-\($0.offset)" == name }.map { rendered($0.element, frame) }
  }

  private static func rendered(_ page: some Page, _ frame: Frame) -> String {
    var buffer = ByteBuffer()
    buffer.writeDocument(Layout(frame: frame, page: page).document)
    return String(buffer: buffer)
  }
}

struct GalleryRoutes {
  let services: Services

  @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
    let names = Gallery.documents(services.frame(visit)).map(\.name)
    let page = ul { for name in names { li { a(.href("/gallery/\(name)")) { name } } } }
    return html("<!doctype html><title>Gallery</title>" + page.rendered)
  }

  @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
    let name = visit.parameters.get("name") ?? ""
    guard let document = Gallery.document(name, services.frame(visit, host: .sample)) else { throw AppError.notFound }
    return html(document)
  }

  private func html(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
