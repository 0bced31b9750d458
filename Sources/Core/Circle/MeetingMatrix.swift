/// The meetings between members of a circle, and their lengths.
package struct MeetingMatrix<Member: Hashable & Sendable>: Sendable {
  package let members: [Member]
  private var seconds: [[Int]]
  private let index: [Member: Int]

  package init(_ members: [Member]) {
    self.members = members
    index = Dictionary(members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    seconds = Array(repeating: Array(repeating: 0, count: members.count), count: members.count)
  }

  /// Counts a meeting; people who are not members are ignored.
  package mutating func add(_ a: Member, _ b: Member, seconds time: Int) {
    guard a != b, let i = index[a], let j = index[b] else { return }
    seconds[i][j] += time
    seconds[j][i] += time
  }

  package func seconds(_ a: Member, _ b: Member) -> Int {
    guard let i = index[a], let j = index[b] else { return 0 }
    return seconds[i][j]
  }

  /// Pairs who have not met yet, in the members' order.
  package var strangers: [(Member, Member)] {
    members.indices.flatMap { i in
      members.indices.filter { $0 > i && seconds[i][$0] == 0 }.map { (members[i], members[$0]) }
    }
  }

  /// The number of pairs who have met, out of all possible.
  package var met: (pairs: Int, of: Int) {
    let all = members.count * (members.count - 1) / 2
    return (all - strangers.count, all)
  }
}
