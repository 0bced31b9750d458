/// Between which temperatures an anneal cools, in units of `PairEnergy.smooth`, where the best meeting is worth about 1024.
enum Temperatures {
  static var hot: Double { Tuning.hot }
  /// Enough to get out of a local optimum, not enough to forget it.
  static var low: Double { Tuning.low }
  static var cold: Double { Tuning.cold }
  /// Nothing that worsens is accepted.
  static let none = 1e-3
}
enum Tuning {
  nonisolated(unsafe) static var hot = 512.0
  nonisolated(unsafe) static var low = 300.0
  nonisolated(unsafe) static var cold = 200.0
  nonisolated(unsafe) static var base = 30_000
  nonisolated(unsafe) static var cap = 1000
  nonisolated(unsafe) static var must = 2.0
  nonisolated(unsafe) static var apart = 6.0
  nonisolated(unsafe) static var again = 0.0
  nonisolated(unsafe) static var steps = 0
}
package func tune(_ name: String, _ v: Double) {
  switch name {
  case "hot": Tuning.hot = v
  case "low": Tuning.low = v
  case "cold": Tuning.cold = v
  case "base": Tuning.base = Int(v)
  case "cap": Tuning.cap = Int(v)
  case "must": Tuning.must = v
  case "apart": Tuning.apart = v
  case "again": Tuning.again = v
  default: break
  }
}
package func stepsTaken() -> Int { Tuning.steps }
