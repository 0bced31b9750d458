import Acts
import Core
import HTML
import House
import Site

/// What a sending page shows where guests could not open the links in their letters.
extension LinkBarrier {
  func notice(_ t: Phrases) -> Node {
    div(.class("notice bad"), .role("status")) {
      t.icon("warning")
      p { t(message) }
    }
  }

  /// Without this tick nothing leaves.
  func tick(_ t: Phrases) -> Node {
    label(.class("tick")) {
      input(.type("checkbox"), .name(Self.field), .value("1"), .required)
      span { t("links.anyway") }
    }
  }

  /// Of the tick.
  static let field = "anyway"

  /// - Throws: `AppError.conflict` where the host has not said that letters shall leave all the same.
  static func demand(_ form: Form, _ services: Services) throws {
    if let barrier = services.linkBarrier, !form.has(field) { throw AppError.conflict(barrier.message) }
  }
}
