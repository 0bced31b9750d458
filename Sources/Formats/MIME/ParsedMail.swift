import CGMime
import Foundation

/// The parts of a mail, decoded by GMime's parser.
struct ParsedMail {
  private static let mostParts = 500
  private(set) var attachments: [InnerFile] = []
  /// Texts in order, in UTF-8.
  private(set) var plain: [String] = []
  private(set) var html: [String] = []
  /// The value of `To:` and of `Cc:`, decoded.
  private(set) var recipients: [String] = []

  /// Nil for bytes without a mail.
  init?(_ data: Data) {
    let taken: Void? = GMimeReading.withMessage(in: data) { message in
      takeRecipients(of: message)
      takeParts(of: message)
    }
    if taken == nil { return nil }
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
    guard GMimeReading.is(object, g_mime_part_get_type()) else { return }
    let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimePart.self)
    let name = g_mime_part_get_filename(part).map { String(cString: $0) } ?? ""
    let type = g_mime_object_get_content_type(object)
    let isText = GMimeReading.is(object, g_mime_text_part_get_type())
    let isHTML = g_mime_content_type_is_type(type, "text", "html") != 0
    let isPlain = g_mime_content_type_is_type(type, "text", "plain") != 0
    if isText, isHTML || isPlain, name.isEmpty, let text = GMimeReading.text(of: object) {
      if isHTML { html.append(text) } else { plain.append(text) }
    } else if g_mime_content_type_is_type(type, "image", "*") == 0 {
      attachments.append(InnerFile(name: name, data: GMimeReading.content(of: object)))
    }
  }
}
