extension Attribute {
  package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
  package static func id(_ value: String) -> Attribute { Attribute("id", value) }
  package static func href(_ value: String) -> Attribute { Attribute("href", value) }
  package static func src(_ value: String) -> Attribute { Attribute("src", value) }
  package static func type(_ value: String) -> Attribute { Attribute("type", value) }
  package static func name(_ value: String) -> Attribute { Attribute("name", value) }
  package static func value(_ value: String) -> Attribute { Attribute("value", value) }
  package static func action(_ value: String) -> Attribute { Attribute("action", value) }
  package static func method(_ value: String) -> Attribute { Attribute("method", value) }
  package static func enctype(_ value: String) -> Attribute { Attribute("enctype", value) }
  package static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
  package static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
  package static func title(_ value: String) -> Attribute { Attribute("title", value) }
  package static func rel(_ value: String) -> Attribute { Attribute("rel", value) }
  package static func alt(_ value: String) -> Attribute { Attribute("alt", value) }
  package static func content(_ value: String) -> Attribute { Attribute("content", value) }
  package static func charset(_ value: String) -> Attribute { Attribute("charset", value) }
  package static func placeholder(_ value: String) -> Attribute { Attribute("placeholder", value) }
  package static func autocomplete(_ value: String) -> Attribute { Attribute("autocomplete", value) }
  package static func inputmode(_ value: String) -> Attribute { Attribute("inputmode", value) }
  package static func pattern(_ value: String) -> Attribute { Attribute("pattern", value) }
  package static func accept(_ value: String) -> Attribute { Attribute("accept", value) }
  package static func min(_ value: String) -> Attribute { Attribute("min", value) }
  package static func max(_ value: String) -> Attribute { Attribute("max", value) }
  package static func step(_ value: String) -> Attribute { Attribute("step", value) }
  package static func maxlength(_ value: String) -> Attribute { Attribute("maxlength", value) }
  package static func minlength(_ value: String) -> Attribute { Attribute("minlength", value) }
  package static func rows(_ value: String) -> Attribute { Attribute("rows", value) }
  package static func cols(_ value: String) -> Attribute { Attribute("cols", value) }
  package static func colspan(_ value: String) -> Attribute { Attribute("colspan", value) }
  package static func rowspan(_ value: String) -> Attribute { Attribute("rowspan", value) }
  package static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
  package static func role(_ value: String) -> Attribute { Attribute("role", value) }
  package static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  package static func width(_ value: String) -> Attribute { Attribute("width", value) }
  package static func height(_ value: String) -> Attribute { Attribute("height", value) }
  package static func list(_ value: String) -> Attribute { Attribute("list", value) }
  package static func dir(_ value: String) -> Attribute { Attribute("dir", value) }
  package static func media(_ value: String) -> Attribute { Attribute("media", value) }
  package static func sizes(_ value: String) -> Attribute { Attribute("sizes", value) }
  package static func loading(_ value: String) -> Attribute { Attribute("loading", value) }
  package static func spellcheck(_ value: String) -> Attribute { Attribute("spellcheck", value) }
  package static func label(_ value: String) -> Attribute { Attribute("label", value) }
  package static func hreflang(_ value: String) -> Attribute { Attribute("hreflang", value) }
  package static func formaction(_ value: String) -> Attribute { Attribute("formaction", value) }
  package static func form(_ value: String) -> Attribute { Attribute("form", value) }
  package static func describedBy(_ id: String) -> Attribute { Attribute("aria-describedby", id) }
  package static func aria(_ name: AriaName, _ value: String) -> Attribute { Attribute(name.attribute, value) }
  package static func data(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }

  package static let required = Attribute("required", nil)
  package static let checked = Attribute("checked", nil)
  package static let selected = Attribute("selected", nil)
  package static let disabled = Attribute("disabled", nil)
  package static let readonly = Attribute("readonly", nil)
  package static let multiple = Attribute("multiple", nil)
  package static let autofocus = Attribute("autofocus", nil)
  package static let open = Attribute("open", nil)
  package static let hidden = Attribute("hidden", nil)
  package static let novalidate = Attribute("novalidate", nil)
  package static let download = Attribute("download", nil)
}

/// The accessibility attributes that pages use (WAI-ARIA 1.2 §6.6).
package enum AriaName: Sendable {
  case label, labelledBy, current, live, hidden, invalid, expanded, controls, atomic, valueText

  var attribute: StaticString {
    switch self {
    case .label: "aria-label"
    case .labelledBy: "aria-labelledby"
    case .current: "aria-current"
    case .live: "aria-live"
    case .hidden: "aria-hidden"
    case .invalid: "aria-invalid"
    case .expanded: "aria-expanded"
    case .controls: "aria-controls"
    case .atomic: "aria-atomic"
    case .valueText: "aria-valuetext"
    }
  }
}
