import Foundation
import TestKit
import Testing

@testable import Formats

/// The samples were encoded by Python's codecs.
@Suite("Older encodings")
struct CharsetTests {
  @Test(
    "An encoding is told by its words",
    arguments: [
      (
        "cp1252",
        "TmFtZTtFLU1haWw7RmlybWEKSvZyZyBN/GxsZXI7akBleGFtcGxlLm9yZztHcvbfZSAmIFP2aG5lCsRubmUgV2Vp3zthQGV4YW1wbGUub3JnO0L8cm8K",
        "Jörg Müller"
      ),
      (
        "iso-8859-15",
        "TmFtZTtFLU1haWw7RmlybWEKSvZyZyBN/GxsZXI7akBleGFtcGxlLm9yZztHcvbfZSAmIFP2aG5lCsRubmUgV2Vp3zthQGV4YW1wbGUub3JnO0L8cm8K",
        "Jörg Müller"
      ),
      (
        "mac-roman",
        "TmFtZTtFLU1haWw7RmlybWEKSppyZyBNn2xsZXI7akBleGFtcGxlLm9yZztHcpqnZSAmIFOaaG5lCoBubmUgV2VppzthQGV4YW1wbGUub3JnO0Kfcm8K",
        "Jörg Müller"
      ),
      (
        "cp850",
        "TmFtZTtFLU1haWw7RmlybWEKSpRyZyBNgWxsZXI7akBleGFtcGxlLm9yZztHcpThZSAmIFOUaG5lCo5ubmUgV2Vp4TthQGV4YW1wbGUub3JnO0KBcm8K",
        "Jörg Müller"
      ),
      (
        "cp1250",
        "TmFtZTtFLU1haWw7RmlybWEKSvZyZyBN/GxsZXI7akBleGFtcGxlLm9yZztHcvbfZSAmIFP2aG5lCsRubmUgV2Vp3zthQGV4YW1wbGUub3JnO0L8cm8K",
        "Jörg Müller"
      ),
      (
        "cp1254",
        "TmFtZTtFLU1haWw7RmlybWEKSvZyZyBN/GxsZXI7akBleGFtcGxlLm9yZztHcvbfZSAmIFP2aG5lCsRubmUgV2Vp3zthQGV4YW1wbGUub3JnO0L8cm8K",
        "Jörg Müller"
      ),
      (
        "cp1252",
        "Tm9tO0NvdXJyaWVsClpv6SBMZWbodnJlO3pAZXhhbXBsZS5vcmcKRnJhbudvaXMgTm/rbDtmQGV4YW1wbGUub3JnCox1dnJlIEFnbuhzO29AZXhhbXBsZS5vcmcK",
        "Zoé Lefèvre"
      ),
      (
        "iso-8859-15",
        "Tm9tO0NvdXJyaWVsClpv6SBMZWbodnJlO3pAZXhhbXBsZS5vcmcKRnJhbudvaXMgTm/rbDtmQGV4YW1wbGUub3JnCrx1dnJlIEFnbuhzO29AZXhhbXBsZS5vcmcK",
        "Zoé Lefèvre"
      ),
      (
        "mac-roman",
        "Tm9tO0NvdXJyaWVsClpvjiBMZWaPdnJlO3pAZXhhbXBsZS5vcmcKRnJhbo1vaXMgTm+RbDtmQGV4YW1wbGUub3JnCs51dnJlIEFnbo9zO29AZXhhbXBsZS5vcmcK",
        "Zoé Lefèvre"
      ),
      (
        "cp1250", "TmFtZTtFLU1haWwKo3VrYXN6IK/zs3c7bEBleGFtcGxlLm9yZwpHcmG/eW5hIIxsaXdhO2dAZXhhbXBsZS5vcmcK",
        "Łukasz Żółw"
      ),
      (
        "iso-8859-2", "TmFtZTtFLU1haWwKo3VrYXN6IK/zs3c7bEBleGFtcGxlLm9yZwpHcmG/eW5hIKZsaXdhO2dAZXhhbXBsZS5vcmcK",
        "Łukasz Żółw"
      ),
      (
        "cp852", "TmFtZTtFLU1haWwKnXVrYXN6IL2iiHc7bEBleGFtcGxlLm9yZwpHcmG+eW5hIJdsaXdhO2dAZXhhbXBsZS5vcmcK",
        "Łukasz Żółw"
      ),
      (
        "cp1250", "TmFtZTtFLU1haWwKSmn47SBEdm/44Ws7bEBleGFtcGxlLm9yZwqOYW5ldGEgTm924WtvduE7Z0BleGFtcGxlLm9yZwo=",
        "Jiří Dvořák"
      ),
      (
        "iso-8859-2", "TmFtZTtFLU1haWwKSmn47SBEdm/44Ws7bEBleGFtcGxlLm9yZwquYW5ldGEgTm924WtvduE7Z0BleGFtcGxlLm9yZwo=",
        "Jiří Dvořák"
      ),
      (
        "cp852", "TmFtZTtFLU1haWwKSmn9oSBEdm/9oGs7bEBleGFtcGxlLm9yZwqmYW5ldGEgTm92oGtvdqA7Z0BleGFtcGxlLm9yZwo=",
        "Jiří Dvořák"
      ),
      (
        "cp1250", "TmFtZTtFLU1haWwKU3phYvMgR3n1evU7bEBleGFtcGxlLm9yZwpL+3J0aSDBZ25lcztnQGV4YW1wbGUub3JnCg==",
        "Szabó Győző"
      ),
      (
        "iso-8859-2", "TmFtZTtFLU1haWwKU3phYvMgR3n1evU7bEBleGFtcGxlLm9yZwpL+3J0aSDBZ25lcztnQGV4YW1wbGUub3JnCg==",
        "Szabó Győző"
      ),
      (
        "cp1251", "yOz/O0UtTWFpbArA7e3gIMji4O3u4uA7YUBleGFtcGxlLm9yZwrPuPLwINHs6PDt7uI7cEBleGFtcGxlLm9yZwo=",
        "Анна Иванова"
      ),
      (
        "koi8-r", "6c3RO0UtTWFpbArhzs7BIOnXwc7P18E7YUBleGFtcGxlLm9yZwrwo9TSIPPNydLOz9c7cEBleGFtcGxlLm9yZwo=",
        "Анна Иванова"
      ),
      (
        "iso-8859-5", "uNzvO0UtTWFpbAqw3d3QILjS0N3e0tA7YUBleGFtcGxlLm9yZwq/8eLgIMHc2ODd3tI7cEBleGFtcGxlLm9yZwo=",
        "Анна Иванова"
      ),
      (
        "cp866", "iKzvO0UtTWFpbAqAra2gIIiioK2uoqA7YUBleGFtcGxlLm9yZwqP8eLgIJGsqOCtrqI7cEBleGFtcGxlLm9yZwo=",
        "Анна Иванова"
      ),
      (
        "cp1253",
        "vO3v7OE7RS1NYWlsCszh8d/hINDh8OHk7/Dv/evv9TthQGV4YW1wbGUub3JnCs3f6u/yIMPl+fHj3+/1O25AZXhhbXBsZS5vcmcK",
        "Μαρία Παπαδοπούλου"
      ),
      (
        "cp1254",
        "QWQ7RS1Qb3N0YQpBef5lIFn9bG1hejthQGV4YW1wbGUub3JnCt1icmFoaW0g1np0/HJrO2lAZXhhbXBsZS5vcmcKx2HwbGEgRG/wYW47Y0BleGFtcGxlLm9yZwo=",
        "Ayşe Yılmaz"
      ),
      (
        "cp1257", "VmFyZGFzO0UtTWFpbApK+3JhdOsg0Glta3V06zthQGV4YW1wbGUub3JnCt55ZHL7bmFzIMhla2FzO2lAZXhhbXBsZS5vcmcK",
        "Jūratė Šimkutė"
      ),
      (
        "shift_jis",
        "lryRTztFLU1haWwKiKSQ7CCXgzthQGV4YW1wbGUub3JnCo2yk6Eggs2CyIKxO2JAZXhhbXBsZS5vcmcKg16DaYNKIINQg5M7Y0BleGFtcGxlLm9yZwo=",
        "愛川 翼"
      ),
      (
        "euc-jp",
        "zL7BsDtFLU1haWwKsKbA7iDN4zthQGV4YW1wbGUub3JnCrq0xqMgpM+kyqSzO2JAZXhhbXBsZS5vcmcKpb+lyqWrIKWxpfM7Y0BleGFtcGxlLm9yZwo=",
        "愛川 翼"
      ),
      ("gb18030", "0NXD+ztFLU1haWwKzfXQocP3O2FAZXhhbXBsZS5vcmcKwO67qjtiQGV4YW1wbGUub3JnCg==", "王小明"),
      (
        "big5", "qW2mVztFLU1haWwKpP2kcKn6O2FAZXhhbXBsZS5vcmcKs6+s/MRSO2JAZXhhbXBsZS5vcmcKsWmw6rXYO2NAZXhhbXBsZS5vcmcK",
        "王小明"
      ),
      ("euc-kr", "wMy4pztFLU1haWwKsei5zrz2O2FAZXhhbXBsZS5vcmcKudrB9r+1O2JAZXhhbXBsZS5vcmcK", "김민수"),
      (
        "cp1252", "TmF2bjtFLU1haWwKU/hyZW4gS2rmcjthQGV4YW1wbGUub3JnCsVzZSDYc3RlcmflcmQ7YkBleGFtcGxlLm9yZwo=",
        "Søren Kjær"
      ),
      (
        "mac-roman", "TmF2bjtFLU1haWwKU79yZW4gS2q+cjthQGV4YW1wbGUub3JnCoFzZSCvc3RlcmeMcmQ7YkBleGFtcGxlLm9yZwo=",
        "Søren Kjær"
      ),
      (
        "cp850", "TmF2bjtFLU1haWwKU5tyZW4gS2qRcjthQGV4YW1wbGUub3JnCo9zZSCdc3RlcmeGcmQ7YkBleGFtcGxlLm9yZwo=",
        "Søren Kjær"
      ),
      (
        "cp1252",
        "TmFmbjtFLU1haWwK3vNyZO1zIMFybmFk83R0aXI7YUBleGFtcGxlLm9yZwpTaWdy7fB1ciBK825zZPN0dGlyO2JAZXhhbXBsZS5vcmcK",
        "Þórdís Árnadóttir"
      ),
      (
        "cp1252", "Tm9tYnJlO0NvcnJlbwrN8WlnbyBO+vFlejthQGV4YW1wbGUub3JnCk1hcu1hIEf8ZWxsO2JAZXhhbXBsZS5vcmcK",
        "Íñigo Núñez"
      ),
      (
        "mac-roman", "Tm9tYnJlO0NvcnJlbwrqlmlnbyBOnJZlejthQGV4YW1wbGUub3JnCk1hcpJhIEefZWxsO2JAZXhhbXBsZS5vcmcK",
        "Íñigo Núñez"
      ),
      (
        "cp850", "Tm9tYnJlO0NvcnJlbwrWpGlnbyBOo6RlejthQGV4YW1wbGUub3JnCk1hcqFhIEeBZWxsO2JAZXhhbXBsZS5vcmcK",
        "Íñigo Núñez"
      ),
    ])
  func told(encoding: String, bytes: String, name: String) throws {
    let reading = try Reading(
      try #require(Data(base64Encoded: bytes)), advice: ListAdvice(columns: [.name, .email], hasHeader: true))
    #expect(reading.names.first == name, "\(encoding)")
  }

  @Test("A list of names from many countries in Windows-1252 stays what it is")
  func many() throws {
    let names = [
      "Søren Kjær", "Zoé Lefèvre", "Íñigo Núñez", "Jörg Weiß", "João Gonçalves", "Åse Ødegård", "Þórdís Ævarsdóttir",
    ]
    let reading = try Reading(("Name\n" + names.joined(separator: "\n")).windows1252)
    #expect(reading.names == names)
  }

  @Test("Bytes that are no text in any encoding stop nothing", arguments: 1..<6)
  func noise(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for length in [1, 2, 3, 50, 5000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0x20...0xFF, using: &random) }
      let charset = CharsetGuess(of: bytes).charset
      #expect(charset.decodeInvalidLines(of: bytes).isValidUTF8)
    }
  }
}
