/// Decides which of two places at one party stays when two people turn out to be one.
package enum PlaceMerge {
  /// The facts that decide it.
  package struct Place: Sendable, Hashable {
    /// Written to, handed over, answered, honoured, or present: more than a note of the host's.
    package let isBound: Bool
    /// Rank on the shortlist: chosen before reserve before excluded.
    package let rank: Int

    package init(isBound: Bool, rank: Int) {
      self.isBound = isBound
      self.rank = rank
    }
  }

  package enum Outcome: Sendable, Hashable {
    case first, second
    /// Two answers can't become one.
    case impossible
  }

  /// - Parameter first: the place of the person who is kept.
  package static func outcome(_ first: Place, _ second: Place) -> Outcome {
    switch (first.isBound, second.isBound) {
    case (true, true): .impossible
    case (true, false): .first
    case (false, true): .second
    case (false, false): second.rank < first.rank ? .second : .first
    }
  }
}
