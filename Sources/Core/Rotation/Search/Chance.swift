/// Chance from a seed (SplitMix64): the same seed gives the same numbers.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Below `count`, which is at least 1.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Below `count`: every second time the first, every fourth time the next, otherwise any.
  mutating func favouringFirst(_ count: Int, trial: Int) -> Int {
    switch trial % 4 {
    case 1, 3: 0
    case 2: min(1, count - 1)
    default: below(count)
    }
  }
}
