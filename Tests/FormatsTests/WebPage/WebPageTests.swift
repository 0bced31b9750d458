import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Web pages")
struct WebPageTests {
  @Test("A table is read with the addresses of its links; navigation, scripts and hidden parts are not")
  func table() throws {
    let page = """
      <!DOCTYPE html><html><head><title>x</title><style>td{}</style></head><body><nav><a href="/">Start</a></nav>
      <script>var a = "<td>no</td>";</script><p hidden>versteckt</p>
      <table><tr><th>Name<th>E-Mail<tr><td>Anna &amp; Co<td><a href="mailto:anna%40example.org?subject=x">Mail</a></table>
      <footer>Stand</footer></body></html>
      """
    let parts = try DirectReading.parts(of: Data(page.utf8))
    #expect(parts.cells == [["Name", "E-Mail"], ["Anna & Co", "Mail <anna@example.org>"]] && parts.lines.isEmpty)
  }

  @Test("Merged cells reach into the rows below")
  func spans() throws {
    let page = "<table><tr><td rowspan=2>AG<td>Anna<tr><td>Bea<tr><td colspan=2>Ende</table>"
    #expect(try DirectReading.parts(of: Data(page.utf8)).cells == [["AG", "Anna"], ["AG", "Bea"], ["Ende"]])
  }

  @Test("Cards that look alike are rows, their classes the header")
  func cards() throws {
    let card = { (name: String) in
      """
      <div class="speaker"><h3 class="speaker-name">\(name)</h3><p class="company">Beispiel AG</p>
      <p class="email"><a href="mailto:\(name)@example.org">schreiben</a></p></div>
      """
    }
    let page = "<html><body><h1>Speakers</h1>\(["anna", "bea", "carl"].map(card).joined())</body></html>"
    let reading = try Reading(page)
    #expect(reading.people.map(\.email) == ["anna@example.org", "bea@example.org", "carl@example.org"])
    #expect(reading.people.allSatisfy { $0.organisation == "Beispiel AG" })
  }

  @Test("An address that Cloudflare hides is shown as browsers show it")
  func protected() {
    let key: UInt8 = 0x42
    let hidden = ([key] + "a@example.org".utf8.map { $0 ^ key }).map { String(format: "%02x", $0) }.joined()
    #expect(ProtectedAddress.decode(hidden) == "a@example.org" && ProtectedAddress.decode("4") == nil)
  }

  @Test("The encoding a page names counts if its bytes are not UTF-8")
  func encoding() throws {
    let head = Data("<html><meta charset=\"windows-1250\"><table><tr><td>".utf8)
    let parts = try DirectReading.parts(of: head + Data([0xA3, 0x75, 0x6B]) + Data("</table>".utf8))
    #expect(parts.cells == [["Łuk"]])
  }

  @Test(
    "Whatever is nested or left open, reading ends",
    arguments: ["<table><tr><td>", "<div>", "<li>", "<a href=", "<!--"])
  func floods(piece: String) throws {
    let page = "<html>" + String(repeating: piece, count: 20_000)
    let taken = processorTime {
      do { _ = try DirectReading.parts(of: Data(page.utf8)) } catch { #expect(error is Problem) }
    }
    #expect(taken < .seconds(20))
  }
}
