import HTML
import House

/// A sign of the sprite `img/icons.svg`. It only repeats what words beside it say.
extension Phrases {
  /// - Parameter style: the class that gives its size; empty where the element around it does.
  package func icon(_ name: String, style: String = "icon") -> Node {
    assets?.icon(name, style: style) ?? .nothing
  }

  /// The URL of a picture of ours.
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
