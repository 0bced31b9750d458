/// The column names that spreadsheets, address books and registration desks write, in German and English and some of
/// their neighbours' languages. Written as `ColumnName` folds them: small letters, no umlauts, no marks.
enum HeaderVocabulary {
  static let roles: [String: ColumnRole] = {
    var roles: [String: ColumnRole] = [:]
    for (role, names) in names {
      for name in names.split(separator: ";") {
        roles[HeaderWords.folded(String(name))] = role
      }
    }
    return roles
  }()

  private static let names: [(ColumnRole, String)] = [
    (
      .name,
      """
      name; namen; vollname; voller name; vollstandiger name; full name; fullname; display name; displayname;
      anzeigename; teilnehmer; teilnehmerin; teilnehmer in; teilnehmername; teilnehmende; participant;
      participants; participant name; attendee; attendees; attendee name; person; personen; kontakt;
      kontaktname; contact; contact name; ansprechpartner; ansprechpartnerin; ansprechperson; mitglied;
      member; gast; guest; guest name; delegate; delegate name; name vorname; vorname name; vor und nachname;
      vorname und nachname; vorname nachname; nachname vorname; first and last name; first last name;
      last name first name; first name last name; name surname; name des teilnehmers; name der teilnehmerin;
      nom complet; nom et prenom; nombre completo; nombre y apellidos; file as; your name; ihr name;
      """
    ),
    (
      .firstName,
      """
      vorname; vornamen; rufname; first name; firstname; first; given name; givenname; given names; forename;
      fname; prenom; nombre; nome; voornaam; attendee first name; imie;
      """
    ),
    (
      .lastName,
      """
      nachname; nachnamen; familienname; zuname; last name; lastname; last; family name; familyname; surname;
      lname; sn; nom; nom de famille; apellido; apellidos; cognome; achternaam; attendee last name; nazwisko;
      """
    ),
    (
      .title,
      """
      akademischer titel; akad titel; akademischer grad; akad grad; academic title; name prefix; prefix;
      prafix; honorific prefix; grad; dr; titel akademisch; namenstitel;
      """
    ),
    (
      .email,
      """
      email; emails; mail; email adresse; emailadresse; mailadresse; mail adresse; email address;
      emailaddress; email addresses; mail address; primary email; email primary; email value; business email;
      work email; personal email; email dienstlich; email privat; email geschaftlich; kontakt email;
      attendee email; internet adresse; courriel; adresse email; adresse mail; correo; correo electronico;
      posta elettronica; epost; emailadres; e mails; smtp address; primary smtp address; email kontakt;
      """
    ),
    (
      .organisation,
      """
      organisation; organization; organisation name; organization name; organisationen; firma; firmenname;
      unternehmen; unternehmensname; company; company name; companyname; institution; institutionen;
      einrichtung; institut; institute; arbeitgeber; employer; affiliation; universitat; university;
      hochschule; verband; behorde; dienststelle; gesellschaft; org; verein; schule; school; societe;
      entreprise; empresa; azienda; bedrijf; organisatie; firma organisation; firma institution;
      firma einrichtung; organisation firma; unternehmen organisation; unternehmen institution;
      company organization; company organisation; current company; account name; business;
      """
    ),
    (
      .role,
      """
      funktion; position; positionen; jobtitel; job titel; job title; jobtitle; job; beruf;
      berufsbezeichnung; rolle; role; occupation; tatigkeit; stelle; stellung; dienststellung; function; amt;
      organization title; organisation title; profession; headline; poste; fonction; cargo; job role;
      current position; designation; funktion position; position funktion; berufliche position;
      """
    ),
    (
      .country,
      """
      land; lander; country; countries; country region; country or region; land region; staat; nation;
      nationality; herkunftsland; nationalitat; pays; pais; paese; country code; landercode; landerkennung;
      business country region; home country; work country; address country; country name;
      land region geschaftlich;
      """
    ),
    (
      .topics,
      """
      themen; thema; topics; topic; interessen; interesse; interests; interest; interessengebiete;
      schwerpunkte; schwerpunkt; stichworte; stichworter; stichwort; schlagworte; schlagworter; schlagwort;
      keywords; keyword; tags; tag s; kategorien; categories; expertise; fachgebiet; fachgebiete;
      arbeitsgebiet; arbeitsgebiete; arbeitsschwerpunkte; spezialgebiet; spezialgebiete; themenfelder;
      themengebiete; themenschwerpunkte; hobby; hobbys; hobbies; skills; kompetenzen; subject; subjects;
      forschungsgebiet; forschungsgebiete; forschungsschwerpunkte; research interests; research areas;
      area of expertise; areas of expertise; areas of interest; themen interessen; interessen themen; sujets;
      temas;
      """
    ),
    (
      .talkTitle,
      """
      vortrag; vortrage; vortragstitel; titel des vortrags; titel vortrag; titel des beitrags; talk; talks;
      talk title; session; sessions; session title; session name; sessiontitel; presentation;
      presentation title; prasentation; beitrag; beitragstitel; workshop; workshop titel; workshop title;
      paper; paper title; proposal title; thema des vortrags; vortragsthema; programmpunkt; event title;
      title of talk; title of presentation; talk titel; keynote;
      """
    ),
    (
      .speakers,
      """
      speaker; speakers; speaker s; speaker name; speaker names; speaker name s; referent; referentin;
      referenten; referentinnen; referent in; referent innen; referent in nen; referenten innen;
      referenten und referentinnen; referentinnen und referenten; vortragende; vortragender; vortragende r;
      vortragende n; sprecher; sprecherin; sprecher in; sprecher innen; sprecherinnen; presenter; presenters;
      presented by; presenter s; redner; rednerin; redner in; redner innen; author; authors; author s; autor;
      autoren; autorin; autor in; panelists; panelist; podium; dozent; dozentin; dozenten; dozent in;
      dozent innen; mitwirkende; intervenants; ponentes; relatori;
      """
    ),
    (
      .ignore,
      """
      telefon; telefonnummer; tel; phone; phone number; mobile; mobil; handy; fax; strasse; street; address;
      adresse; anschrift; plz; postleitzahl; zip; zip code; postal code; ort; stadt; wohnort; city; state;
      bundesland; region; anrede; briefanrede; salutation; geschlecht; gender; sex; notiz; notizen; notes;
      bemerkung; bemerkungen; anmerkung; anmerkungen; kommentar; kommentare; comment; comments; nr; nummer;
      lfd nr; lfdnr; laufende nummer; pos; id; no; number; index; #; datum; date; uhrzeit; zeit; time;
      beginn; start; ende; end; dauer; duration; raum; room; saal; tag; day; webseite; website; web; url;
      homepage; linkedin; twitter; xing; mastodon; abteilung; department; organization department; status;
      ticket; tickets; ticket type; ticketart; bestellnummer; order; order id; order no; order date;
      order number; preis; price; quantity; anzahl; geburtstag; birthday; geburtsdatum; connected on;
      sprache; language; abstract; beschreibung; description; bio; biography; biografie; vita; photo; foto;
      bild; suffix; nickname; spitzname; zusatz; namenszusatz; name suffix; track; type; typ; code;
      anmeldedatum; registriert am; registration date; created; erstellt; labels; group membership;
      anmeldung; bezahlt; paid; format; level; email type; email typ; email display name;
      email angezeigter name; email label; verpflegung; essen; middle name; additional name; zweiter vorname;
      weitere vornamen;
      """
    ),
  ]

  /// Parts of longer column names ("Ihre E-Mail-Adresse (dienstlich)"); the first that fits decides.
  static let parts: [(ColumnRole, [String])] = [
    (
      .ignore,
      [
        "phone", "telefon", "fax", "mobil", "phonetic", "yomi", "street", "strasse", "postleit", "postal", "zip",
        "label",
        "buyer", "kaufer", "rechnung", "billing", "assistant", "manager", "spouse", "geburt", "birth", "website",
        "webseite",
        "newsletter", "datenschutz",
      ]
    ),
    (.email, ["email", "mailadress"]),
    (.name, ["vor und nach", "vorname nach", "vorname und", "nachname vor", "nachname und", "first and last"]),
    (.firstName, ["vorname", "first name", "given name", "forename"]),
    (.lastName, ["nachname", "familienname", "last name", "family name", "surname"]),
    (.country, ["country", "herkunftsland"]),
    (.speakers, ["speaker", "referent", "vortragende"]),
    (.talkTitle, ["vortrag", "talk title", "session title", "presentation"]),
    (
      .organisation,
      ["organi", "firma", "unternehmen", "company", "institution", "einrichtung", "arbeitgeber", "affiliation"]
    ),
    (.role, ["funktion", "position", "job", "beruf"]),
    (
      .topics,
      ["themen", "thema", "topic", "interess", "interest", "schwerpunkt", "stichw", "schlagw", "keyword", "expertise"]
    ),
    (.name, ["full name", "vollstandiger name", "name of", "teilnehmer", "attendee", "participant"]),
  ]
}
