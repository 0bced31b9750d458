import HTML
import Testing

@Suite struct RenderingTests {
  @Test("Text and attribute values can't become markup")
  func escaping() {
    let hostile = #"<script>alert("x")</script> & 'so'"#
    let page = p(.title(hostile)) { hostile }
    #expect(!page.rendered.contains("<script"))
    #expect(page.rendered.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;so&#39;"))
  }

  @Test("Void elements have no end tag, attributes without value only their name")
  func voidElements() {
    #expect(input(.name("mail"), .required).rendered == #"<input name="mail" required>"#)
    #expect(p { br() }.rendered == "<p><br></p>")
  }

  @Test("Conditions and loops build the expected nodes")
  func building() {
    let names = ["Ada", "Üzeyir"]
    let list = ul {
      for name in names { li { name } }
      if names.isEmpty { li { "nobody" } }
    }
    #expect(list.rendered == "<ul><li>Ada</li><li>Üzeyir</li></ul>")
  }

  @Test("Text that is not ASCII passes unchanged, NUL is replaced")
  func unicode() {
    #expect(Node.text("Straße 🥂 \u{0}").rendered == "Straße 🥂 \u{FFFD}")
  }
}
