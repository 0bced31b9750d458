import Formats
import Foundation

/// A file given to a command, or standard input.
struct ListFile {
  struct Unreadable: Error {
    let file: String
  }

  private let file: String

  /// - Parameter file: a path, or `-` for standard input.
  init(_ file: String) {
    self.file = file
  }

  func content() throws -> Data {
    guard file == "-" else {
      guard let data = FileManager.default.contents(atPath: file) else { throw Unreadable(file: file) }
      return data
    }
    var data = Data()
    // Reading one byte more than the limit shows that it is too much.
    while data.count <= ReadingLimits.standard.fileBytes,
      let more = try FileHandle.standardInput.read(upToCount: 1 << 20), !more.isEmpty
    {
      data.append(more)
    }
    return data
  }
}
