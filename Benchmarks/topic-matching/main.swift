import Foundation
import Words

// Measures how often a topic's nearest neighbour is the same subject, and how long a large list takes: `topic-matching
// CONCEPTS [TABLE [--evidence]]`. CONCEPTS has a subject per line, with two English and two German names in its four
// columns, separated by tabs. `--evidence` prints the common ground of pairs instead, for fitting
// `Evidence.similarity`.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let path = arguments.first else {
  print("usage: topic-matching CONCEPTS [TABLE [--evidence]]")
  exit(2)
}
let concepts = try Concepts(String(contentsOfFile: path, encoding: .utf8))
let table = try arguments.dropFirst().first.map {
  try WordTable(Data(contentsOf: URL(filePath: $0), options: .alwaysMapped))
}
let space = TopicSpace(table: table, topics: concepts.phrases)
if arguments.contains("--evidence") {
  concepts.printEvidence(in: space)
} else {
  print("method".padding(toLength: 24, withPad: " ", startingAt: 0), "de-en same  time a phrase")
  for method in Method.all(table: table, concepts: concepts) { method.measure(concepts).print() }
  for people in [1_000, 100_000] { Gathering(people: people, phrases: concepts.phrases).measure(in: space) }
}
