import HTML

/// A sign of the sprite `img/icons.svg`. It only repeats what words beside it say.
extension Frame {
  package func icon(_ name: String) -> Node { assets.icon(name) }
}

extension Assets {
  package func icon(_ name: String) -> Node {
    element("svg", [.class("icon"), .aria(.hidden, "true"), .width("20"), .height("20")]) {
      element("use", [.href(url("img/icons.svg") + "#" + name)])
    }
  }
}
