import Foundation
import Words

/// The table of German and English words that comes with the program.
package enum BundledWords {
  /// Opened once and mapped into memory: only the parts used are read. Nil if the file was left out, and topics are
  /// then compared without it; an error for a damaged file.
  package static func table() throws -> WordTable? { try opened.get() }

  private static let opened = Result { try open(Bundle.module.bundleURL.appending(path: "Words/german-english.words")) }

  private static func open(_ file: URL) throws -> WordTable? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try WordTable(Data(contentsOf: file, options: .mappedIfSafe))
  }
}
