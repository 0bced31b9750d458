/// The number format of each cell style.
struct NumberFormats {
  fileprivate var ofStyle: [NumberFormat] = []

  subscript(style: Int) -> NumberFormat {
    ofStyle.indices.contains(style) ? ofStyle[style] : .plain
  }
}

final class StylesHandler: XMLHandler {
  private(set) var formats = NumberFormats()
  private var custom: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  func start(_ element: XMLElement, line: () -> Int) {
    switch element.name {
    case "numFmt":
      if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
        custom[id] = NumberFormat(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf":
      guard isInCellFormats else { return }
      let id = element["numFmtId"].flatMap { Int($0) } ?? 0
      formats.ofStyle.append(custom[id] ?? NumberFormat.builtIn(id))
    default: break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
