import Core
import Database

extension Party.Signer {
  /// Read from a party's row; nil if its first host signs.
  init?(_ row: Row) throws {
    let name: String = try row.get("signer_name")
    if name.isEmpty { return nil }
    self.init(name: name, email: try row.get("signer_email"), signature: try row.get("signer_lines"))
  }
}

extension Host {
  /// The host whom a party's letters and its guests' pages name: the one who signs.
  package func signing(_ party: Party) -> Host {
    guard let signer = party.signer else { return self }
    var host = self
    (host.name, host.email, host.signature) = (signer.name, signer.email, signer.signature)
    return host
  }
}
