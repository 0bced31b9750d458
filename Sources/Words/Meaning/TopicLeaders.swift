/// Gathers topics, the commonest first, around those that came before: a topic joins the likest of the leaders, or becomes
/// one. A topic is compared with its leader only, so that a chain of likenesses doesn't join what is far apart.
struct TopicLeaders {
  /// The likeness from which two topics count as the same subject.
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
