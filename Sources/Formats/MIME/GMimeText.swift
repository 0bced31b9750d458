import CGMime

/// The few GMime objects a letter is made of. The receiver of an object releases it, except for `multipart`, which
/// takes over the ones it is given.
enum GMimeText {
  typealias Object = UnsafeMutablePointer<GMimeObject>

  /// A part of text in UTF-8, as quoted-printable: it passes every server, and its lines stay short.
  static func text(_ text: String, _ subtype: String, method: String? = nil, name: String? = nil) -> Object {
    let part = object(g_mime_text_part_new_with_subtype(subtype))
    if let method { g_mime_object_set_content_type_parameter(part, "method", method) }
    g_mime_object_set_content_type_parameter(part, "charset", "utf-8")
    if let name { g_mime_object_set_content_type_parameter(part, "name", name) }
    let lines = text.withPlainLineEnds
    setContent(
      of: part, Array((lines.hasSuffix("\n") ? lines : lines + "\n").utf8),
      encoding: GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
    return part
  }

  /// A calendar file as an attachment, byte for byte.
  static func attachment(_ text: String, name: String) -> Object {
    let part = object(g_mime_part_new_with_type("application", "ics"))
    g_mime_object_set_content_type_parameter(part, "name", name)
    g_mime_object_set_disposition(part, "attachment")
    g_mime_object_set_content_disposition_parameter(part, "filename", name)
    setContent(of: part, Array(text.utf8), encoding: GMIME_CONTENT_ENCODING_BASE64)
    return part
  }

  static func multipart(_ subtype: String, _ boundary: String, _ parts: [Object]) -> Object {
    let multipart = object(g_mime_multipart_new_with_subtype(subtype))
    multipart.withRebound(GMimeMultipart.self) { multipart in
      g_mime_multipart_set_boundary(multipart, boundary)
      for part in parts {
        g_mime_multipart_add(multipart, part)
        g_object_unref(part)
      }
    }
    return multipart
  }

  /// Sets a header to an ASCII value, already folded where necessary.
  static func setHeader(_ name: String, _ value: String, of object: Object) {
    g_mime_object_set_header(object, name, value, nil)
    let header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name)
    g_mime_header_set_raw_value(header, " \(value)\r\n")
  }

  /// A header's value as it will be written, folds included; empty if there is none.
  static func header(_ name: String, of object: Object) -> String {
    let header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name)
    guard let header, let value = g_mime_header_get_raw_value(header) else { return "" }
    return String(cString: value)
  }

  /// The object as bytes, with CRLF.
  static func bytes(of object: Object) -> [UInt8] {
    let options = g_mime_format_options_new()
    defer { g_mime_format_options_free(options) }
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
    guard let stream = g_mime_stream_mem_new() else { return [] }
    defer { g_object_unref(stream) }
    g_mime_object_write_to_stream(object, options, stream)
    return stream.withRebound(GMimeStreamMem.self) { memory in
      guard let array = g_mime_stream_mem_get_byte_array(memory) else { return [] }
      return Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
    }
  }

  /// GObject types begin with their parent's fields, so a pointer to one is a pointer to the other.
  static func object<Part>(_ part: UnsafeMutablePointer<Part>) -> Object {
    UnsafeMutableRawPointer(part).assumingMemoryBound(to: GMimeObject.self)
  }

  private static func setContent(of part: Object, _ bytes: [UInt8], encoding: GMimeContentEncoding) {
    let stream = bytes.withUnsafeBytes { raw in
      g_mime_stream_mem_new_with_buffer(raw.bindMemory(to: CChar.self).baseAddress, raw.count)
    }
    let content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
    part.withRebound(GMimePart.self) { part in
      g_mime_part_set_content(part, content)
      g_mime_part_set_content_encoding(part, encoding)
    }
    g_object_unref(content)
    g_object_unref(stream)
  }
}

extension UnsafeMutablePointer {
  /// This object seen as one of its own kinds.
  fileprivate func withRebound<Kind, Result>(
    _ kind: Kind.Type, _ body: (UnsafeMutablePointer<Kind>) -> Result
  ) -> Result {
    body(UnsafeMutableRawPointer(self).assumingMemoryBound(to: kind))
  }
}
