import Testing

@testable import Core

@Suite("Who comes in as a host")
struct HostAdmissionTests {
  private let admission = HostAdmission(.init(domains: ["uni.example"], groups: ["hosts"]))

  private func stranger(_ email: String?, _ domain: String?, _ groups: Set<String> = []) -> HostAdmission.Outcome {
    admission.outcome(.init(email: email, domain: domain, groups: groups), .stranger)
  }

  @Test("A stranger becomes a host by their domain or by a group, and by nothing else")
  func strangers() {
    #expect(stranger("a@uni.example", "uni.example") == .become)
    #expect(stranger("a@uni.example", "UNI.example") == .become)
    #expect(stranger("a@x.example", "x.example", ["hosts", "others"]) == .become)
    #expect(stranger("a@x.example", "x.example", ["Hosts"]) == .refuse(.uninvited))
    #expect(stranger("a@sub.uni.example", "sub.uni.example") == .refuse(.uninvited))
    #expect(stranger("a@uni.example", nil) == .refuse(.uninvited))
    #expect(stranger(nil, "uni.example", ["hosts"]) == .refuse(.addressless))
  }

  @Test("Without rules nobody becomes a host who was not invited")
  func closed() {
    let closed = HostAdmission(.init())
    let visitor = HostAdmission.Visitor(email: "a@uni.example", domain: "uni.example", groups: ["hosts"])
    #expect(closed.outcome(visitor, .stranger) == .refuse(.uninvited))
    #expect(closed.outcome(visitor, .address(isDisabled: false, isTaken: false)) == .link)
  }

  @Test("Who came before comes in, whatever their address is by now; who is kept out does not")
  func known() {
    let visitor = HostAdmission.Visitor(email: nil, domain: nil)
    #expect(admission.outcome(visitor, .known(isDisabled: false)) == .enter)
    #expect(admission.outcome(visitor, .known(isDisabled: true)) == .refuse(.disabled))
    #expect(admission.outcome(visitor, .address(isDisabled: true, isTaken: false)) == .refuse(.disabled))
  }

  @Test("An address that was given to somebody else opens nothing to them")
  func taken() {
    let visitor = HostAdmission.Visitor(email: "a@uni.example", domain: "uni.example", groups: ["hosts"])
    #expect(admission.outcome(visitor, .address(isDisabled: false, isTaken: true)) == .refuse(.otherPerson))
  }
}
