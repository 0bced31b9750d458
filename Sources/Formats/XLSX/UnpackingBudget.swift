/// Counts the bytes unpacked from one file, over all its parts.
final class UnpackingBudget {
  private let limit: Int
  private var spent = 0

  init(limit: Int) { self.limit = limit }

  /// Throws `import.problem.zipBomb` once more than the limit has been unpacked.
  func spend(_ bytes: Int) throws {
    spent += bytes
    if spent > limit { throw UnpackingBudget.bomb(limit: limit) }
  }

  static func bomb(limit: Int) -> Problem { Problem("import.problem.zipBomb", ["limit": String(limit)]) }
}
