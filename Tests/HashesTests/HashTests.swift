import Foundation
import Testing

@testable import Hashes

@Suite struct HashTests {
  private func hexadecimals(_ function: HashFunction, _ text: String) -> String {
    hexadecimal(function.hash(Array(text.utf8)))
  }

  /// RFC 6234 §8.5, RFC 1321 §A.5.
  @Test("Digests match the standards' examples")
  func digests() {
    #expect(
      hexadecimals(.sha256, "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hexadecimals(.sha256, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(hexadecimals(.sha256, "") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      hexadecimals(.sha256, String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(hexadecimals(.sha1, "abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(hexadecimals(.sha1, "") == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(hexadecimals(.md5, "message digest") == "f96b697d7cb7938d525a2f31aaf161d0")
  }

  @Test("A digest of bytes in pieces equals that of the whole", arguments: [1, 3, 64, 999, 5000])
  func pieces(size: Int) {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let running = RunningHash(.sha256)
    for start in stride(from: 0, to: bytes.count, by: size) {
      #expect(running.digest == HashFunction.sha256.hash(Array(bytes[..<start])))
      running.update(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(running.digest == HashFunction.sha256.hash(bytes))
  }

  /// RFC 4231 §4: keys shorter and longer than a block, and text.
  @Test(
    "HMAC-SHA-256 is that of the standard's examples",
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func hmacSHA256(key: [UInt8], text: String, expected: String) {
    #expect(hexadecimal(HashFunction.sha256.authenticationCode(for: Array(text.utf8), key: key)) == expected)
  }

  /// RFC 2202 §3.
  @Test(
    "HMAC-SHA-1 is that of the standard's examples",
    arguments: [
      ([UInt8](repeating: 0x0B, count: 20), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
      (Array("Jefe".utf8), "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
      (
        [UInt8](repeating: 0xAA, count: 80), "Test Using Larger Than Block-Size Key - Hash Key First",
        "aa4ae5e15272d00e95705637ce8a3b55ed402112"
      ),
    ])
  func hmacSHA1(key: [UInt8], text: String, expected: String) {
    #expect(hexadecimal(HashFunction.sha1.authenticationCode(for: Array(text.utf8), key: key)) == expected)
  }

  // python3: hmac.new(b"", b"", "sha256").hexdigest()
  @Test("Neither an empty key nor an empty message is special")
  func empty() {
    #expect(
      hexadecimal(HashFunction.sha256.authenticationCode(for: [UInt8](), key: [UInt8]()))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test("Many threads may hash at once")
  func threads() async {
    await withTaskGroup { group in
      for number in 0..<200 {
        group.addTask { HashFunction.sha256.hash(Array("\(number % 2)".utf8)) }
      }
      var seen: Set<[UInt8]> = []
      for await digest in group { seen.insert(digest) }
      #expect(seen.count == 2)
    }
  }
}
