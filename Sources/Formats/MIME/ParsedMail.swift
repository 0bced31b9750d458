import CGMime
import Foundation

/// The parts of a mail, decoded, over GMime's parser.
struct ParsedMail {
  private static let mostParts = 500
  private(set) var attachments: [InnerFile] = []
  /// Texts in the order they stand, in UTF-8.
  private(set) var plain: [String] = []
  private(set) var html: [String] = []
  /// The value of `To:` and of `Cc:`, decoded.
  private(set) var recipients: [String] = []

  /// Nil for what holds no mail.
  init?(_ data: Data) {
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
    takeRecipients(of: message)
    takeParts(of: message)
  }

  private mutating func takeRecipients(of message: UnsafeMutablePointer<GMimeMessage>) {
    for kind in [GMIME_ADDRESS_TYPE_TO, GMIME_ADDRESS_TYPE_CC] {
      guard let list = g_mime_message_get_addresses(message, kind),
        let text = internet_address_list_to_string(list, nil, 0)
      else { continue }
      defer { g_free(text) }
      let value = String(cString: text)
      if !value.isEmpty { recipients.append(value) }
    }
  }

  private mutating func takeParts(of message: UnsafeMutablePointer<GMimeMessage>) {
    guard let iterator = g_mime_part_iter_new(GMimeText.object(message)) else { return }
    defer { g_mime_part_iter_free(iterator) }
    for _ in 0..<Self.mostParts {
      if let part = g_mime_part_iter_get_current(iterator) { take(part) }
      guard g_mime_part_iter_next(iterator) != 0 else { break }
    }
  }

  private mutating func take(_ object: GMimeText.Object) {
    guard Self.is(object, g_mime_part_get_type()) else { return }
    let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimePart.self)
    let name = g_mime_part_get_filename(part).map { String(cString: $0) } ?? ""
    let type = g_mime_object_get_content_type(object)
    let isText = Self.is(object, g_mime_text_part_get_type())
    let isHTML = g_mime_content_type_is_type(type, "text", "html") != 0
    let isPlain = g_mime_content_type_is_type(type, "text", "plain") != 0
    if isText, isHTML || isPlain, name.isEmpty, let text = Self.text(of: object) {
      if isHTML { html.append(text) } else { plain.append(text) }
    } else if g_mime_content_type_is_type(type, "image", "*") == 0 {
      attachments.append(InnerFile(name: name, data: Self.content(of: part)))
    }
  }

  private static func text(of object: GMimeText.Object) -> String? {
    let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimeTextPart.self)
    guard let text = g_mime_text_part_get_text(part) else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  private static func content(of part: UnsafeMutablePointer<GMimePart>) -> Data {
    guard let content = g_mime_part_get_content(part), let stream = g_mime_stream_mem_new() else { return Data() }
    defer { g_object_unref(stream) }
    g_mime_data_wrapper_write_to_stream(content, stream)
    let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
    guard let array = g_mime_stream_mem_get_byte_array(memory), let start = array.pointee.data else { return Data() }
    return Data(bytes: start, count: Int(array.pointee.len))
  }

  private static func `is`(_ object: GMimeText.Object, _ type: GType) -> Bool {
    let instance = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GTypeInstance.self)
    return g_type_check_instance_is_a(instance, type) != 0
  }
}
