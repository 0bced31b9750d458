/// Words that say nothing about a text's subject, folded like `Token.folded`. Short lists of our own.
enum StopWords {
  static func contains(_ word: String, in language: TextLanguage) -> Bool {
    switch language {
    case .german: german.contains(word) || germanOnly.contains(word)
    case .english: english.contains(word)
    case .french: french.contains(word) || frenchOnly.contains(word)
    }
  }

  /// True if the word points to a language. Words with a meaning in another one don't.
  static func betrays(_ word: String, _ language: TextLanguage) -> Bool {
    switch language {
    case .german: german.contains(word)
    case .english: english.contains(word)
    case .french: french.contains(word)
    }
  }

  private static let german = words(
    """
    aber alle allem allen aller alles als am an ander andere anderen auch auf aus bei beim bis bin bist da dabei dafur
    damit dann daran darauf daruber darum das dass dein deine dem den denen der deren des dessen dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einige er es etwa etwas euch euer
    eure fur gegen haben hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede
    jedem jeden jeder jedes jetzt kann kein keine keinen konnen konnte mal mehr mein meine mich mir mit muss mussen nach
    nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so sollte sollten
    statt uber um und uns unser unsere unseren unter vom von vor wann warum was weil welche welcher welches wenn werden
    wie wieder wir wird wo wurde wurden zu zum zur zwischen
    """)

  /// German stop words that are meaningful English words.
  private static let germanOnly = words("fast gut hat hast man war waren will")

  private static let english = words(
    """
    about after again all also am an and any are as at be because been before being between both but by can could did do
    does doing don down during each few for from further had has have having he her here hers him his how if in into is
    it its itself just ll me more most my no nor not now of off on once only or other our ours out over own re same she
    should so some such than that the their theirs them then there these they this those through to too under until up
    us ve very via vs was we were what when where which while who whom why will with without would you your yours
    """)

  private static let french = words(
    """
    au aux avec ce ces cette comme comment dans de des du elle elles en est et etre il ils je la le les leur leurs mais
    mes moi mon ne nos notre nous ou par pas pour pourquoi quand que quel quelle qui quoi sa sans ses son sont sur ta
    tes toi ton tu un une vers vos votre vous
    """)

  /// French stop words with a meaning in English or German.
  private static let frenchOnly = words("plus tout tous fait meme")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
