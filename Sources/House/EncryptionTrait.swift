/// Tells whether this build speaks TLS itself (`--traits TLS`) or leaves that to a web server in front.
package enum EncryptionTrait {
  #if TLS
    package static let isBuiltIn = true
  #else
    package static let isBuiltIn = false
  #endif

  /// The end of a sentence.
  package static let absence = """
    this program was built without TLS; build it with `bin/optimised --traits TLS`, or leave the key out and let \
    a web server in front speak TLS (docs/operating.md)
    """
}
