import Core
import Foundation
import HTML
import House

/// A choice of time zone, grouped by region.
package struct ZoneField {
  package let name: String
  package let label: String
  package let chosen: String
  package var hint: String?
  package var error: String?
  /// Begins with the zone of the visitor's device, if JavaScript tells it.
  package var guesses = false

  package init(
    name: String, label: String, chosen: String, hint: String? = nil, error: String? = nil, guesses: Bool = false
  ) {
    self.name = name
    self.label = label
    self.chosen = chosen
    self.hint = hint
    self.error = error
    self.guesses = guesses
  }

  package func node(_ t: Phrases) -> Node {
    div(.class("field")) {
      element("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      element("select", attributes) {
        ZoneOptions(chosen: chosen).nodes(t)
      }
      if let error { p(.class("error"), .id("\(name)-error")) { error } }
    }
  }

  private var attributes: [Attribute] {
    var attributes: [Attribute] = [.id(name), .name(name)]
    let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
    if !described.isEmpty { attributes.append(.describedBy(described.joined(separator: " "))) }
    if error != nil { attributes.append(.aria(.invalid, "true")) }
    if guesses { attributes += [.data("data-zone", ""), Attribute("data-guess", nil)] }
    return attributes
  }
}
