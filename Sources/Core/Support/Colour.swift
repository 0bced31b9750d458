import Foundation

/// A colour of the screen (sRGB).
package struct Colour: Sendable, Equatable {
  /// From 0 to 255.
  package let red, green, blue: Int

  /// - Parameter text: `#0f2f33`.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let number = Int(text.dropFirst(), radix: 16)
    else { return nil }
    (red, green, blue) = (number >> 16, number >> 8 & 255, number & 255)
  }

  private init(_ red: Int, _ green: Int, _ blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// `--ink` of the style sheet's evening, the colour of text on the bar.
  package static let barText = Colour(0xF5, 0xEB, 0xD6)
  /// The contrast with its ground that text of this size needs (WCAG 2.2, 1.4.3).
  package static let readable = 4.5

  /// `#0f2f33`.
  package var text: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// From 1, for the same colour, to 21, for black and white (WCAG 2.2, contrast ratio).
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ part: Int) -> Double {
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
