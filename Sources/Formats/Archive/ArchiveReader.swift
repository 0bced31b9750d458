import Foundation

/// Extracts from a ZIP the files that may be lists.
enum ArchiveReader {
  /// In one archive, and in all archives of a file together.
  static let mostFiles = 200

  static var tooManyFiles: Problem { Problem("import.problem.tooManyFiles", ["limit": String(mostFiles)]) }

  /// Problems: `import.problem.encryptedArchive`, `.archiveOfNothing`, `.tooManyFiles` with `limit`, `.zipBomb`,
  /// `.brokenDocument`.
  static func files(of data: Data, limits: ReadingLimits) throws -> [InnerFile] {
    do {
      let zip = try ZipFile(data, limits: limits)
      let names = zip.names.filter(isWanted)
      guard !names.isEmpty else { throw Problem("import.problem.archiveOfNothing") }
      guard names.count <= mostFiles else {
        throw tooManyFiles
      }
      return try names.map { InnerFile(name: $0, data: try content($0, of: zip, limits: limits)) }
    } catch let problem as Problem where problem.key == "import.problem.brokenWorkbook" {
      throw Problem("import.problem.brokenDocument", ["part": problem.arguments["part"] ?? ""])
    } catch let problem as Problem where problem.key == "import.problem.encrypted" {
      throw Problem("import.problem.encryptedArchive")
    }
  }

  private static func content(_ name: String, of zip: ZipFile, limits: ReadingLimits) throws -> Data {
    var data = Data()
    _ = try zip.read(name) { piece in
      guard data.count + piece.count <= limits.textBytes else { throw UnpackingBudget.bomb(limit: limits.textBytes) }
      data.append(contentsOf: piece)
    }
    return data
  }

  /// False for folders, for the files that Macs and Windows add, for pictures, and for notes about the archive.
  private static func isWanted(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if path.hasSuffix("/") || path.hasPrefix("__MACOSX") || name.hasPrefix(".") || name == "thumbs.db" { return false }
    if ["readme", "license", "liesmich"].contains(where: name.hasPrefix) { return false }
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    return !unread.contains(ending)
  }

  private static let unread: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "tif", "tiff", "css", "js", "woff", "woff2", "ttf", "mp4",
    "mp3", "mov", "exe", "dll", "ini",
  ]
}
