//! What people write in registers, by list and code, parted by bars.

use crate::words::List;

/// What people write beside the words of the screens.
pub(crate) const SPOKEN: &[(List, &str, &str)] = &[
    (
        List::Sex,
        "female",
        "f|fem|feminin|feminină|femeie|femei|fată|fete|fetiță|w|woman|girl|ж|жен|женский|женщина|девочка|девушка|ж.",
    ),
    (
        List::Sex,
        "male",
        "m|masc|masculin|bărbat|băiat|băiețel|b|man|boy|м|муж|мужской|мужчина|мальчик|м.",
    ),
    (
        List::Relation,
        "head",
        "cap de familie|capul familiei|singur|singură|titular|beneficiar|глава|глава семьи|один|одна|head|alone",
    ),
    (List::Relation, "mother", "mamă|mama|мать|мама|mother"),
    (List::Relation, "father", "tată|tata|отец|папа|father"),
    (
        List::Relation,
        "daughter",
        "fiică|fiica|fată|fiică minoră|дочь|дочка|daughter",
    ),
    (List::Relation, "son", "fiu|fiul|băiat|сын|son"),
    (List::Relation, "sister", "soră|sora|сестра|sister"),
    (List::Relation, "brother", "frate|брат|brother"),
    (
        List::Relation,
        "grandmother",
        "bunică|bunica|бабушка|grandmother",
    ),
    (
        List::Relation,
        "grandfather",
        "bunic|bunicul|дедушка|дед|grandfather",
    ),
    (
        List::Relation,
        "spouse",
        "soț|soție|soția|soțul|муж|жена|супруг|супруга|wife|husband|spouse",
    ),
    (
        List::Relation,
        "relative",
        "rudă|nepot|nepoată|mătușă|родственник|родственница|relative",
    ),
    (
        List::Relation,
        "companion",
        "însoțitor|însoțitoare|prietenă|сопровождающий|companion",
    ),
    (
        List::Need,
        "no_upper_bunk",
        "fără pat de sus|gravidă|însărcinată|беременная|не наверх",
    ),
    (
        List::Need,
        "step_free",
        "fără trepte|cărucior|dizabilitate|scaun rulant|коляска|без ступеней",
    ),
    (
        List::Need,
        "isolation",
        "izolare|izolator|изоляция|изолятор",
    ),
    (
        List::Ground,
        "victim",
        "vtfu|victimă a traficului|victimă tfu|victima traficului|vt|жтл|жертва|жертва торговли людьми|vot|victim of trafficking",
    ),
    (
        List::Ground,
        "presumed_victim",
        "pvtfu|victimă prezumată|prezumată|vtfu prezumată|victimă tfu prezumată|prezumată vtfu|предполагаемая|предполагаемая жертва|жертва предполагаемая|presumed",
    ),
    (
        List::Ground,
        "potential_victim",
        "potențială|victimă potențială|vtfu potențială|victimă tfu potențială|potențială vtfu|pv|vp|потенциальная|потенциальная жертва|жертва потенциальная|potential",
    ),
    (
        List::Ground,
        "accompanying",
        "membru de familie|membru al familiei|însoțitor|copil însoțitor|copil al beneficiarei|copil al mamei|член семьи|ребенок с матерью|accompanying|family member",
    ),
    (
        List::Body,
        "nrs_team",
        "emd|emt|echipa multidisciplinară|echipă multidisciplinară|snr|ect|мдк|мдг|междисциплинарная команда|нсп|nrs",
    ),
    (
        List::Body,
        "police",
        "poliția|politie|ip|cctp|cct|inp|полиция|мвд|police",
    ),
    (
        List::Body,
        "justice",
        "procuratura|procuror|instanța|judecată|judecătoria|прокуратура|суд|court|prosecutor",
    ),
    (List::Body, "iom", "oim|мом|misiunea oim"),
    (
        List::Body,
        "ngo",
        "ong|asociație|asociație obștească|нпо|la strada|ngo",
    ),
    (
        List::Body,
        "hotline",
        "linia fierbinte|linia fierbinte la strada|горячая линия ла страда|linie fierbinte|telefonul de încredere|горячая линия|hot line",
    ),
    (
        List::Body,
        "social_assistance",
        "asistența socială|asistent social|dasp|dgaspf|asistenta sociala si protectia familiei|atas|соцзащита|социальная помощь|социальный работник",
    ),
    (
        List::Body,
        "health",
        "spital|medic|medic de familie|больница|врач|doctor|hospital",
    ),
    (
        List::Body,
        "border",
        "poliția de frontieră|grăniceri|vama|пограничная полиция|пограничники|border guard",
    ),
    (
        List::Body,
        "consulate",
        "consulat|ambasada|ambasadă|посольство|консульство|embassy",
    ),
    (List::Body, "centre", "centrul|cap|capc|центр"),
    (
        List::Body,
        "self",
        "singur|singură|adresare individuală|personal|adresare personală|сам|сама|самостоятельно|самообращение|self|self referral",
    ),
    (
        List::Body,
        "other",
        "altă instituție|altul|alta|altele|другое|другая|other",
    ),
    (
        List::Phase,
        "crisis",
        "criză|asistență de criză|кризис|кризисная|кризисная помощь",
    ),
    (
        List::Phase,
        "rehabilitation",
        "reabilitare|reintegrare|реабилитация",
    ),
    (List::Absence, "medical", "spital|medic|больница|hospital"),
    (
        List::Absence,
        "authority",
        "judecată|poliție|instanță|procuratură|суд|полиция|court",
    ),
    (
        List::Absence,
        "family",
        "acasă|familie|rude|домой|семья|home",
    ),
    (
        List::Absence,
        "day",
        "școală|serviciu|lucru|grădiniță|школа|работа|school|work",
    ),
    (
        List::Absence,
        "unexplained",
        "fără anunț|neanunțat|без предупреждения",
    ),
    (List::Absence, "other", "altele|другое|other"),
    (
        List::Departure,
        "completed",
        "program finalizat|finalizat|asistență finalizată|reintegrată|reintegrat|reintegrare|program incheiat|завершено|программа завершена|реинтеграция",
    ),
    (
        List::Departure,
        "term_ended",
        "expirarea termenului|termen expirat|sfârșitul termenului|истек срок|срок истек",
    ),
    (
        List::Departure,
        "own_wish",
        "la cerere|cerere proprie|dorință proprie|din proprie dorință|la dorință|propria dorință|по собственному желанию|по желанию|ушла по собственному желанию|ушел по собственному желанию|ушла по желанию|a părăsit centrul la cerere|a părăsit centrul la cerere proprie|own request",
    ),
    (
        List::Departure,
        "referred",
        "referită|referit|transfer|transferată|transferat|alt centru|направлена|переведена|перевод|referred",
    ),
    (
        List::Departure,
        "repatriated",
        "repatriere|repatriată|repatriat|репатриация|репатриирована",
    ),
    (
        List::Departure,
        "absconded",
        "fugă|a fugit|abandon|a părăsit|a părăsit centrul|părăsire|сбежала|сбежал|ушла|ушел|самовольно|побег",
    ),
    (
        List::Departure,
        "rules",
        "încălcarea regulamentului|încălcare|exclusă|exclus|нарушение правил|исключена",
    ),
    (
        List::Departure,
        "died",
        "deces|decedată|decedat|умерла|умер|смерть",
    ),
    (List::Departure, "other", "altele|alt motiv|другое|other"),
    (
        List::Destination,
        "family",
        "familie|acasă|la familie|în familie|familia|домой|в семью|семья|дом|home",
    ),
    (
        List::Destination,
        "own_home",
        "locuință proprie|apartament|chirie|gazdă|собственное жилье|квартира|съемное жилье",
    ),
    (
        List::Destination,
        "relatives",
        "rude|la rude|prieteni|родственники|к родственникам|друзья",
    ),
    (
        List::Destination,
        "other_centre",
        "alt centru|centru maternal|cm|centru social|другой центр|приют",
    ),
    (List::Destination, "hospital", "spital|больница"),
    (
        List::Destination,
        "abroad",
        "peste hotare|străinătate|за границу|за рубеж|abroad",
    ),
    (
        List::Destination,
        "unknown",
        "necunoscut|nu se știe|necunoscută|неизвестно|unknown",
    ),
    (List::Destination, "other", "altele|alta|другое|other"),
    (
        List::Assistance,
        "medical",
        "medicală|asistență medicală|medic|медицинская|медицинская помощь",
    ),
    (
        List::Assistance,
        "psychological",
        "psihologică|consiliere psihologică|psiholog|психологическая|психолог",
    ),
    (
        List::Assistance,
        "legal",
        "juridică|asistență juridică|jurist|avocat|юридическая|юрист|адвокат",
    ),
    (
        List::Country,
        "MD",
        "rm|r moldova|moldova|republica moldova|moldovean|moldoveancă|moldovenească|молдова|рм|молдавия|республика молдова",
    ),
    (
        List::Country,
        "UA",
        "ucraineană|ucrainean|украина|украинка|ucraina",
    ),
    (List::Country, "RO", "română|român|românia|румыния"),
    (List::Country, "RU", "rusă|rus|f rusă|rf|рф|россия|rusia"),
    (
        List::Country,
        "XX",
        "apatrid|apatridă|fără cetățenie|без гражданства|лбг|stateless",
    ),
    (
        List::Territory,
        "MD-CU",
        "chișinău|chisinau|mun chișinău|кишинев|кишинэу|г кишинев",
    ),
    (List::Territory, "MD-BA", "bălți|balti|бельцы|бэлць"),
    (
        List::Territory,
        "MD-SN",
        "transnistria|приднестровье|stânga nistrului|tiraspol|тирасполь|râbnița|рыбница",
    ),
    (
        List::Territory,
        "MD-GA",
        "găgăuzia|uta găgăuzia|гагаузия|comrat|комрат|ceadîr lunga|vulcănești",
    ),
    (
        List::Territory,
        "XX",
        "străinătate|necunoscut|за рубежом|неизвестно|abroad|unknown",
    ),
    (
        List::Heading,
        "code",
        "cod|codul|cod beneficiar|nr registru|nr de înregistrare|număr de înregistrare|nr dosar|dosar|№ дела|код|шифр|code|id|file number",
    ),
    (List::Heading, "stay", "plasament nr|nr plasament|stay"),
    (
        List::Heading,
        "name",
        "nume|numele|numele prenumele|nume prenume|nume și prenume|nume prenume beneficiar|prenume|prenumele|nume de familie|numele de familie|nume familie|patronimic|отчество|имя отчество|first name|given name|last name|family name|surname|fio|фио|ф и о|имя|фамилия имя|имя фамилия|name|full name",
    ),
    (
        List::Heading,
        "party",
        "familie|familia|nr familie|grup|familia nr|семья|группа|family|party|group",
    ),
    (
        List::Heading,
        "relation",
        "rudenie|grad de rudenie|relație|calitate|родство|степень родства|relation|relationship",
    ),
    (
        List::Heading,
        "sex",
        "sex|sexul|gen|genul|f m|m f|пол|gender",
    ),
    (
        List::Heading,
        "born",
        "data nașterii|născut|născută|data de naștere|anul nașterii|data lunii anul nașterii|дата рождения|д р|год рождения|рожд|date of birth|birth date|born|dob",
    ),
    (
        List::Heading,
        "age",
        "vârsta|vîrsta|ani|vârstă la intrare|возраст|лет|age",
    ),
    (
        List::Heading,
        "citizenship",
        "cetățenie|cetățenia|țara|гражданство|страна|citizenship|nationality",
    ),
    (
        List::Heading,
        "needs",
        "necesități|nevoi|cerințe|потребности|needs",
    ),
    (
        List::Heading,
        "ground",
        "statut|statutul|temei|temeiul plasamentului|categorie|categoria|categoria beneficiarului|statut victimă|статус|категория|основание|основание размещения|status|ground|category",
    ),
    (
        List::Heading,
        "decided_by",
        "decis de|cine a decis|identificat de|identificată de|кем определено|кто определил|decided by|identified by",
    ),
    (
        List::Heading,
        "decided_on",
        "data identificării|decis la|дата определения|decided on",
    ),
    (
        List::Heading,
        "phase",
        "etapa|faza|tip asistență|этап|фаза|phase",
    ),
    (
        List::Heading,
        "referrer",
        "referit de|referită de|cine a referit|instituția care a referit|cine a trimis|trimis de|sursa|кем направлен|кем направлена|кто направил|направившая организация|referred by|referrer|source",
    ),
    (
        List::Heading,
        "territory",
        "raion|raionul|localitatea|localitate|domiciliu|de unde|loc de trai|originea|район|населенный пункт|место жительства|откуда|rayon|district|territory|origin",
    ),
    (
        List::Heading,
        "from",
        "data|data intrării|data plasării|intrare|intrat|intrată|sosire|sosit|data sosirii|data admiterii|admitere|venit|plasat|început|de la|data plasamentului|дата поступления|поступление|поступила|поступил|дата размещения|прибытие|прибыла|дата|начало|с|arrival|arrived|admission|date of admission|date in|from|begin",
    ),
    (
        List::Heading,
        "from_time",
        "ora intrării|ora sosirii|ora|ora plasării|время поступления|время|час|time in|arrival time",
    ),
    (
        List::Heading,
        "to",
        "data ieșirii|ieșire|ieșit|ieșită|plecare|plecat|plecată|data plecării|până la|sfârșit|data externării|data încetării|дата выбытия|выбытие|выбыла|выбыл|убытие|уход|дата ухода|конец|до|departure|left|discharge|date of discharge|date out|to|end",
    ),
    (
        List::Heading,
        "to_time",
        "ora ieșirii|ora plecării|время выбытия|время ухода|time out|departure time",
    ),
    (
        List::Heading,
        "room",
        "camera|cam|odaia|nr camerei|комната|комн|к|room",
    ),
    (
        List::Heading,
        "bed",
        "pat|patul|camera pat|cam pat|camera patul|loc|кровать|койка|место|комната кровать|bed|room bed|place",
    ),
    (List::Heading, "with", "cu cine|în pat cu|с кем|with"),
    (
        List::Heading,
        "reason",
        "motiv|motivul|motivul plecării|motivul ieșirii|motivul încetării|причина|причина выбытия|причина ухода|reason|reason for leaving",
    ),
    (
        List::Heading,
        "destination",
        "destinație|destinația|unde a plecat|unde|plecat la|куда|куда выбыла|куда ушла|destination|where to",
    ),
    (
        List::Heading,
        "term_days",
        "termen|termen zile|termenul|срок|срок дней|term",
    ),
    (
        List::Heading,
        "term_by",
        "termen aprobat de|кто продлил|extended by",
    ),
    (
        List::Heading,
        "documents",
        "documente|act|buletin|act de identitate|документы|паспорт|documents|id card",
    ),
    (
        List::Heading,
        "notes",
        "note|mențiuni|observații|comentarii|примечания|примечание|заметки|notes|remarks",
    ),
    (
        List::Heading,
        "absence",
        "absență|absența|отсутствие|absence",
    ),
    (
        List::Heading,
        "expected",
        "revine|revenire așteptată|întoarcere așteptată|ожидается|expected back",
    ),
    (
        List::Heading,
        "assistance",
        "asistența|asistență|tip de asistență|servicii|помощь|assistance",
    ),
    (
        List::Heading,
        "assistance_name",
        "denumirea asistenței|название помощи|name of the assistance",
    ),
    (List::Heading, "day", "ziua|день|day"),
];
