import Testing

@testable import Core

@Suite struct ColourTests {
  @Test("Contrast follows WCAG")
  func contrast() throws {
    let (black, white) = (try #require(Colour("#000000")), try #require(Colour("#ffffff")))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(white.contrast(with: white) == 1)
    // The published example of the borderline.
    let (grey, bar) = (try #require(Colour("#767676")), try #require(Colour("#0f2f33")))
    #expect(abs(grey.contrast(with: white) - 4.54) < 0.01)
    #expect(bar.contrast(with: .barText) > Colour.readable)
  }

  @Test(
    "A colour is a # and six digits", arguments: ["", "#fff", "0f2f33", "#0f2f3g", "#+f2f33", "#0f2f333", "#٠٠٠٠٠٠"])
  func refused(_ text: String) { #expect(Colour(text) == nil) }

  @Test("A colour is written as it was read")
  func text() { #expect(Colour("#0F2F03")?.text == "#0f2f03") }
}
