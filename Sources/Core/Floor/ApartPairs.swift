/// People who must not be seated together. Nobody is told. They are not stored with a floor but asked for each time.
package struct ApartPairs: Hashable, Sendable, Codable {
  package let pairs: Set<FloorSetup.Pair>

  package init(_ pairs: Set<FloorSetup.Pair> = []) {
    self.pairs = pairs
  }

  package init(from decoder: any Decoder) throws {
    self.init()
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("")
  }

  package func contains(_ one: ParticipantID, _ other: ParticipantID) -> Bool {
    pairs.contains(FloorSetup.Pair(one, other))
  }
}
