/// Counts the text in all cells of one file. A cell refers to a shared text by a few bytes, so a small file can contain
/// any amount of text.
final class CellBudget {
  private let limit: Int
  private var spent = 0

  init(limit: Int) { self.limit = limit }

  /// Throws `import.problem.zipBomb` once the cells hold more than the limit.
  func spend(_ bytes: Int) throws {
    spent += bytes
    if spent > limit { throw UnpackingBudget.bomb(limit: limit) }
  }
}
