/// Topics of one person: ordered, without repeats. Two topics are the same if they fold to the same `SearchKey`.
package enum TopicList {
  /// `first`, then whatever `second` adds, each in its own order; the first spelling seen stays. Empty topics are left
  /// out.
  package static func union(_ first: [String], _ second: [String]) -> [String] {
    let topics = (first + second).map(\.collapsingWhitespace).filter { !$0.isEmpty }
    guard topics.count > 1 else { return topics }
    var seen: Set<String> = []
    return topics.filter { seen.insert(SearchKey.fold($0)).inserted }
  }
}
