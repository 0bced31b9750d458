import Testing

@testable import Core

@Suite("Pages where somebody can be found")
struct ContactLinkTests {
  @Test(
    "Pages and handles are understood and shown as people write them",
    arguments: [
      ("https://www.linkedin.com/in/anna-adler/", ContactLink.Kind.linkedin, "linkedin.com/in/anna-adler"),
      ("@anna@example.social", .mastodon, "@anna@example.social"),
      ("https://example.social/@anna", .mastodon, "@anna@example.social"),
      ("github.com/anna", .github, "github.com/anna"), ("www.adler.example", .homepage, "adler.example"),
      ("http://adler.example/wer?von=hier", .homepage, "adler.example/wer"),
      ("https://bsky.app/profile/anna.example", .bluesky, "bsky.app/profile/anna.example"),
    ])
  func understood(text: String, kind: ContactLink.Kind, shown: String) throws {
    let link = try #require(ContactLink(text))
    #expect(link.kind == kind && link.shown == shown)
    #expect(link.url.hasPrefix("https://") || link.url.hasPrefix("http://"))
  }

  @Test(
    "Nothing else is a page",
    arguments: [
      "", "anna", "@anna", "anna@example.org", "javascript:alert(1)", "mailto:a@example.org", "https://",
      "ftp://a.example",
      "https://anna:geheim@adler.example/", "https://localhost/", "zwei Worte.de", "https://a.example/\"onclick",
      "data:text/html,x",
      "@a@b@c.example", "https://10.0.0.1/",
    ])
  func refused(text: String) {
    #expect(ContactLink(text) == nil)
  }

  @Test("Each page of a person is kept once, and at most ten of them")
  func bounded() {
    let links = ContactLink.urls(in: ["a.example", "https://A.example", "b"] + (1...20).map { "a.example/\($0)" })
    #expect(links.count == ContactLink.most && links[0] == "https://a.example" && links[1] == "https://a.example/1")
    let record = PersonMerge(
      PersonRecord(name: "A", links: ["a.example"]), PersonRecord(name: "A", links: ["a.example", "b.example"]))
    #expect(record.record.links == ["https://a.example", "https://b.example"] && record.changes == [.links])
  }
}
