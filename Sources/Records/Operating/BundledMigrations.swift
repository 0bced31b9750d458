import Database
import Foundation
import Hashes
import House

/// The steps of the schema that come with the program: `001.sql`, `002.sql`, …
package func bundledMigrations() throws -> [Migration] {
  let folder = Bundle.module.bundleURL.appending(path: "Migrations")
  return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "sql" }
    .compactMap { file in
      guard let number = Int(file.deletingPathExtension().lastPathComponent) else { return nil }
      let script = try String(contentsOf: file, encoding: .utf8)
      return Migration(number: number, script: script, hash: SHA256Text.hash)
    }
}
