import Core
import Foundation

/// Answers each line with the next seating, or with the problem in the line.
struct RotateLive {
  let seed: UInt64

  func run() {
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      print(answer(line))
      fflush(nil)
    }
  }

  private func answer(_ line: String) -> String {
    do {
      let question = try RotateJSON.decode(LiveQuestion.self, Data(line.utf8))
      return try RotateJSON.text(["tables": question.nextRound().seating(seed: seed)])
    } catch let problem as InstanceProblem {
      return refusal(problem.description)
    } catch {
      return refusal("\(error)")
    }
  }

  private func refusal(_ reason: String) -> String {
    (try? RotateJSON.text(["error": reason])) ?? #"{"error": "line"}"#
  }
}
