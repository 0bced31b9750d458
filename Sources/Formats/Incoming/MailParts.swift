import CGMime
import Foundation

extension Data {
  /// With `\n` where a program of old ended its lines with `\r` alone.
  fileprivate var withLineEnds: Data { contains(0x0A) ? self : Data(map { $0 == 0x0D ? 0x0A : $0 }) }
}

/// A mail's header and its parts, decoded, within limits.
struct MailParts {
  struct Part {
    /// `text/plain`, in lower case.
    let type: String
    /// The number of messages around it: 0 for what was written, more for what was returned or forwarded.
    let depth: Int
    let name: String
    /// Text is UTF-8.
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isCalendar: Bool {
      ["text/calendar", "application/ics"].contains(type) || name.lowercased().hasSuffix(".ics")
    }
  }

  private let limits: IncomingLimits
  private(set) var headers = MailHeaders()
  private(set) var sender: Correspondent?
  private(set) var date: Date?
  private(set) var parts: [Part] = []
  /// Headers of the mails inside.
  private(set) var inner: [MailHeaders] = []
  /// The type of the whole: `multipart/report`.
  private(set) var type = ""

  /// Nil for bytes that are no mail, or one that nests too deep.
  init?(_ data: Data, limits: IncomingLimits) {
    let data = data.prefix(limits.bytes).withLineEnds
    guard !data.isEmpty, MailNesting.count(in: data, upTo: limits.nesting) <= limits.nesting else { return nil }
    self.limits = limits
    guard GMimeReading.withMessage(in: Data(data), { take($0) }) != nil, !headers.fields.isEmpty else { return nil }
  }

  /// The text that was written: the plain one if there is one, otherwise that of its HTML page.
  var body: String {
    let own = parts.filter { $0.depth == 0 }
    if let plain = own.first(where: { $0.type == "text/plain" && !$0.bytes.allSatisfy { $0 <= 0x20 } }) {
      return plain.text
    }
    guard let page = own.first(where: { $0.type == "text/html" }) else { return "" }
    return Self.lines(ofPage: page.bytes)
  }

  /// True if it comes from an address such as `no-reply@`.
  var takesNoAnswer: Bool {
    let sender = (sender?.address ?? "").lowercased()
    return BounceWords.unattended.contains { sender.hasPrefix($0) }
  }

  /// True for a provider's report that somebody complained (RFC 5965).
  var isComplaint: Bool { parts.contains { $0.depth == 0 && $0.type == "message/feedback-report" } }

  /// Ids of the mails inside, even if only their header was returned.
  var returnedIDs: [String] {
    inner.flatMap { $0.messageIDs("message-id") }
  }

  private mutating func take(_ message: UnsafeMutablePointer<GMimeMessage>) {
    headers = GMimeReading.headers(of: GMimeText.object(message))
    sender = Self.sender(of: message)
    date = g_mime_message_get_date(message).map { Date(timeIntervalSince1970: Double(g_date_time_to_unix($0))) }
    guard let part = g_mime_message_get_mime_part(message) else { return }
    type = GMimeReading.type(of: part)
    take(part, depth: 0)
  }

  /// What calls itself multipart and has no parts is plain text.
  private mutating func keepPrologue(of multipart: UnsafeMutablePointer<GMimeMultipart>, depth: Int) {
    guard let text = g_mime_multipart_get_prologue(multipart).map({ String(cString: $0) }) else { return }
    parts.append(Part(type: "text/plain", depth: depth, name: "", bytes: Array(text.utf8.prefix(limits.partBytes))))
  }

  private mutating func take(_ object: GMimeText.Object, depth: Int) {
    guard parts.count + inner.count < limits.parts, depth <= limits.nesting else { return }
    if GMimeReading.is(object, g_mime_multipart_get_type()) {
      let multipart = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimeMultipart.self)
      let count = min(g_mime_multipart_get_count(multipart), Int32(limits.parts))
      if count <= 0 { keepPrologue(of: multipart, depth: depth) }
      for index in 0..<max(0, count) {
        if let part = g_mime_multipart_get_part(multipart, index) { take(part, depth: depth) }
      }
    } else if GMimeReading.is(object, g_mime_message_part_get_type()) {
      let holder = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimeMessagePart.self)
      guard let message = g_mime_message_part_get_message(holder) else { return }
      inner.append(GMimeReading.headers(of: GMimeText.object(message)))
      if let part = g_mime_message_get_mime_part(message) { take(part, depth: depth + 1) }
    } else if GMimeReading.is(object, g_mime_part_get_type()) {
      keep(object, depth: depth)
    }
  }

  private mutating func keep(_ object: GMimeText.Object, depth: Int) {
    let type = GMimeReading.type(of: object)
    let part = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GMimePart.self)
    let name = g_mime_part_get_filename(part).map { String(cString: $0) } ?? ""
    let isText = type.hasPrefix("text/")
    guard isText || type.hasPrefix("message/") || type == "application/ics" || name.lowercased().hasSuffix(".ics")
    else {
      return
    }
    let bytes: [UInt8] =
      isText && GMimeReading.is(object, g_mime_text_part_get_type())
      ? Array((GMimeReading.text(of: object) ?? "").utf8.prefix(limits.partBytes))
      : Array(GMimeReading.content(of: object).prefix(limits.partBytes))
    if type == "text/rfc822-headers" || type == "message/rfc822-headers" || type == "message/rfc822" {
      inner.append(HeaderBlock(bytes[...]).headers)
    } else {
      parts.append(Part(type: type, depth: depth, name: name, bytes: bytes))
    }
  }

  private static func sender(of message: UnsafeMutablePointer<GMimeMessage>) -> Correspondent? {
    for kind in [GMIME_ADDRESS_TYPE_FROM, GMIME_ADDRESS_TYPE_SENDER] {
      guard let list = g_mime_message_get_addresses(message, kind), internet_address_list_length(list) > 0,
        let first = internet_address_list_get_address(list, 0)
      else { continue }
      let object = UnsafeMutableRawPointer(first)
      let instance = object.assumingMemoryBound(to: GTypeInstance.self)
      guard g_type_check_instance_is_a(instance, internet_address_mailbox_get_type()) != 0,
        let address = internet_address_mailbox_get_addr(object.assumingMemoryBound(to: InternetAddressMailbox.self))
      else { continue }
      let name = internet_address_get_name(first).map { String(cString: $0) } ?? ""
      return Correspondent(name: String(name.inOneLine.prefix(200)), address: String(cString: address))
    }
    return nil
  }

  private static func lines(ofPage bytes: [UInt8]) -> String {
    let parts = (try? WebPageReader.parts(of: Data(bytes), limits: .standard)) ?? []
    return parts.map { part in
      switch part {
      case .lines(let lines): lines.map(\.text).joined(separator: "\n")
      case .table(let rows): rows.map { $0.cells.joined(separator: " ") }.joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }
}
