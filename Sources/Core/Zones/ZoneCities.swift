/// Proper spellings for cities whose IANA name, in plain ASCII and English, isn't what people write.
enum ZoneCities {
  /// As the place itself spells it, for all languages.
  static let spelled = [
    "Araguaina": "Araguaína", "Asuncion": "Asunción", "Bahia Banderas": "Bahía de Banderas", "Belem": "Belém",
    "Bogota": "Bogotá", "Busingen": "Büsingen", "Cancun": "Cancún", "Chisinau": "Chișinău",
    "Ciudad Juarez": "Ciudad Juárez", "Cordoba": "Córdoba", "Cuiaba": "Cuiabá", "Curacao": "Curaçao",
    "DumontDUrville": "Dumont-d’Urville", "Eirunepe": "Eirunepé", "El Aaiun": "El Aaiún", "Galapagos": "Galápagos",
    "Lome": "Lomé", "Lower Princes": "Lower Prince’s Quarter", "Maceio": "Maceió", "Mahe": "Mahé",
    "Mazatlan": "Mazatlán", "Merida": "Mérida", "Ndjamena": "N’Djamena", "Noumea": "Nouméa", "Reunion": "Réunion",
    "Rio Gallegos": "Río Gallegos", "Santarem": "Santarém", "Sao Paulo": "São Paulo", "Sao Tome": "São Tomé",
    "St Barthelemy": "Saint-Barthélemy", "St Johns": "St John’s", "Tirane": "Tirana", "Tucuman": "Tucumán",
    "Urumqi": "Ürümqi",
  ]

  /// In German, where it differs from that.
  static let german = [
    "Addis Ababa": "Addis Abeba", "Algiers": "Algier", "Aqtobe": "Aktobe", "Ashgabat": "Aschgabat",
    "Astrakhan": "Astrachan", "Athens": "Athen", "Azores": "Azoren", "Baghdad": "Bagdad", "Belgrade": "Belgrad",
    "Bishkek": "Bischkek", "Brussels": "Brüssel", "Bucharest": "Bukarest", "Cairo": "Kairo", "Canary": "Kanaren",
    "Cape Verde": "Kap Verde", "Cayman": "Kaimaninseln", "Chatham": "Chathaminseln", "Chita": "Tschita",
    "Christmas": "Weihnachtsinsel", "Cocos": "Kokosinseln", "Comoro": "Komoren", "Copenhagen": "Kopenhagen",
    "Damascus": "Damaskus", "Dar es Salaam": "Daressalam", "Djibouti": "Dschibuti", "Dushanbe": "Duschanbe",
    "Easter": "Osterinsel", "Faroe": "Färöer", "Fiji": "Fidschi", "Havana": "Havanna",
    "Ho Chi Minh": "Ho-Chi-Minh-Stadt", "Hong Kong": "Hongkong", "Hovd": "Chowd", "Jamaica": "Jamaika",
    "Kamchatka": "Kamtschatka", "Karachi": "Karatschi", "Khandyga": "Chandyga", "Khartoum": "Khartum",
    "Kirov": "Kirow", "Kolkata": "Kalkutta", "Krasnoyarsk": "Krasnojarsk", "Kyiv": "Kyjiw", "Lisbon": "Lissabon",
    "Luxembourg": "Luxemburg", "Maldives": "Malediven", "Marquesas": "Marquesas-Inseln",
    "Mexico City": "Mexiko-Stadt", "Mogadishu": "Mogadischu", "Moscow": "Moskau", "Muscat": "Maskat",
    "Nicosia": "Nikosia", "Novokuznetsk": "Nowokusnezk", "Novosibirsk": "Nowosibirsk", "Prague": "Prag",
    "Pyongyang": "Pjöngjang", "Qatar": "Katar", "Qostanay": "Qostanai", "Qyzylorda": "Qysylorda", "Riyadh": "Riad",
    "Rome": "Rom", "Sakhalin": "Sachalin", "Saratov": "Saratow", "Singapore": "Singapur",
    "South Georgia": "Südgeorgien", "St Helena": "St. Helena", "St Johns": "St. John’s",
    "St Kitts": "St. Kitts", "St Lucia": "St. Lucia", "St Thomas": "St. Thomas", "St Vincent": "St. Vincent",
    "Taipei": "Taipeh", "Tashkent": "Taschkent", "Tbilisi": "Tiflis", "Tehran": "Teheran", "Tokyo": "Tokio",
    "Tripoli": "Tripolis", "Ulaanbaatar": "Ulan Bator", "Ulyanovsk": "Uljanowsk", "Vatican": "Vatikan",
    "Vienna": "Wien", "Vladivostok": "Wladiwostok", "Volgograd": "Wolgograd", "Vostok": "Wostok", "Warsaw": "Warschau",
    "Yakutsk": "Jakutsk", "Yekaterinburg": "Jekaterinburg", "Yerevan": "Jerewan", "Zurich": "Zürich",
  ]
}
