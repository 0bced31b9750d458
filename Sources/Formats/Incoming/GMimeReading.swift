import CGMime
import Foundation

/// Helpers for reading GMime's objects.
enum GMimeReading {
  /// Accessed before any use of GMime. There is one for the whole program: GMime counts its initialisations without a
  /// lock, so a second one beside the first would go on before the first is done.
  static let isSetUp: Bool = {
    g_mime_init()
    return true
  }()

  /// Passes on the message in these bytes; nil if there is none.
  static func withMessage<Result>(
    in data: Data, _ body: (UnsafeMutablePointer<GMimeMessage>) -> Result
  ) -> Result? {
    guard isSetUp else { return nil }
    let memory = data.withUnsafeBytes { raw in
      g_mime_stream_mem_new_with_buffer(raw.bindMemory(to: CChar.self).baseAddress, raw.count)
    }
    guard let stream = memory else { return nil }
    defer { g_object_unref(stream) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
    defer { g_object_unref(parser) }
    if data.starts(with: "From ".utf8) { g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX) }
    guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
    defer { g_object_unref(message) }
    return body(message)
  }

  /// The part's text in UTF-8, whatever its charset.
  static func text(of object: GMimeText.Object) -> String? {
    let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimeTextPart.self)
    guard let text = g_mime_text_part_get_text(part) else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// The part's bytes, decoded.
  static func content(of object: GMimeText.Object) -> Data {
    let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimePart.self)
    guard let content = g_mime_part_get_content(part), let stream = g_mime_stream_mem_new() else { return Data() }
    defer { g_object_unref(stream) }
    g_mime_data_wrapper_write_to_stream(content, stream)
    let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
    guard let array = g_mime_stream_mem_get_byte_array(memory), let start = array.pointee.data else { return Data() }
    return Data(bytes: start, count: Int(array.pointee.len))
  }

  static func headers(of object: GMimeText.Object) -> MailHeaders {
    var headers = MailHeaders()
    guard let list = g_mime_object_get_header_list(object) else { return headers }
    for index in 0..<g_mime_header_list_get_count(list) {
      guard let header = g_mime_header_list_get_header_at(list, index), let name = g_mime_header_get_name(header)
      else { continue }
      headers.add(String(cString: name), g_mime_header_get_value(header).map { String(cString: $0) } ?? "")
    }
    return headers
  }

  /// `text/plain`, in lower case.
  static func type(of object: GMimeText.Object) -> String {
    guard let type = g_mime_object_get_content_type(object), let text = g_mime_content_type_get_mime_type(type)
    else { return "" }
    defer { g_free(text) }
    return String(cString: text).lowercased()
  }

  static func `is`(_ object: GMimeText.Object, _ type: GType) -> Bool {
    let instance = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GTypeInstance.self)
    return g_type_check_instance_is_a(instance, type) != 0
  }
}
