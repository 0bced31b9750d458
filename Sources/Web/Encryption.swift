import Foundation
import House
import HummingbirdCore

#if TLS
  import HummingbirdTLS
  import NIOSSL

  /// TLS in the program itself. It brings in a whole cryptographic library, so it is a trait of the package that a
  /// plain build leaves out.
  package enum Encryption {
    package static func server(_ plain: HTTPServerBuilder, _ files: Settings.TLSFiles) throws -> HTTPServerBuilder {
      let certificates = try NIOSSLCertificate.fromPEMFile(files.certificate)
      let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.minimumTLSVersion = .tlsv12
      // For TLS 1.2 one cipher for each kind of key, the first that RFC 9325 §4.2 recommends and that every such client
      // has: NIOSSL leaves the order to the client, and so there is none to get wrong.
      configuration.cipherSuites = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256"
      return try .tls(plain, tlsConfiguration: configuration)
    }

    /// The end of the first certificate's validity; nil without one.
    package static func end(of files: Settings.TLSFiles) throws -> Date? {
      let leaf = try NIOSSLCertificate.fromPEMFile(files.certificate).first
      _ = try NIOSSLPrivateKey(file: files.key, format: .pem)
      return leaf.map { Date(timeIntervalSince1970: TimeInterval($0.notValidAfter)) }
    }
  }
#else
  /// This build leaves TLS to a proxy in front of it.
  package enum Encryption {
    package static func server(_ plain: HTTPServerBuilder, _ files: Settings.TLSFiles) throws -> HTTPServerBuilder {
      throw SettingsError(unavailable: "tls.certificate", because: EncryptionTrait.absence)
    }

    package static func end(of files: Settings.TLSFiles) throws -> Date? {
      throw SettingsError(unavailable: "tls.certificate", because: EncryptionTrait.absence)
    }
  }
#endif
