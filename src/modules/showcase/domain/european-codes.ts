/** Codes of the Publications Office's authority tables (ISO 639-3 and ISO 3166-1 alpha-3), by the shorter codes that we keep. */
const LANGUAGES: Record<string, string> = Object.fromEntries(
  pairs(
    'ar ARA,bg BUL,ca CAT,cs CES,cy CYM,da DAN,de DEU,el ELL,en ENG,es SPA,et EST,eu EUS,fa FAS,fi FIN,fr FRA,ga GLE,gl GLG,he HEB,hi HIN,' +
      'hr HRV,hu HUN,is ISL,it ITA,ja JPN,ko KOR,lb LTZ,lt LIT,lv LAV,mk MKD,mt MLT,nb NOB,nl NLD,nn NNO,no NOR,pl POL,pt POR,ro RON,ru RUS,' +
      'sk SLK,sl SLV,sq SQI,sr SRP,sv SWE,tr TUR,uk UKR,zh ZHO',
  ),
);

const COUNTRIES: Record<string, string> = Object.fromEntries(
  pairs(
    'AL ALB,AT AUT,AU AUS,BA BIH,BE BEL,BG BGR,BR BRA,CA CAN,CH CHE,CL CHL,CN CHN,CO COL,CY CYP,CZ CZE,DE DEU,DK DNK,EE EST,EG EGY,ES ESP,' +
      'FI FIN,FR FRA,GB GBR,GE GEO,GR GRC,HR HRV,HU HUN,IE IRL,IL ISR,IN IND,IS ISL,IT ITA,JP JPN,KE KEN,KR KOR,LI LIE,LT LTU,LU LUX,LV LVA,' +
      'MD MDA,ME MNE,MK MKD,MT MLT,MX MEX,NG NGA,NL NLD,NO NOR,NZ NZL,PL POL,PT PRT,RO ROU,RS SRB,SE SWE,SI SVN,SK SVK,TR TUR,UA UKR,US USA,' +
      'XK 1A0,ZA ZAF',
  ),
);

/** `null` for a language that the table here does not hold. */
export function europeanLanguage(primary: string): string | null {
  return LANGUAGES[primary] ?? null;
}

export function europeanCountry(alpha2: string): string | null {
  return COUNTRIES[alpha2] ?? null;
}

function pairs(list: string): [string, string][] {
  return list.split(',').map((pair) => pair.split(' ', 2) as [string, string]);
}
