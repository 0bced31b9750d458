import Foundation
import Testing

@testable import Words

/// Uses the table that comes with the program.
@Suite("Topics by meaning")
struct BundledTableTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
  private static let table = Result {
    try WordTable(
      Data(contentsOf: root.appending(path: "Sources/Acts/Words/german-english.words"), options: .mappedIfSafe))
  }

  private let space: TopicSpace

  init() throws {
    space = TopicSpace(table: try Self.table.get())
  }

  @Test("The table has tens of thousands of words and is small enough to come with the program")
  func size() throws {
    let table = try Self.table.get()
    #expect(table.count > 35_000)
    let file = Self.root.appending(path: "Sources/Acts/Words/german-english.words").path
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    #expect(try #require(size) < 6_200_000)
  }

  @Test(
    "A topic in the other language is nearer than its neighbours",
    arguments: [
      ("climate policy", "Klimapolitik", "Steuerpolitik"), ("Bienen", "bees", "beer"),
      ("elderly care", "Altenpflege", "Denkmalpflege"), ("Wagniskapital", "venture capital", "capital punishment"),
      ("Energiespeicher", "battery storage", "data storage"), ("nursing", "Krankenpflege", "Landschaftspflege"),
    ])
  func nearer(_ topic: String, _ same: String, _ other: String) {
    #expect(space.similarity(topic, same) > space.similarity(topic, other))
  }

  @Test(
    "Of eighty subjects six out of seven find their name in the other language, two out of five another in their own")
  func concepts() throws {
    let file = Self.root.appending(path: "Benchmarks/concepts.tsv")
    let phrases = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").flatMap { $0.split(separator: "\t").map(String.init) }
    let meanings = space.meanings(of: phrases)
    func rate(_ isSought: (_ phrase: Int, _ other: Int) -> Bool) -> Double {
      let hits = meanings.indices.count { phrase in
        let others = meanings.indices.filter { $0 != phrase && isSought(phrase, $0) }
        let likenesses = others.map { (other: $0, likeness: space.similarity(meanings[phrase], meanings[$0])) }
        return likenesses.max { $0.likeness < $1.likeness }.map { $0.other / 4 } == phrase / 4
      }
      return Double(hits) / Double(meanings.count)
    }
    #expect(rate { ($0 % 4 >= 2) != ($1 % 4 >= 2) } >= 0.85)
    #expect(rate { ($0 % 4 >= 2) == ($1 % 4 >= 2) } >= 0.4)
  }

  @Test("A word that means different things in the two languages is understood by the words beside it")
  func homograph() {
    #expect(
      space.similarity("Gift im Essen", "poison in food") > space.similarity("Gift im Essen", "Christmas presents"))
  }

  @Test("Words of the table are never taken for typos of one another, others are")
  func slips() {
    #expect(!space.evidence(space.meaning(of: "Onkologie"), space.meaning(of: "Ökologie")).isSlip)
    #expect(space.similarity("Digitalisirung", "Digitalisierung") >= 0.9)
    #expect(space.similarity("machine lerning", "machine learning") >= 0.9)
  }

  @Test("A list's topics meet across languages, forms and typos, and different ones stay apart")
  func gathering() {
    let topics = [
      "Klimapolitik", "climate policy", "Klimapolitik", "Telemedizin", "telemedicine", "Robotik", "robotics", "Imkerei",
      "Datenschutz", "Datenshutz", "Jazz", "Weinbau", "viticulture", "Steuerrecht", "Strafrecht", "Arbeitsrecht",
    ]
    let shared = SharedTopics(topics, in: space)
    let names = shared.places.map { $0.map { shared.tags[$0].name } }
    #expect(names[3] == names[4] && names[5] == names[6] && names[8] == names[9])
    #expect(Set([names[0], names[3], names[5], names[7], names[8], names[10], names[11]]).count == 7)
    #expect(Set(names.suffix(3)).count == 3)
  }

  @Test("A theme finds its subjects in the other language")
  func theme() {
    let shared = SharedTopics(["Krankenhausplanung", "Schach", "artificial intelligence", "Weinbau"], in: space)
    let relevance = shared.relevance(
      to: space.theme([("Hospitals of the future", 1), ("Was darf künstliche Intelligenz entscheiden?", 0.5)]))
    #expect(min(relevance[0], relevance[2]) > max(relevance[1], relevance[3]))
  }
}
