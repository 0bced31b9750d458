import Acts
import Core
import HTML
import House
import Hummingbird
import Records
import Site

/// After the evening: thanks that the host edits, sent once.
struct HonourThanks {
  let view: HonourView
  let seat: HonourView.Seat

  static let longest = 2000

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "thanks-title")) {
      h2(.id("thanks-title")) { t("honour.thanks.title") }
      if seat.honour.arrivedAt == nil {
        p { t("honour.thanks.missed", ["name": seat.person.name]) }
      } else if let time = seat.honour.thankedAt {
        p { t("honour.thanks.sent", ["day": t.day(time.date)]) }
        p(.class("serif")) { seat.honour.thanks }
      } else {
        form(.class("form"), .method("post"), .action(Path.honourThanks(view.party.id).text)) {
          TextField(
            name: "thanks", label: t("honour.thanks.label"),
            value: seat.honour.thanks.isEmpty ? seat.proposedThanks : seat.honour.thanks,
            hint: t("honour.thanks.hint"), rows: 6, more: [.maxlength(String(Self.longest))]
          ).node
          div(.class("actions")) {
            button(.class("button primary"), .type("submit"), .name("send"), .value("1")) { t("honour.thanks.send") }
            button(.class("button quiet"), .type("submit")) { t("honour.thanks.keep") }
          }
        }
      }
    }
  }
}

package struct HonourThanksRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func save(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host)
    let form = try await Form(request, limit: 1 << 16)
    let (text, isSending) = (form.text("thanks"), form.text("send") == "1")
    guard text.length <= HonourThanks.longest, !text.isEmpty || !isSending else { throw AppError.malformed }
    try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).party(id, of: host.id)
      guard party.isOver, var honour = try HonourStore(connection: connection).honour(of: id), honour.thankedAt == nil,
        honour.arrivedAt != nil
      else { throw AppError.notFound }
      honour.thanks = text
      if isSending {
        honour.thankedAt = Moment(services.now())
        try HonourThanksPost(services: services, connection: connection).post(honour, party, host)
      }
      try HonourStore(connection: connection).update(honour)
    }
    services.wakeOutbox()
    return .redirect(to: Path.honour(id).query([("saved", isSending ? "thanks" : "draft"), ("early", "1")]))
  }
}
