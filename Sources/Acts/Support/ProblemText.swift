import Core
import Formats
import House

extension Phrases {
  /// The reason why a file or a row could not be read.
  package func callAsFunction(_ problem: Problem) -> String {
    self(problem.key, problem.arguments)
  }
}
