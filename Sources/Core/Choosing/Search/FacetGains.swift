/// The gain somebody would bring to the coverage of a party's facets, as look-ups of eight facets at a time.
struct FacetGains {
  private let chunks: Int
  private let single: [Int]
  private let double: [Int]
  private var next: [Int]
  private var gains: [Int32]
  private var losses: [Int32]

  init(_ model: TableModel) {
    let facets = min(64, model.wish.facets.count)
    chunks = max(1, (facets + 7) / 8)
    single = Array(repeating: model.coverage(carriers: 1), count: facets)
    double = Array(repeating: model.coverage(carriers: 2) - model.coverage(carriers: 1), count: facets)
    next = Array(repeating: 0, count: facets)
    gains = Array(repeating: 0, count: chunks * 256)
    losses = gains
  }

  /// Lays out the gains for a table whose facets have these numbers of carriers.
  mutating func set(carriers: [Int]) {
    for facet in next.indices {
      next[facet] = carriers[facet] == 0 ? single[facet] : carriers[facet] == 1 ? double[facet] : 0
    }
    for chunk in 0..<chunks { lay(chunk) }
  }

  private mutating func lay(_ chunk: Int) {
    let width = min(8, next.count - chunk * 8)
    guard width > 0 else { return }
    for bit in 0..<width {
      let facet = chunk * 8 + bit
      let high = 1 << bit
      let gain = Int32(next[facet])
      // The second of two newcomers with the same facet adds less than the first.
      let loss = gain - (next[facet] == single[facet] ? Int32(double[facet]) : 0)
      for low in 0..<high {
        gains[chunk * 256 + high + low] = gains[chunk * 256 + low] + gain
        losses[chunk * 256 + high + low] = losses[chunk * 256 + low] + loss
      }
    }
  }

  @inline(__always)
  func gain(_ mask: UInt64) -> Int32 {
    if chunks == 1 { return gains[Int(mask & 255)] }
    return (0..<chunks).reduce(0) { $0 + gains[$1 << 8 + Int(mask >> UInt64($1 * 8) & 255)] }
  }

  /// The amount by which the joint gain of two newcomers falls short of the sum of their gains, over the facets both
  /// carry.
  @inline(__always)
  func overlap(_ mask: UInt64) -> Int32 {
    if chunks == 1 { return losses[Int(mask & 255)] }
    return (0..<chunks).reduce(0) { $0 + losses[$1 << 8 + Int(mask >> UInt64($1 * 8) & 255)] }
  }
}
