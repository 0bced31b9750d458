import Foundation
import Words

/// The topics of a large list, made of the concepts' words: four for each of so many people, most of them common ones.
struct Gathering {
  let people: Int
  let phrases: [String]

  func measure(in space: TopicSpace) {
    let topics = topics()
    let clock = ContinuousClock()
    var shared: SharedTopics?
    let time = clock.measure { shared = SharedTopics(topics, in: space) }
    let different = Set(topics).count
    print(
      "\(topics.count) topics of \(people) people, \(different) different: \(shared?.tags.count ?? 0) tags in",
      String(format: "%.2f s", time / .seconds(1)))
  }

  private func topics() -> [String] {
    let words = Set(phrases.flatMap { $0.split(separator: " ") }.filter { $0.count > 3 }).sorted()
    var state: UInt64 = 1
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<people * 4).map { _ in
      if below(4) > 0 { return phrases[below(phrases.count)] }
      let (one, other) = (words[below(words.count)], words[below(words.count)])
      return below(3) == 0 ? "\(one) \(other)" : String(one)
    }
  }
}
