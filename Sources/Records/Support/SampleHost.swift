import Core
import Foundation

extension Host {
  /// An invented host for samples and tests.
  package static let sample = Host(
    id: HostID(at: Date(timeIntervalSince1970: 1_795_000_000), random: (1, 1)), email: "miriam.sander@example.org",
    name: "Miriam Sander", language: .german, zone: "Europe/Berlin", signature: "Sander Organisationsberatung, Hamburg")
}
