/// Receives an XML document in the order of its text. An error thrown by a method stops the reading and reaches the
/// caller.
package protocol XMLHandler: AnyObject {
  /// `line` returns the line of the source on which the tag begins, counted from 1; it has to count, so call it only if
  /// needed.
  func start(_ element: XMLElement, line: () -> Int) throws
  /// `name` is the name without its namespace prefix.
  func end(_ name: String) throws
  /// A piece of text as UTF-8, with entities replaced. One text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}
