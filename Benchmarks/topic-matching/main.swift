import Foundation
import Words

// Measures how often a topic's nearest neighbour is the same subject: `topic-matching CONCEPTS [TABLE]`.
// CONCEPTS has a subject per line, its four columns two English and two German names, parted by tabs.
let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first else {
  print("usage: topic-matching CONCEPTS [TABLE]")
  exit(2)
}
let concepts = try Concepts(String(contentsOfFile: path, encoding: .utf8))
let table = try arguments.dropFirst().first.map {
  try WordTable(Data(contentsOf: URL(filePath: $0), options: .alwaysMapped))
}
if arguments.contains("--evidence") {
  concepts.printEvidence(in: TopicSpace(table: table, topics: concepts.phrases))
} else {
  for method in Method.all(table: table, concepts: concepts) { method.measure(concepts).print() }
}
