import Foundation
import Testing

@testable import Formats

/// Collections of other people's bounces, which are not part of this one. With `BOUNCE_COLLECTION` naming a folder, what is read of each file
/// there is printed, to be held against what its collectors say.
@Suite("Collections of bounces")
struct BounceCollectionTests {
  private static let folder = ProcessInfo.processInfo.environment["BOUNCE_COLLECTION"].map { URL(filePath: $0) }

  @Test("What is read of each file of a collection", .enabled(if: folder != nil))
  func read() throws {
    let folder = try #require(Self.folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      guard let mail = IncomingMail(try Data(contentsOf: folder.appending(path: name))) else {
        print("\(name)\tnone")
        continue
      }
      print("\(name)\t\(Self.told(mail))")
    }
  }

  private static func told(_ mail: IncomingMail) -> String {
    if case .words = mail.content { return "words " + mail.text.said.replacing("\n", with: "|") }
    guard case .bounce(let bounce) = mail.content else { return "\(mail.content)" }
    return bounce.failures.map { "\($0.outcome.rawValue)=\($0.address)|\($0.forwarded)" }.joined(separator: "\t")
  }
}
