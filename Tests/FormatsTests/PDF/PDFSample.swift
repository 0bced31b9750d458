import Foundation

/// Writes PDF files whose words are where a test wants them, in Helvetica of 10 points.
struct PDFSample {
  private var pages: [String] = [""]

  mutating func addPage() { pages.append("") }

  /// - Parameter y: from the top, in points.
  mutating func add(_ text: String, x: Int, y: Int) {
    let escaped = text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
    pages[pages.count - 1] += "BT /F 10 Tf \(x) \(842 - y) Td (\(escaped)) Tj ET\n"
  }

  mutating func add(row cells: [String], at columns: [Int], y: Int) {
    for (text, x) in zip(cells, columns) where !text.isEmpty { add(text, x: x, y: y) }
  }

  func data() -> Data {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    var kids: [String] = []
    for page in pages {
      let number = objects.count + 1
      kids.append("\(number) 0 R")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(number + 1) 0 R "
          + "/Resources << /Font << /F 3 0 R >> >> >>")
      objects.append("<< /Length \(page.unicodeScalars.count) >>\nstream\n\(page)endstream")
    }
    objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>"
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.unicodeScalars.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.unicodeScalars.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { text += String(format: "%010d 00000 n \n", place) }
    text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
  }
}
