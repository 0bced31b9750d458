import Foundation
import HTMLEvents

/// Receives a web page in the order of its text. An error thrown by a method stops the reading and reaches the caller.
protocol HTMLHandler: AnyObject {
  func start(_ tag: HTMLTag) throws
  func end(_ name: String) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// An opening tag; valid only during the call that passes it.
struct HTMLTag {
  /// In lower case.
  let name: String
  fileprivate let attributes: UnsafePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, with entities replaced; empty for one without a value.
  subscript(attribute: String) -> String? {
    guard var pair = attributes else { return nil }
    while let key = pair[0] {
      if String(cString: key) == attribute { return pair[1].map { String(cString: $0) } ?? "" }
      pair += 2
    }
    return nil
  }
}

/// Reads HTML as forgivingly as browsers do, as a stream over libxml2's parser: no tree is built, so nesting costs
/// nothing.
final class HTMLScanner {
  private let handler: any HTMLHandler
  private var failure: (any Error)?

  private init(_ handler: any HTMLHandler) { self.handler = handler }

  /// - Parameter bytes: UTF-8; the page's own statement of its encoding is ignored.
  static func read(_ bytes: [UInt8], handler: any HTMLHandler) throws {
    let scanner = HTMLScanner(handler)
    let events = html_events(
      start: { HTMLScanner.from($0)?.start($1, $2) ?? 1 }, end: { HTMLScanner.from($0)?.end($1) ?? 1 },
      text: { HTMLScanner.from($0)?.text($1, $2) ?? 1 })
    // The scanner outlives every callback, because callbacks come only while `html_read` runs.
    let context = Unmanaged.passUnretained(scanner).toOpaque()
    bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = html_read(start, Int32(clamping: raw.count), events, context)
    }
    if let failure = scanner.failure { throw failure }
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> HTMLScanner? {
    user.map { Unmanaged<HTMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?) -> Int32 {
    guard let name else { return 0 }
    return attempt { try handler.start(HTMLTag(name: String(cString: name).lowercased(), attributes: attributes)) }
  }

  private func end(_ name: UnsafePointer<CChar>?) -> Int32 {
    guard let name else { return 0 }
    return attempt { try handler.end(String(cString: name).lowercased()) }
  }

  private func text(_ start: UnsafePointer<CChar>?, _ count: Int32) -> Int32 {
    guard let start, count > 0 else { return 0 }
    return attempt {
      try start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        try handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
  }

  /// Keeps the first error: nothing may be thrown through C.
  private func attempt(_ body: () throws -> Void) -> Int32 {
    guard failure == nil else { return 1 }
    do {
      try body()
      return 0
    } catch {
      failure = error
      return 1
    }
  }
}
