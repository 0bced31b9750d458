import Foundation
import Testing

@testable import OpenID

@Suite("Shapes of providers")
struct ProviderShapesTests {
  private func metadata(
    issuer: String, at server: String, more: [String: String] = [:], of settings: ProviderSettings
  ) throws -> ProviderMetadata {
    var said = [
      "issuer": "\"\(issuer)\"", "authorization_endpoint": "\"\(server)/authorize\"",
      "token_endpoint": "\"\(server)/token\"", "jwks_uri": "\"\(server)/keys\"",
    ]
    said.merge(more) { $1 }
    let json = "{" + said.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    return try ProviderMetadata(Data(json.utf8), of: settings)
  }

  private func claims(_ text: String) throws -> Claims { try #require(Claims(Data(text.utf8))) }

  @Test("Keycloak's issuer is its realm, letter by letter")
  func keycloak() throws {
    let issuer = "https://sso.example.org/realms/uni"
    let settings = ProviderSettings(key: "uni", name: "Uni", issuer: issuer, clientID: "stehtisch")
    #expect(settings.discovery == issuer + "/.well-known/openid-configuration")
    let metadata = try metadata(issuer: issuer, at: issuer, of: settings)
    #expect(metadata.issuer.admits(try claims(#"{"iss":"https://sso.example.org/realms/uni"}"#)))
    #expect(!metadata.issuer.admits(try claims(#"{"iss":"https://sso.example.org/realms/other"}"#)))
    #expect(throws: ProviderMetadata.Flaw.otherIssuer) {
      try self.metadata(issuer: issuer + "/", at: issuer, of: settings)
    }
  }

  @Test("Entra's issuer has a place for the tenant, and only tenants that are named may fill it")
  func entra() throws {
    let server = "https://login.microsoftonline.com"
    var settings = ProviderSettings(
      key: "entra", name: "Entra", issuer: server + "/organizations/v2.0", clientID: "stehtisch")
    let template = server + "/{tenantid}/v2.0"
    #expect(throws: ProviderMetadata.Flaw.noTenants) { try metadata(issuer: template, at: server, of: settings) }
    settings.tenants = ["t1"]
    let rule = try metadata(issuer: template, at: server, of: settings).issuer
    let right = try claims("{\"iss\":\"\(server)/t1/v2.0\",\"tid\":\"t1\"}")
    #expect(rule.admits(right) && rule.name(of: right) == server + "/t1/v2.0")
    #expect(!rule.admits(try claims("{\"iss\":\"\(server)/t2/v2.0\",\"tid\":\"t2\"}")), "a tenant that is not named")
    #expect(!rule.admits(try claims("{\"iss\":\"\(server)/t2/v2.0\",\"tid\":\"t1\"}")), "one tenant in another's name")
    #expect(!rule.admits(try claims("{\"iss\":\"\(template)\"}")), "no tenant")
    #expect(rule.mayBe(server + "/t1/v2.0") && !rule.mayBe(server + "/t2/v2.0"))
    #expect(throws: ProviderMetadata.Flaw.otherIssuer) {
      try metadata(issuer: "https://evil.example/{tenantid}/v2.0", at: server, of: settings)
    }
  }

  @Test("Google writes its issuer in two ways, and nobody else does")
  func google() throws {
    let rule = IssuerRule(issuer: IssuerRule.google)
    #expect(rule.admits(try claims(#"{"iss":"https://accounts.google.com"}"#)))
    #expect(rule.admits(try claims(#"{"iss":"accounts.google.com"}"#)))
    let other = IssuerRule(issuer: "https://sso.example.org")
    #expect(!other.admits(try claims(#"{"iss":"sso.example.org"}"#)))
  }

  @Test("A client's secret goes where the provider wants it, and its signs are encoded")
  func secret() throws {
    let issuer = "https://sso.example.org"
    var settings = ProviderSettings(key: "a", name: "A", issuer: issuer, clientID: "a:b", clientSecret: "c d")
    func exchange(_ ways: String) throws -> CodeExchange {
      let metadata = try metadata(
        issuer: issuer, at: issuer, more: ["token_endpoint_auth_methods_supported": ways], of: settings)
      return CodeExchange("code", settings, metadata, redirect: "https://t.example/r", verifier: "v")
    }
    let basic = "Authorization: Basic " + Data("a%3Ab:c%20d".utf8).base64EncodedString()
    #expect(try exchange(#"["client_secret_post","client_secret_basic"]"#).headers.contains(basic))
    #expect(try exchange("[]").headers.contains(basic))
    #expect(try exchange(#"["client_secret_post"]"#).form.hasSuffix("&client_id=a%3Ab&client_secret=c%20d"))
    settings.clientSecret = nil
    let open = try exchange("[]")
    #expect(open.form.hasSuffix("&client_id=a%3Ab") && !open.headers.contains { $0.hasPrefix("Authorization") })
  }

  /// RFC 7636, appendix B.
  @Test("PKCE's challenge is that of the standard's example")
  func challenge() {
    #expect(
      AuthorizationRequest.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test("An address and whether it is verified come from one place")
  func filled() throws {
    let own = try claims(#"{"sub":"a","email":"a@x.example"}"#)
    let page = try claims(#"{"sub":"a","email":"b@x.example","email_verified":true,"groups":["g"]}"#)
    let both = own.filled(from: page)
    #expect(both.text("email") == "a@x.example" && !both.isTrue("email_verified") && both.texts("groups") == ["g"])
    let bare = try claims(#"{"sub":"a","email_verified":true}"#)
      .filled(from: try claims(#"{"sub":"a","email":"b@x.example","email_verified":false}"#))
    #expect(bare.text("email") == "b@x.example" && !bare.isTrue("email_verified"))
  }
}
