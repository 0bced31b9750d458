/// The temperatures between which an anneal cools, in units of `PairEnergy.smooth`, where the best meeting is worth
/// about 1024. Found by experiment on constrained parties of 12 to 50 guests.
enum Temperatures {
  static let hot = 512.0
  /// Enough to escape a local optimum, not enough to forget it.
  static let low = 300.0
  static let cold = 200.0
  /// No worsening is accepted.
  static let none = 1e-3
}
