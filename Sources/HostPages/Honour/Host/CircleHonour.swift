import Core
import HTML
import House
import Hummingbird
import Records
import Site

/// Shown before a guest of honour is invited: the reason for the timing, and the kind of guest, or why it is too early.
package struct CircleHonourPage: Page {
  let view: CircleView

  package init(view: CircleView) {
    self.view = view
  }

  package var chrome: Chrome { .host(current: .circles) }
  package var isNarrow: Bool { true }

  package func title(_ t: Phrases) -> String { t("honour.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.circle(view.circle.id), view.circle.name).node(t)
        h1 { t(view.readiness.isEarned ? "honour.earned.title" : "honour.early.title") }
      }
      section(.class("card"), .aria(.labelledBy, "why")) {
        h2(.id("why")) { t(view.readiness.isEarned ? "honour.earned.why" : "honour.early.why") }
        if view.readiness.isEarned { earned(t) } else { early(t) }
        way(t)
      }
    }
  }

  @NodeBuilder private func earned(_ t: Phrases) -> [Node] {
    p { t("circle.honour.earned", ["count": t.number(view.readiness.worthwhileInARow)]) }
    p(.class("serif")) { t("circle.honour.kind.\(view.kind.rawValue)") }
  }

  @NodeBuilder private func early(_ t: Phrases) -> [Node] {
    p { t("honour.early.text") }
    ul(.class("plainlist")) {
      for missing in view.readiness.missing {
        li { t("honour.early.\(missing.rawValue)", ["count": t.number(view.readiness.needed)]) }
      }
    }
  }

  @NodeBuilder private func way(_ t: Phrases) -> [Node] {
    if let ahead = view.ahead {
      p(.class("soft")) { t("honour.evening", ["title": ahead.party.title]) }
      div(.class("actions")) {
        a(
          .class(view.readiness.isEarned ? "button primary" : "button"),
          .href(Path.honour(ahead.party.id).query([("early", "1")]))
        ) { t(view.readiness.isEarned ? "honour.earned.button" : "honour.early.button") }
        a(.class("button quiet"), .href(Path.circle(view.circle.id).text)) { t("honour.notNow") }
      }
    } else if view.circle.endedAt == nil {
      p { t("honour.noEvening") }
      form(.class("actions"), .method("post"), .action(Path.circleParties(view.circle.id).text)) {
        button(.class("button"), .type("submit")) { t("circle.next.plan") }
      }
    }
  }
}

package struct CircleHonourRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, host) = (try context.id("circle", of: Entity.Circle.self), context.host.id)
    let view = try await services.read { try CircleViewStore(connection: $0).view(of: id, host: host) }
    return services.page(CircleHonourPage(view: view), for: context)
  }
}
