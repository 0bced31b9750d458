/// Decides if a person signed in by a provider comes in as a host.
package struct HostAdmission: Sendable {
  /// The provider's claims about a person, as far as they can be believed.
  package struct Visitor: Sendable, Equatable {
    /// Only an address that is theirs beyond doubt.
    package var email: String?
    /// The domain for which the provider speaks.
    package var domain: String?
    package var groups: Set<String>

    package init(email: String?, domain: String?, groups: Set<String> = []) {
      (self.email, self.domain, self.groups) = (email, domain, groups)
    }
  }

  /// The people who may become hosts without an invitation.
  package struct Rules: Sendable, Equatable {
    package var domains: Set<String>
    package var groups: Set<String>

    package init(domains: Set<String> = [], groups: Set<String> = []) {
      (self.domains, self.groups) = (domains, groups)
    }
  }

  /// The host stored for them, if any.
  package enum Acquaintance: Sendable, Equatable {
    /// They came by this provider before.
    case known(isDisabled: Bool)
    /// A host has their address, invited or here for long.
    /// - Parameter isTaken: true if another person of this provider is that host.
    case address(isDisabled: Bool, isTaken: Bool)
    case stranger
  }

  package enum Outcome: Sendable, Equatable {
    case enter
    /// The host with their address comes by this provider from now on.
    case link
    case become
    case refuse(Refusal)
  }

  package enum Refusal: String, Error, Sendable, CaseIterable {
    /// Nobody has invited them, and no rule lets them in.
    case uninvited
    case disabled
    /// The provider gave the address to somebody else since.
    case otherPerson
    /// No address, or none that the provider vouches for: letters need one.
    case addressless
    /// The installation has as many hosts as the operator allows.
    case full
  }

  private let rules: Rules

  package init(_ rules: Rules) {
    self.rules = rules
  }

  package func outcome(_ visitor: Visitor, _ acquaintance: Acquaintance) -> Outcome {
    switch acquaintance {
    case .known(let isDisabled): isDisabled ? .refuse(.disabled) : .enter
    case .address(_, isTaken: true): .refuse(.otherPerson)
    case .address(let isDisabled, _): isDisabled ? .refuse(.disabled) : .link
    case .stranger: stranger(visitor)
    }
  }

  private func stranger(_ visitor: Visitor) -> Outcome {
    let isOfDomain = visitor.domain.map { rules.domains.contains($0.lowercased()) } ?? false
    let isInGroup = !rules.groups.isDisjoint(with: visitor.groups)
    guard visitor.email != nil else { return .refuse(.addressless) }
    return isOfDomain || isInGroup ? .become : .refuse(.uninvited)
  }
}
