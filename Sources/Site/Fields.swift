import HTML

/// A labelled field with its hint and its error, tied together for a screen reader.
package struct TextField {
  package let name: String
  package let label: String
  package var value = ""
  package var hint: String?
  /// The hint as a screen reader should say it; nil to use the text itself.
  package var spokenHint: String?
  package var error: String?
  package var type = "text"
  package var autocomplete = "off"
  /// Rows of a text area; 1 for a single line.
  package var rows = 1
  package var isRequired = false
  /// More attributes, `maxlength` for instance.
  package var more: [Attribute] = []

  package init(
    name: String, label: String, value: String = "", hint: String? = nil, spokenHint: String? = nil,
    error: String? = nil, type: String = "text",
    autocomplete: String = "off", rows: Int = 1, isRequired: Bool = false, more: [Attribute] = []
  ) {
    self.name = name
    self.label = label
    self.value = value
    self.hint = hint
    self.spokenHint = spokenHint
    self.error = error
    self.type = type
    self.autocomplete = autocomplete
    self.rows = rows
    self.isRequired = isRequired
    self.more = more
  }

  package var node: Node {
    div(.class("field")) {
      element("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { twofold(hint, aloud: spokenHint) } }
      control
      if let error { p(.class("error"), .id("\(name)-error")) { error } }
    }
  }

  private var control: Node {
    if rows > 1 { return element("textarea", attributes + [.rows(String(rows))]) { value } }
    return element(.void("input"), attributes + [.type(type), .value(value), .autocomplete(autocomplete)])
  }

  private var attributes: [Attribute] {
    var attributes: [Attribute] = [.id(name), .name(name)] + more
    let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
    if !described.isEmpty { attributes.append(.describedBy(described.joined(separator: " "))) }
    if error != nil { attributes.append(.aria(.invalid, "true")) }
    if isRequired { attributes.append(.required) }
    return attributes
  }
}

/// A time of day as our pages write it. A field of type `time` would show it in the browser's own language: 6:30 PM
/// beside 18:30.
package enum ClockField {
  package static let attributes: [Attribute] = [
    Attribute("inputmode", "numeric"), Attribute("maxlength", "8"), Attribute("placeholder", "18:30"),
    Attribute("pattern", "([01]?[0-9]|2[0-3])[:.][0-5][0-9](:[0-5][0-9])?"), .class("short"),
  ]
}

/// A choice from a list.
package struct ChoiceField {
  package let name: String
  package let label: String
  package let options: [(value: String, label: String)]
  /// The labels as a screen reader says them, in the same order; empty if they are the same.
  package var spoken: [String] = []
  package var chosen = ""
  package var hint: String?
  package var error: String?

  package init(
    name: String, label: String, options: [(value: String, label: String)], spoken: [String] = [],
    chosen: String = "", hint: String? = nil, error: String? = nil
  ) {
    self.name = name
    self.label = label
    self.options = options
    self.spoken = spoken
    self.chosen = chosen
    self.hint = hint
    self.error = error
  }

  package var node: Node {
    div(.class("field")) {
      element("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      element("select", attributes) {
        for (place, choice) in options.enumerated() { option(at: place, choice.label) }
      }
      if let error { p(.class("error"), .id("\(name)-error")) { error } }
    }
  }

  /// An option can't contain text for the ear alone, so its accessible name has it.
  private func option(at place: Int, _ label: String) -> Node {
    var attributes: [Attribute] = [.value(options[place].value)]
    if options[place].value == chosen { attributes.append(.selected) }
    if spoken.indices.contains(place), spoken[place] != label { attributes.append(.aria(.label, spoken[place])) }
    return element("option", attributes) { label }
  }

  private var attributes: [Attribute] {
    var attributes: [Attribute] = [.id(name), .name(name)]
    let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
    if !described.isEmpty { attributes.append(.describedBy(described.joined(separator: " "))) }
    if error != nil { attributes.append(.aria(.invalid, "true")) }
    return attributes
  }
}
