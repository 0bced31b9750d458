import Foundation
import Words

/// The table of German and English words that comes with the program.
package enum BundledWords {
  /// Opened once, mapped into memory: only what is asked for is read. Nil, and topics are compared without it, where the
  /// file was left out; an error for a file that is damaged.
  package static func table() throws -> WordTable? { try opened.get() }

  private static let opened = Result { try open(Bundle.module.bundleURL.appending(path: "Words/german-english.words")) }

  private static func open(_ file: URL) throws -> WordTable? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try WordTable(Data(contentsOf: file, options: .mappedIfSafe))
  }
}
