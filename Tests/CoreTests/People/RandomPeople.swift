import TestKit

@testable import Core

/// Invented people assembled from a few parts, so that many of them are alike.
struct RandomPeople {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func next() -> PersonRecord {
    PersonRecord(
      name: pick(["Anna Beispiel", "Dr. Anna Beispiel", "Bert Muster", "Bert  Muster", "B. Muster", "Çelik Öz"]),
      email: pick(["", "", "a@example.org", "A@example.org", "b@example.org", "c@example.org"]),
      organisation: pick(["", "Muster AG", "muster ag", "Beispiel e.V."]),
      role: pick(["", "CTO", "IT"]), country: pick(["", "Norwegen", "Österreich"]),
      topics: (0..<3).map { _ in pick(["KI", "ki", "Führung", "Fuehrung", "Recht", "", "Daten"]) })
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }
}
