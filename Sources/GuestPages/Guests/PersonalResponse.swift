import Acts
import Core
import House
import Hummingbird
import Records
import Site

extension Services {
  /// The data of the page behind a personal link.
  func personalView(_ context: GuestContext) async throws -> PersonalView {
    try await read { [self] connection in
      try PersonalStore(services: self, connection: connection).view(
        of: context.guest, party: context.party, token: context.token)
    }
  }

  /// The page behind a personal link: everybody's, or a guest of honour's. With errors, it is the form again with the
  /// typed text.
  func personalPage(
    _ view: PersonalView, saved: String = "", entered: PersonalEntries? = nil, errors: FieldErrors = FieldErrors(),
    for context: GuestContext
  ) -> Response {
    let status: HTTPResponse.Status = errors.isEmpty ? .ok : .unprocessableContent
    guard let visit = view.visit else {
      let everybodys = PersonalPage(view: view, saved: saved, entered: entered, errors: errors)
      return page(everybodys, for: context, status: status)
    }
    let honoured = HonourVisitPage(view: view, visit: visit, saved: saved, entered: entered, errors: errors)
    return page(honoured, for: context, status: status)
  }
}

extension Response {
  /// Returns to the personal page, which reports what was saved.
  /// - Parameter place: the id of the part where it was entered; empty for the top of the page.
  static func saved(_ what: String, at place: String = "", for context: GuestContext) -> Response {
    .redirect(to: Path.personal(context.token).query([("saved", what)]) + (place.isEmpty ? "" : "#\(place)"))
  }
}
