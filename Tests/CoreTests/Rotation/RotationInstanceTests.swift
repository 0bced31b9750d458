import Foundation
import Testing

@testable import Core

@Suite("An instance of the rotation")
struct RotationInstanceTests {
  @Test(
    "A file that can't be taken is refused by its field",
    arguments: [
      (#"{"n": 0, "sizes": [[2]]}"#, "n"), (#"{"n": 2, "sizes": []}"#, "sizes"),
      (#"{"n": 2, "sizes": [[3]]}"#, "sizes[0]"), (#"{"n": 2, "sizes": [[0, 2]]}"#, "sizes[0]"),
      (#"{"n": 9223372036854775807, "sizes": [[4]]}"#, "n"), (#"{"n": -9223372036854775808, "sizes": [[4]]}"#, "n"),
      (#"{"n": 2, "rounds": 2, "sizes": [[2]]}"#, "rounds"),
      (#"{"n": 2, "sizes": [[2]], "present": [[0]]}"#, "present"),
      (#"{"n": 2, "sizes": [[2]], "present": [[0], [1]]}"#, "present[1]"),
      (#"{"n": 2, "sizes": [[2]], "must": [[0]]}"#, "must[0]"),
      (#"{"n": 2, "sizes": [[2]], "forbid": [[0, 2]]}"#, "forbid"),
      (#"{"n": 2, "sizes": [[2]], "weights": [[0, 1]]}"#, "weights[0]"),
      (#"{"n": 2, "sizes": [[2]], "weights": [[0, 1, -1]]}"#, "weights"),
      (#"{"n": 2, "sizes": [[2]], "default": 5000}"#, "default"),
    ])
  func refuses(file: String, field: String) throws {
    let decoded = try JSONDecoder().decode(InstanceFile.self, from: Data(file.utf8))
    let problem = #expect(throws: InstanceProblem.self) { try decoded.instance() }
    #expect(problem?.field == field)
  }

  @Test(
    "A question for the next seating may name any round: no number ends the program",
    arguments: [Int.min, -1, 0, 1, 1000, Int.max])
  func extremes(number: Int) throws {
    for fields in ["\"t\": \(number)", "\"rounds\": \(number)", "\"t\": \(number), \"rounds\": \(number)"] {
      let question = "{\"present\": [0, 1, 2, 3], \"sizes\": [2, 2], \(fields)}"
      let round = try JSONDecoder().decode(LiveQuestion.self, from: Data(question.utf8)).nextRound()
      #expect(round.seating(seed: 1, steps: 100).map(\.count) == [2, 2])
    }
  }

  @Test("Without wishes everybody is there all the time")
  func defaults() throws {
    let file = #"{"n": 5, "sizes": [[3, 2], [3, 2]]}"#
    let instance = try JSONDecoder().decode(InstanceFile.self, from: Data(file.utf8)).instance()
    #expect(try instance == RotationInstance(guests: 5, perTable: 3, rounds: 2))
  }

  @Test(
    "Tables are even, and nobody sits alone",
    arguments: [
      (12, 4, [4, 4, 4]), (9, 4, [5, 4]), (50, 6, [7, 7, 6, 6, 6, 6, 6, 6]), (3, 2, [3]), (1, 4, [1]), (0, 4, []),
    ])
  func tables(guests: Int, seats: Int, sizes: [Int]) {
    #expect(TableSizes.even(guests, near: seats) == sizes)
  }
}
