/// Counts elements whose content is not read, from the opening tag to the closing one.
struct SkippedElements {
  private let names: Set<String>
  private var depth = 0

  init(_ names: Set<String>) { self.names = names }

  var isSkipping: Bool { depth > 0 }

  /// True if this opening tag belongs to the skipped content. `also` starts skipping for a reason other than the name.
  mutating func start(_ name: String, also: Bool = false) -> Bool {
    if depth > 0 || also || names.contains(name) { depth += 1 }
    return depth > 0
  }

  /// True if this closing tag belongs to the skipped content.
  mutating func end() -> Bool {
    guard depth > 0 else { return false }
    depth -= 1
    return true
  }
}
