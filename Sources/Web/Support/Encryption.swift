import Foundation
import HummingbirdCore

#if TLS
  import HummingbirdTLS
  import NIOSSL

  /// TLS by the program itself. It brings a whole cryptographic library along, so it is a trait of the package that a plain
  /// build leaves out.
  enum Encryption {
    static let isBuiltIn = true

    static func server(_ plain: HTTPServerBuilder, _ files: Settings.TLSFiles) throws -> HTTPServerBuilder {
      let certificates = try NIOSSLCertificate.fromPEMFile(files.certificate)
      let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.minimumTLSVersion = .tlsv12
      return try .tls(plain, tlsConfiguration: configuration)
    }

    /// When the first certificate ends; nil without one.
    static func end(of files: Settings.TLSFiles) throws -> Date? {
      let leaf = try NIOSSLCertificate.fromPEMFile(files.certificate).first
      _ = try NIOSSLPrivateKey(file: files.key, format: .pem)
      return leaf.map { Date(timeIntervalSince1970: TimeInterval($0.notValidAfter)) }
    }
  }
#else
  /// This build leaves TLS to a proxy in front of it.
  enum Encryption {
    static let isBuiltIn = false

    static func server(_ plain: HTTPServerBuilder, _ files: Settings.TLSFiles) throws -> HTTPServerBuilder {
      throw SettingsError(unavailable: "tls.certificate", because: absence)
    }

    static func end(of files: Settings.TLSFiles) throws -> Date? {
      throw SettingsError(unavailable: "tls.certificate", because: absence)
    }
  }
#endif

extension Encryption {
  /// The end of a sentence.
  static let absence = """
    this program was built without TLS; build it with `swift build -c release --traits TLS`, or leave the key out and let \
    a web server in front speak TLS (docs/operating.md)
    """
}
