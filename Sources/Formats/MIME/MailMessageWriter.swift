import CGMime
import Foundation

/// Turns a checked message into GMime's objects, and those into bytes.
///
/// GMime initialises itself once; after that, objects not shared between threads need no lock.
struct MailMessageWriter {
  let message: MailMessage

  private static let calendarName = "invite.ics"

  func bytes() -> [UInt8] {
    guard GMimeReading.isSetUp, let mail = g_mime_message_new(0) else { return [] }
    defer { g_object_unref(mail) }
    addHeaders(to: mail)
    let body = body()
    g_mime_message_set_mime_part(mail, body)
    g_object_unref(body)
    return GMimeText.bytes(of: GMimeText.object(mail))
  }

  private func addHeaders(to mail: UnsafeMutablePointer<GMimeMessage>) {
    add(message.from, as: GMIME_ADDRESS_TYPE_FROM, to: mail)
    for replyTo in [message.replyTo, message.alsoReplyTo].compactMap({ $0 }) {
      add(replyTo, as: GMIME_ADDRESS_TYPE_REPLY_TO, to: mail)
    }
    add(message.to, as: GMIME_ADDRESS_TYPE_TO, to: mail)
    g_mime_message_set_subject(mail, message.subject.inOneLine, "utf-8")
    if let date = g_date_time_new_from_unix_utc(gint64(message.date.wholeSeconds)) {
      g_mime_message_set_date(mail, date)
      g_date_time_unref(date)
    }
    g_mime_message_set_message_id(mail, message.bareMessageID)
    shortenWords(of: mail)
    for (name, value) in furtherHeaders { GMimeText.setHeader(name, value, of: GMimeText.object(mail)) }
  }

  /// GMime doesn't cut long names without spaces.
  private func shortenWords(of mail: UnsafeMutablePointer<GMimeMessage>) {
    let object = GMimeText.object(mail)
    let mailboxes = [("From", message.from), ("To", message.to)] + (message.replyTo.map { [("Reply-To", $0)] } ?? [])
    for (name, mailbox) in mailboxes where EncodedPhrase.isTooLong(GMimeText.header(name, of: object)) {
      let target = GMimeText.header(name, of: object).split { $0.isWhitespace }.last.map(String.init) ?? ""
      GMimeText.setHeader(name, EncodedPhrase(mailbox.name.inOneLine).encoded + "\r\n " + target, of: object)
    }
    if EncodedPhrase.isTooLong(GMimeText.header("Subject", of: object)) {
      GMimeText.setHeader("Subject", EncodedPhrase(message.subject.inOneLine).encoded, of: object)
    }
  }

  private func add(_ mailbox: Correspondent, as kind: GMimeAddressType, to mail: UnsafeMutablePointer<GMimeMessage>) {
    let name = mailbox.name.inOneLine
    let address = internet_address_mailbox_new(name.isEmpty ? nil : name, mailbox.address)
    internet_address_set_charset(address, "utf-8")
    internet_address_list_add(g_mime_message_get_addresses(mail, kind), address)
    g_object_unref(address)
  }

  private var furtherHeaders: [(String, String)] {
    var headers: [(String, String)] = []
    if message.autoSubmitted { headers.append(("Auto-Submitted", "auto-generated")) }
    if let listID = message.listID { headers.append(("List-Id", "<\(listID)>")) }
    if let unsubscribe = message.listUnsubscribe {
      let targets = [unsubscribe.url] + (unsubscribe.mailto.map { ["mailto:" + $0] } ?? [])
      headers.append(("List-Unsubscribe", targets.map { "<\($0)>" }.joined(separator: ",\r\n ")))
      headers.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    }
    if message.unsent { headers.append(("X-Unsent", "1")) }
    return headers
  }

  /// The text alone, or beside its HTML, or either of these beside a calendar entry, which is attached a second time
  /// for programs that overlook it there.
  private func body() -> GMimeText.Object {
    var readings = [GMimeText.text(message.text, "plain")]
    if let html = message.html { readings.append(GMimeText.text(html, "html")) }
    guard let calendar = message.calendar else {
      return readings.count == 1 ? readings[0] : GMimeText.multipart("alternative", boundary("a"), readings)
    }
    // Without a name Roundcube calls the part "Part 1.3.ics".
    readings.append(GMimeText.text(calendar.text, "calendar", method: calendar.method, name: Self.calendarName))
    let letter = GMimeText.multipart("alternative", boundary("a"), readings)
    return GMimeText.multipart(
      "mixed", boundary("m"), [letter, GMimeText.attachment(calendar.text, name: Self.calendarName)])
  }

  /// Derived from the message id, so that it is the same at every attempt. `=_` never occurs in quoted-printable (RFC
  /// 2045 §6.7) or in base64, so no text can contain it.
  private func boundary(_ kind: String) -> String {
    let hash = message.bareMessageID.utf8.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { hash, byte in
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return "=_\(kind)\(String(hash, radix: 36))"
  }
}
