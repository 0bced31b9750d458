import Core
import Foundation
import House

extension Phrases {
  /// The words of a command, in the language that the reader's terminal is set to.
  static func ofTerminal() throws -> Phrases {
    Phrases(try Strings.bundled(), LanguageChoice.language(ProcessInfo.processInfo.environment))
  }
}
