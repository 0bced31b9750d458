import HTML
import House

/// A symbol of the sprite `img/icons.svg`. It only repeats what the words beside it say.
extension Phrases {
  /// - Parameter style: the class that sets its size; empty if the surrounding element does.
  package func icon(_ name: String, style: String = "icon") -> Node {
    assets?.icon(name, style: style) ?? .nothing
  }

  /// The URL of one of our pictures.
  package func picture(_ name: String) -> String {
    assets?.url("img/" + name) ?? ""
  }
}

extension Assets {
  package func icon(_ name: String, style: String = "icon") -> Node {
    element("svg", [.class(style), .aria(.hidden, "true")]) {
      element("use", [.href(url("img/icons.svg") + "#" + name)])
    }
  }
}
