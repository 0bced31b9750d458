/// Gathers topics, the commonest first, around earlier ones: a topic joins the most similar leader, or becomes one
/// itself. A topic is compared only with its leader, so that a chain of similarities doesn't join distant topics.
struct TopicLeaders {
  /// The similarity from which two topics count as the same subject.
  static let sameness = 0.9

  private let meanings: [TopicMeaning]
  /// By tag.
  private var leaders: [Int] = []
  private var neighbours: TopicNeighbours

  init(_ meanings: [TopicMeaning]) {
    self.meanings = meanings
    neighbours = TopicNeighbours(meanings)
  }

  /// The tag of a topic; one past the last for a new leader.
  mutating func tag(of topic: Int) -> Int {
    let meaning = meanings[topic]
    var best: (tag: Int, likeness: Double)?
    for tag in neighbours.candidates(for: meaning) {
      let likeness = Evidence(meaning, meanings[leaders[tag]]).similarity
      if likeness >= Self.sameness, likeness > best?.likeness ?? 0 { best = (tag, likeness) }
    }
    if let best { return best.tag }
    neighbours.add(meaning)
    leaders.append(topic)
    return leaders.count - 1
  }
}
