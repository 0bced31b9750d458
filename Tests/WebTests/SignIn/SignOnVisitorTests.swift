import Foundation
import OpenID
import Testing

@testable import Acts
@testable import Core
@testable import House

@Suite("What a provider says of somebody")
struct SignOnVisitorTests {
  private func visitor(
    _ claims: String, issuer: String = "https://sso.example.org", trusts: Bool = false
  ) throws -> HostAdmission.Visitor {
    var provider = ProviderSettings(key: "a", name: "A", issuer: issuer, clientID: "c")
    provider.trustsAddresses = trusts
    return HostAdmission.Visitor(try #require(Claims(Data(claims.utf8))), of: provider)
  }

  @Test("An address counts where the provider has verified it, or the operator trusts it")
  func verified() throws {
    let plain = #"{"email":"Anna@Uni.example"}"#
    #expect(try visitor(plain).email == nil)
    #expect(try visitor(plain, trusts: true).email == "anna@uni.example")
    let verified = try visitor(#"{"email":"Anna@Uni.example","email_verified":true}"#)
    #expect(verified == .init(email: "anna@uni.example", domain: "uni.example"))
    #expect(try visitor(#"{"email":"a@uni.example","email_verified":"false"}"#).email == nil)
  }

  @Test("Entra's name of a sign-in counts only where addresses are trusted")
  func entra() throws {
    let claims = #"{"preferred_username":"anna@uni.example","email_verified":true}"#
    #expect(try visitor(claims).email == nil)
    #expect(try visitor(claims, trusts: true).email == "anna@uni.example")
  }

  @Test("Google speaks for its own domain and for those that it hosts")
  func google() throws {
    func google(_ claims: String) throws -> HostAdmission.Visitor {
      try visitor(claims, issuer: "https://accounts.google.com")
    }
    #expect(try google(#"{"email":"a@uni.example","email_verified":true}"#).email == nil)
    let hosted = try google(#"{"email":"a@uni.example","email_verified":true,"hd":"Uni.example"}"#)
    #expect(hosted == .init(email: "a@uni.example", domain: "uni.example"))
    let own = try google(#"{"email":"a@gmail.com","email_verified":true}"#)
    #expect(own == .init(email: "a@gmail.com", domain: nil))
    #expect(try google(#"{"email":"a@gmail.com","email_verified":false}"#).email == nil)
  }
}
