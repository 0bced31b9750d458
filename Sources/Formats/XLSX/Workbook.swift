/// The facts about its sheets in a workbook's main part.
struct Workbook {
  struct Sheet {
    let relationship: String
    let isVisible: Bool
  }

  let sheets: [Sheet]
  let relationships: [Relationship]
  let dates: DateSystem

  /// The paths of the visible worksheets in the order of their tabs; charts and dialogues are not worksheets.
  var visibleSheets: [String] {
    let worksheets = relationships.filter { $0.type == "worksheet" }.map { ($0.id, $0.target) }
    let targets = Dictionary(worksheets) { first, _ in first }
    return sheets.filter(\.isVisible).compactMap { targets[$0.relationship] }
  }

  func part(_ type: String) -> String? { relationships.first { $0.type == type }?.target }
}

final class WorkbookHandler: XMLHandler {
  private static let mostSheets = 256

  private(set) var isWorkbook = false
  private(set) var sheets: [Workbook.Sheet] = []
  private(set) var dates = DateSystem.from1900
  private var isRoot = true

  func start(_ element: XMLElement, line: () -> Int) {
    if isRoot { isWorkbook = element.name == "workbook" }
    isRoot = false
    switch element.name {
    case "workbookPr":
      if let flag = element["date1904"], flag == "1" || flag == "true" { dates = .from1904 }
    case "sheet":
      guard let id = element["id"], sheets.count < WorkbookHandler.mostSheets else { return }
      sheets.append(Workbook.Sheet(relationship: id, isVisible: (element["state"] ?? "visible") == "visible"))
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
