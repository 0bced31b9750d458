import Acts
import Core
import HTML
import House
import Site

/// The notice on a sending page if guests could not open the links in their letters.
extension LinkBarrier {
  func notice(_ t: Phrases) -> Node {
    div(.class("notice bad"), .role("status")) {
      t.icon("warning")
      p { t(message) }
    }
  }

  /// Nothing is sent without this tick.
  func tick(_ t: Phrases) -> Node {
    label(.class("tick")) {
      input(.type("checkbox"), .name(Self.field), .value("1"), .required)
      span { t("links.anyway") }
    }
  }

  /// The name of the tick box.
  static let field = "anyway"

  /// - Throws: `AppError.conflict` unless the host has said that letters should leave all the same.
  static func demand(_ form: Form, _ services: Services) throws {
    if let barrier = services.linkBarrier, !form.has(field) { throw AppError.conflict(barrier.message) }
  }
}
