import TestKit
import Testing

@testable import Core

@Suite("Ranking candidates by relevance")
struct RelevanceTests {
  @Test("Somebody who speaks about the topic comes first, with the reason; the others follow by name")
  func ranks() {
    let ranked = Relevance.rank(
      [
        candidate(1, "Zoe", ["Gardens"]), candidate(2, "Örjan", ["Baking"]),
        candidate(3, "Paul", ["Baking", "Trust in teams"]),
      ],
      for: theme("trust"))
    #expect(ranked.map(\.name) == ["Paul", "Örjan", "Zoe"])
    #expect(ranked[0].reasons == [TopicReason(title: "Trust in teams", words: ["Trust"])])
    #expect(ranked[1].score == 0 && ranked[1].reasons.isEmpty)
  }

  @Test("A rare word weighs more than one everybody has")
  func rareWords() {
    let ranked = Relevance.rank(
      [
        candidate(1, "A", ["Teams"]), candidate(2, "B", ["Teams"]), candidate(3, "C", ["Trust"]),
        candidate(4, "D", ["Teams"]),
      ],
      for: theme("teams trust"))
    #expect(ranked[0].name == "C")
  }

  @Test("The topic weighs more than the question, which still counts")
  func question() {
    let people = [candidate(1, "A", ["Robots"]), candidate(2, "B", ["Trust"]), candidate(3, "C", ["Baking"])]
    let ranked = Relevance.rank(people, for: theme("trust", question: "robots"))
    #expect(ranked.map(\.name) == ["B", "A", "C"])
    #expect(ranked[1].score > 0)
  }

  @Test("A word of the topic that the question repeats counts once")
  func repeated() {
    let people = [candidate(1, "A", ["Trust"]), candidate(2, "B", ["Baking"])]
    let once = Relevance.rank(people, for: theme("trust"))
    let twice = Relevance.rank(people, for: theme("trust", question: "trust Trust"))
    #expect(once.map(\.score) == twice.map(\.score))
  }

  @Test("Any key in common makes two words match, and the candidate's own word is shown")
  func keys() {
    let word = TopicWord("Netzwerke", keys: ["de:netzwerk", "en:netzwerk"])
    let candidate = Candidate(
      id: .sample(1), name: "A", topics: [CandidateTopic(title: "Netzwerke, Netzwerke", words: [word, word])])
    let sought = TopicWord("Netzwerk", keys: ["en:x", "de:netzwerk"])
    let ranked = Relevance.rank([candidate], for: PartyTheme(topic: [sought], question: []))
    #expect(ranked[0].reasons == [TopicReason(title: "Netzwerke, Netzwerke", words: ["Netzwerke"])])
  }

  @Test("The best matching topic is the first reason")
  func reasons() {
    let ranked = Relevance.rank(
      [candidate(1, "A", ["Teams", "Baking", "Trust in teams"]), candidate(2, "B", ["Teams"])],
      for: theme("trust teams"))
    #expect(ranked[0].reasons.map(\.title) == ["Trust in teams", "Teams"])
    #expect(ranked[0].reasons[0].words == ["Trust", "teams"])
  }

  @Test("Without a theme, or without candidates, there is a list by name, or none")
  func nothing() {
    let people = [candidate(1, "b"), candidate(2, "A"), candidate(3, "B")]
    #expect(Relevance.rank(people, for: theme("")).map(\.id) == [.sample(2), .sample(1), .sample(3)])
    #expect(Relevance.rank([], for: theme("trust")).isEmpty)
  }

  @Test("The order of candidates makes no difference; scores fall; reasons exist exactly with a score")
  func properties() {
    var generator = SeededGenerator(seed: 21)
    let words = ["trust", "teams", "robots", "baking", "law", "music"]
    for _ in 0..<50 {
      let people = (0..<20).map { number in
        let topics = (0..<3).map { _ in words.shuffled(using: &generator).prefix(2).joined(separator: " ") }
        return candidate(number, "Name \(number % 5)", topics)
      }
      let theme = theme("trust law", question: "robots")
      let ranked = Relevance.rank(people, for: theme)
      let shuffled = Relevance.rank(people.shuffled(using: &generator), for: theme)
      #expect(ranked.map(\.id) == shuffled.map(\.id))
      #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.score >= $1.score })
      #expect(ranked.allSatisfy { ($0.score > 0) == !$0.reasons.isEmpty })
    }
  }

  private func candidate(_ number: Int, _ name: String, _ topics: [String] = []) -> Candidate {
    Candidate(
      id: .sample(number), name: name, topics: topics.map { CandidateTopic(title: $0, words: words($0)) })
  }

  private func theme(_ topic: String, question: String = "") -> PartyTheme {
    PartyTheme(topic: words(topic), question: words(question))
  }

  private func words(_ text: String) -> [TopicWord] {
    text.split(separator: " ").map { TopicWord(String($0), keys: [$0.lowercased()]) }
  }
}
