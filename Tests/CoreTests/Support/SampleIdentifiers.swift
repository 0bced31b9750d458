import Foundation

@testable import Core

extension Identifier {
  /// The same id for the same number; a greater number gives an id that sorts later.
  static func sample(_ number: Int) -> Self {
    Identifier(at: Date(timeIntervalSince1970: 1_800_000_000 + Double(number)), random: (1, UInt64(number)))
  }
}
