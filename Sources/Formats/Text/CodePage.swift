import Glibc

/// Encodings beyond our own tables, decoded by the system's iconv.
enum CodePage: String, CaseIterable {
  case windows1250 = "CP1250"
  case latin2 = "ISO-8859-2"
  case windows1254 = "CP1254"
  case windows1257 = "CP1257"
  case windows1251 = "CP1251"
  case koi8 = "KOI8-U"
  case latinCyrillic = "ISO-8859-5"
  case dosCyrillic = "CP866"
  case windows1253 = "CP1253"
  case dos852 = "CP852"
  case shiftJIS = "CP932"
  case gb18030 = "GB18030"
  case eucJapanese = "EUC-JP"
  case big5 = "BIG5"
  case eucKorean = "CP949"

  /// UTF-8 of the bytes; nil if they are not valid in this encoding.
  func decode(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    let converter = iconv_open("UTF-8", rawValue)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // A one-byte character takes at most three bytes in UTF-8, a two-byte one at most four.
    var output = [CChar](repeating: 0, count: input.count * 3 + 8)
    var (left, room) = (input.count, output.count)
    let isWhole = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(converter, &from, &left, &to, &room) != -1 && left == 0
      }
    }
    return isWhole ? output.dropLast(room).map { UInt8(bitPattern: $0) } : nil
  }
}
