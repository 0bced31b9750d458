/// Finds close directions among many: each is filed under the few closest of some landmarks, and sought only there.
struct DirectionIndex {
  private static let filedUnder = 2
  private static let soughtUnder = 3
  private static let found = 8
  /// Directions less alike than this are about different things.
  private static let leastCosine: Float = 0.3

  private let dimensions: Int
  private let landmarks: [Float]
  /// The numbers of the directions filed under each landmark.
  private var files: [[Int]]
  private var directions: [Float] = []
  private var count = 0

  /// - Parameter sample: directions like those to be added, from which landmarks are taken; empty ones don't count.
  init(_ sample: [[Float]]) {
    let directions = sample.filter { !$0.isEmpty }
    dimensions = directions.first?.count ?? 0
    let wanted = Int(2 * Double(directions.count).squareRoot())
    let step = max(1, directions.count / max(1, wanted))
    landmarks = stride(from: 0, to: directions.count, by: step).flatMap { directions[$0] }
    files = Array(repeating: [], count: dimensions > 0 ? landmarks.count / dimensions : 0)
  }

  /// Directions are numbered in the order in which they are added, empty ones too.
  mutating func add(_ direction: [Float]) {
    if direction.isEmpty {
      directions += [Float](repeating: 0, count: dimensions)
    } else {
      for file in best(Self.filedUnder, of: files.indices, in: landmarks, to: direction) { files[file].append(count) }
      directions += direction
    }
    count += 1
  }

  func nearest(to direction: [Float]) -> [Int] {
    guard !direction.isEmpty else { return [] }
    let sought = best(Self.soughtUnder, of: files.indices, in: landmarks, to: direction)
    var filed = NumberSet(count)
    for file in sought { filed.insert(files[file]) }
    return best(Self.found, of: filed.numbers, in: directions, to: direction, least: Self.leastCosine)
  }

  private func best(
    _ most: Int, of numbers: some Collection<Int>, in vectors: [Float], to direction: [Float], least: Float = -2
  ) -> [Int] {
    var best: [(number: Int, cosine: Float)] = []
    for number in numbers {
      let cosine = DotProduct.of(direction, vectors, at: number * dimensions)
      guard cosine >= least, best.count < most || cosine > best[best.count - 1].cosine else { continue }
      let place = best.firstIndex { ($0.cosine, number) < (cosine, $0.number) } ?? best.count
      best.insert((number, cosine), at: place)
      if best.count > most { best.removeLast() }
    }
    return best.map(\.number)
  }
}
