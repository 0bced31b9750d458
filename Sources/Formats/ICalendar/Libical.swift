import CIcal
import Foundation

/// libical's objects, reached by one thread at a time: it shares zones and errors between all of them.
enum Libical {
  private static let lock = NSLock()

  /// Passes on what libical makes of a file; nothing where it makes nothing of it.
  static func withCalendar<Result, Failure: Error>(
    _ bytes: some Sequence<UInt8>, _ body: (OpaquePointer) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    lock.lock()
    defer { lock.unlock() }
    icalerror_set_errors_are_fatal(0)
    let text = bytes.filter { $0 != 0 } + [0]
    let root = text.withUnsafeBytes { icalparser_parse_string($0.bindMemory(to: CChar.self).baseAddress) }
    guard let root else { return nil }
    defer { icalcomponent_free(root) }
    return try body(root)
  }

  /// Components of a kind: the root itself, if it is one, or those directly in it.
  static func components(_ kind: icalcomponent_kind, in root: OpaquePointer, most: Int) -> [OpaquePointer] {
    if icalcomponent_isa(root) == kind { return [root] }
    return all(icalcomponent_get_first_component(root, kind), most) { icalcomponent_get_next_component(root, kind) }
  }

  static func first(_ kind: icalproperty_kind, of component: OpaquePointer) -> OpaquePointer? {
    icalcomponent_get_first_property(component, kind)
  }

  static func properties(_ kind: icalproperty_kind, of component: OpaquePointer, most: Int) -> [OpaquePointer] {
    all(first(kind, of: component), most) { icalcomponent_get_next_property(component, kind) }
  }

  private static func all(
    _ first: OpaquePointer?, _ most: Int, next: () -> OpaquePointer?
  ) -> [OpaquePointer] {
    var (found, one) = ([OpaquePointer](), first)
    while let object = one, found.count < most {
      found.append(object)
      one = next()
    }
    return found
  }

  /// As it is written.
  static func value(_ property: OpaquePointer) -> String? {
    guard let text = icalproperty_get_value_as_string_r(property) else { return nil }
    defer { icalmemory_free_buffer(text) }
    return String(cString: text)
  }

  /// Without quotes; empty if there is none.
  static func parameter(_ name: String, of property: OpaquePointer) -> String {
    guard let text = icalproperty_get_parameter_as_string_r(property, name) else { return "" }
    defer { icalmemory_free_buffer(text) }
    return String(cString: text).filter { $0 != "\"" }
  }
}
