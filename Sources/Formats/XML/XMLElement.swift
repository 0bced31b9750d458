import CExpat
import Glibc

/// The opening tag of an element. Valid only during the call that passes it, since attributes are read from the
/// parser's memory.
package struct XMLElement {
  /// The name without its namespace prefix.
  package let name: String
  private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(name: UnsafePointer<CChar>, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.name = String(cString: XMLElement.localName(name))
    self.attributes = attributes
  }

  /// The value of the first attribute with this local name, with entities replaced.
  package subscript(attribute: StaticString) -> String? {
    guard var pair = attributes else { return nil }
    let wanted = UnsafeRawPointer(attribute.utf8Start).assumingMemoryBound(to: CChar.self)
    while let key = pair[0], let value = pair[1] {
      if strcmp(XMLElement.localName(key), wanted) == 0 { return String(cString: value) }
      pair += 2
    }
    return nil
  }

  static func localName(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    guard let colon = strrchr(name, Int32(UInt8(ascii: ":"))) else { return name }
    return UnsafePointer(colon) + 1
  }
}
