/** Defects to plant in a letter: what is changed, and the rule that must find it. */
export interface Plant {
  readonly name: string;
  readonly rule: string;
  /** Rules that may report what was planted as well: another side of the same defect. */
  readonly also: readonly string[];
  /** The letter with the defect; null where the letter has no place for it. */
  readonly plant: (letter: string) => string | null;
}

const LIMB = '(?:shoulder|knee|hip|ankle|wrist|elbow|hand|foot|upper extremity|lower extremity)';
/** Between two words that a line end may part. */
const GAP = String.raw`\s+`;

const DECISION: readonly Plant[] = [
  replacing('Upheld for Overturned', 'decision-contradicts-rationale', /: {1,2}Overturned(?=\s)/, ': Upheld'),
  replacing('Overturned for Upheld', 'decision-contradicts-rationale', /: {1,2}Upheld(?=\s)/, ': Overturned', [
    'visits-exceed-guideline',
  ]),
  replacing(
    'the conclusion turned round',
    'decision-contradicts-rationale',
    /is\s+not\s+medically\s+necessary\.(?=\s*$|\s*\n\s*\n)/,
    'is medically necessary.',
  ),
  replacing(
    'an affirmed conclusion turned round',
    'decision-contradicts-rationale',
    /is\s+medically\s+necessary\.(?=\s*$|\s*\n\s*\n)/,
    'is not medically necessary.',
  ),
  inRationale('a second conclusion', 'contradictory-rationale', (upheld) =>
    upheld ? 'Medical necessity has been established.' : 'Medical necessity has not been established.',
  ),
  replacing('the decision word lost', 'missing-decision', /: {1,2}(?:Upheld|Overturned)(?=\s)/, ''),
  replacing('another decision word', 'missing-decision', /(: {1,2})(?:Upheld|Overturned)(?=\s)/, '$1Modified'),
  replacing(
    'no conclusion',
    'missing-conclusion',
    /(?:Therefore|As such|Thus), (?:the|this) [^.]{1,120}? medically\s+necessary\.(?=\s*$|\s*\n\s*\n)/,
    '',
  ),
  {
    name: 'a cover that decides otherwise',
    rule: 'final-determination-mismatch',
    also: [],
    plant: (letter) => {
      const isMixed = /: Upheld\s/.test(letter) && /: Overturned\s/.test(letter);
      const cover = `Final Determination: ${isMixed ? 'UPHOLD' : 'PARTIAL OVERTURN'}. This means what is told below.`;
      return letter.replace(/(?=^ *HOW THE IMR FINAL DETERMINATION)/m, `${cover}\n\n`);
    },
  },
  {
    name: 'an issue twice',
    rule: 'duplicate-issue',
    // What was reported of the issue is reported twice.
    also: ['missing-citation'],
    plant: (letter) => {
      const parts = letter.lastIndexOf('\n\nClaims Administrator guideline:');
      const heading = letter.lastIndexOf('\n\n', parts - 1);
      return heading < 0 ? null : letter.trimEnd() + letter.slice(heading);
    },
  },
];

/** The operation is upheld, in its heading and in its conclusion. */
const upholdOperation = (letter: string): string | null => {
  const heading = letter.replace(/(?<=(?:meniscectomy|right knee): {1,2})Overturned/, 'Upheld');
  const whole = heading.replace(
    /(?<=(?:requested\s+surgery|partial\s+medial\s+meniscectomy)\s+is\s+)(?=medically)/,
    'not ',
  );
  return heading === letter || whole === heading ? null : whole;
};

const DEPENDENCE: readonly Plant[] = [
  {
    name: 'an operation upheld, and its aftercare overturned for it',
    rule: 'dependent-decision',
    also: [],
    plant: (letter) => (/As the\s+surgery is found/.test(letter) ? upholdOperation(letter) : null),
  },
  {
    name: 'tests for an operation that is upheld',
    rule: 'dependent-decision',
    also: [],
    plant: (letter) =>
      upholdOperation(letter)?.replace(
        /(?<=Decision rationale: )(?=[^\n]*preoperative)/,
        'The surgery has been approved. ',
      ) ?? null,
  },
  {
    name: 'an issue twice, decided both ways',
    rule: 'duplicate-issue',
    also: ['missing-citation', 'treatment-mismatch', 'contradictory-rationale'],
    plant: (letter) => {
      const parts = letter.lastIndexOf('\n\nClaims Administrator guideline:');
      const heading = letter.lastIndexOf('\n\n', parts - 1);
      if (heading < 0) return null;
      const other = letter
        .slice(heading)
        .replace(/Upheld|Overturned/, (word) => (word === 'Upheld' ? 'Overturned' : 'Upheld'))
        .replace(/is\s+(not\s+)?medically\s+necessary/, (_, not) => `is ${not ? '' : 'not '}medically necessary`);
      return letter.trimEnd() + other;
    },
  },
];

const REVIEWED: readonly Plant[] = [
  replacing(
    'a thing denied that no issue decides',
    'disputed-items-mismatch',
    /(?<=Utilization\s+Review\s+denied\s+the\s+request)\./,
    's for the surgery and for crutches.',
  ),
  replacing(
    'a study denied that no issue decides',
    'disputed-items-mismatch',
    /(?<=non-certified\s+the\s+request\s+for\s+MRI\s+of\s+the\s+left\s+shoulder)\./,
    ' and acupuncture.',
  ),
];

const REVIEWER: readonly Plant[] = [
  replacing('a psychologist decides', 'reviewer-specialty', /(Certification\(s\)\/Specialty:) .*/, '$1 Psychology'),
  replacing('no word of independence', 'independence-statement', /He\/she has no\s+affiliation[^.]*\.\s/, ''),
  {
    name: 'ODG alone for a study that the MTUS has',
    rule: 'mtus-first',
    also: [],
    plant: (letter) => {
      const cited = letter.replace(
        /(?<=MAXIMUS guideline: )Decision based on MTUS Shoulder Complaints [\s\S]*?(?=\s*Decision rationale:)/,
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder, MRI.',
      );
      return cited === letter ? null : cited.replace('The MTUS guidelines recommend', 'The guidelines recommend');
    },
  },
];

const STRUCTURE: readonly Plant[] = [
  replacing('no label of the claims administrator’s guideline', 'missing-part', /Claims Administrator guideline: /, ''),
  replacing('no label of the reviewer’s guideline', 'missing-part', /MAXIMUS guideline: /, '', ['repeated-text']),
  replacing('no label of the rationale', 'missing-part', /Decision rationale: /, ''),
  replacing('an empty rationale', 'missing-part', /(Decision rationale: )[\s\S]*?(?=\n\n|$)/, '$1'),
  replacing('no heading of an issue', 'missing-decision', /(?<=\n\n)[A-Z][^\n]{3,90}: Upheld\n\n(?=Claims)/, ''),
  replacing(
    'an empty description of how it was made',
    'empty-section',
    /(?<=DETERMINATION WAS MADE\n)[\s\S]*?(?=\n *CLINICAL)/,
    '',
  ),
  replacing('no heading of the issues', 'missing-section', /^ *IMR ISSUES, DECISIONS AND RATIONALES\n/m, ''),
  replacing('no heading of the summary', 'missing-section', /CLINICAL CASE SUMMARY/, ''),
  replacing('an empty summary', 'empty-section', /(all medical records:)[\s\S]*?(?=\n *IMR ISSUES)/, '$1\n'),
  replacing('the summary twice', 'section-order', /^ *CLINICAL CASE SUMMARY\n/m, '$&\n$&', ['empty-section']),
  replacing('no specialty', 'reviewer-qualifications', /Certification\(s\)\/Specialty:.*/, ''),
  replacing('no state of licensure', 'reviewer-qualifications', /State\(s\) of Licensure:.*/, ''),
];

const RECORDS: readonly Plant[] = [
  denying(
    'no therapy',
    /visits of physical therapy|sessions of\s+physical therapy, naproxen/,
    'The records show no physical therapy.',
  ),
  denying(
    'therapy never had',
    /visits of physical therapy|sessions of\s+physical therapy, naproxen/,
    'The worker has not had any physical therapy to date.',
  ),
  denying(
    'therapy not documented',
    /visits of physical therapy|sessions of\s+physical therapy, naproxen/,
    'Prior physical therapy is not documented.',
  ),
  denying(
    'no conservative care',
    /visits of physical therapy|sessions of\s+physical therapy, naproxen|chiropractic care, heat/,
    'There has been no conservative care.',
  ),
  denying(
    'a class of drugs not tried',
    /naproxen and|anti-inflammatory\s+medication/,
    'The worker has not tried NSAIDs.',
  ),
  denying('a study not done', /MRI of the right knee dated/, 'An MRI has not been done.'),
  denying('no such study', /MRI of the right knee dated/, 'There is no MRI of the right knee in the records.'),
  denying('films never taken', /X-rays of the left shoulder on/, 'No x-rays of the left shoulder have been taken.'),
  denying('no manipulation', /chiropractic care, heat/, 'There is no evidence of prior chiropractic care.'),
  denying('no such complaint', /catching and locking|giving way/, 'There are no mechanical symptoms.'),
  denying('no such weakness', /weakness of the\s+supraspinatus/, 'The file fails to document any weakness.'),
  denying(
    'no form',
    /Request for\s+authorization (?:dated|was signed)/i,
    'A request for authorization was not submitted.',
  ),
  denying('no level of pain', /pain rated/, 'There is no documentation of pain levels.'),
];

const COPY_PASTE: readonly Plant[] = [
  replacing(
    'a conclusion about another treatment',
    'treatment-mismatch',
    /(?<=(?:Therefore|As such), the request )(?=is (?:not )?medically necessary)/,
    'for acupuncture ',
  ),
  replacing(
    'a conclusion about another part of the body',
    'treatment-mismatch',
    new RegExp(`(?<=request${GAP}for${GAP}MRI of the )left shoulder(?=[^.]*medically${GAP}necessary)`),
    'left knee',
    ['laterality-mismatch'],
  ),
  replacing(
    'the rationale of another letter',
    'treatment-mismatch',
    /(?<=Decision rationale: )[\s\S]*?(?=\n\n|$)/,
    'A muscle relaxant such as cyclobenzaprine is for a short course. The records tell of cyclobenzaprine for months, ' +
      'and of no gain from cyclobenzaprine. As such, the request is not medically necessary.',
    ['decision-contradicts-rationale', 'uncited-guideline'],
  ),
  replacing(
    'another part of the body in the heading',
    'treatment-mismatch',
    new RegExp(`(?<=^(?:MRI|EMG)[^\\n]* of the )(?:left|right) ${LIMB}(?=[^\\n]*: (?:Upheld|Overturned))`, 'm'),
    'thoracic spine',
    ['citation-mismatch'],
  ),
  {
    name: 'the other side in a heading',
    rule: 'laterality-mismatch',
    also: [],
    plant: (letter) =>
      otherSide(
        letter,
        new RegExp(`\\b(?:left|right)(?= ${LIMB}[^\\n]*:\\s+(?:Upheld|Overturned))`, 'i'),
        'set forth below:',
      ),
  },
  {
    name: 'the other side in a conclusion',
    rule: 'laterality-mismatch',
    also: [],
    plant: (letter) =>
      otherSide(
        letter,
        new RegExp(`(?<=request${GAP}for [^.]{0,40})\\b(?:left|right)(?= ${LIMB}[^.]*medically${GAP}necessary)`, 'i'),
        'Decision rationale:',
      ),
  },
  {
    name: 'the other side in what was denied',
    rule: 'laterality-mismatch',
    also: [],
    plant: (letter) =>
      otherSide(
        letter,
        new RegExp(`(?<=non-certified the request for [^.]{0,40})\\b(?:left|right)(?= ${LIMB})`),
        'SUMMARY',
      ),
  },
];

const SEGMENTS: readonly Plant[] = [
  replacing(
    'the neck throughout, where the low back is in dispute',
    'treatment-mismatch',
    /(?<=Decision rationale: )(?=The guideline recommends a trial of 6)/,
    'The cervical spine is stiff, and the muscles of the neck are tender. ',
  ),
];

const CITATIONS: readonly Plant[] = [
  replacing(
    'no evidence',
    'missing-citation',
    /MAXIMUS guideline: [\s\S]*?(?=\s*Decision rationale:)/,
    'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.\n',
    ['uncited-guideline', 'visits-exceed-guideline'],
  ),
  replacing(
    'nothing cited, in other words',
    'missing-citation',
    /MAXIMUS guideline: [\s\S]*?(?=\s*Decision rationale:)/,
    'MAXIMUS guideline: No guideline was consulted.\n',
    ['uncited-guideline', 'visits-exceed-guideline'],
  ),
  replacing(
    'an empty guideline part',
    'missing-citation',
    /(MAXIMUS guideline: )[\s\S]*?(?=\s*Decision rationale:)/,
    '$1\n',
    ['uncited-guideline', 'visits-exceed-guideline'],
  ),
  reviewerCites('a chapter that there is not', 'unknown-citation', 'Spinal Wellness Complaints 2013'),
  reviewerCites(
    'a page that there is not',
    'unknown-citation',
    'Chronic Pain Treatment Guidelines Page(s): 198 of 127',
    ['superseded-guideline', 'citation-mismatch'],
  ),
  replacing(
    'a year that there is not',
    'unknown-citation',
    /(?<=MAXIMUS guideline: Decision based on MTUS [A-Z][^.\d]*)20\d\d/,
    '2011',
    ['visits-exceed-guideline', 'citation-without-location', 'guideline-silence'],
  ),
  replacing(
    'an edition that was no more in force',
    'superseded-guideline',
    /(?<=MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment )2016/,
    '2009',
    ['visits-exceed-guideline'],
  ),
  replacing(
    'no section',
    'citation-without-location',
    /(?<=MAXIMUS guideline: Decision based on MTUS [A-Z][^.]*20\d\d),\s+Section\(s\):[^.]*/,
    '',
    ['visits-exceed-guideline'],
  ),
  replacing(
    'the chapter of another part of the body',
    'citation-mismatch',
    /(?<=MAXIMUS guideline: Decision based on MTUS )(?:Knee|Shoulder|Low Back) Complaints/,
    'Ankle and Foot Complaints',
    ['uncited-guideline'],
  ),
  inRationale(
    'a guideline that is not listed',
    'uncited-guideline',
    () => 'According to the MTUS Stress-Related Conditions guidelines, this is for a short time only.',
  ),
  inRationale('a guideline called silent', 'guideline-silence', () => 'The MTUS is silent on this treatment.'),
  replacing(
    'a figure that the guideline does not have',
    'limit-misquoted',
    /(?<=guideline recommends a trial of )6(?= visits over 2 weeks)/,
    '14',
    ['visits-exceed-guideline'],
  ),
];

const VISITS: readonly Plant[] = [
  replacing(
    'a wrong total',
    'visit-arithmetic',
    /(?<=2 times a week for 6 weeks \()12(?= (?:visits|sessions)\))/,
    '10',
  ),
  replacing('a wrong remainder', 'visit-arithmetic', /(?<=for the lumbar spine, )6(?= visits is: Upheld)/, '9', [
    'quantity-mismatch',
    'visits-exceed-guideline',
  ]),
  replacing(
    'another number in the conclusion',
    'quantity-mismatch',
    /(?<=request\s+for[^.]{0,40} )6(?=\s+sessions[^.]*not medically)/,
    '8',
  ),
  replacing('another number of tablets', 'quantity-mismatch', /(?<=the request for Tramadol 50mg )#60/, '#90'),
  replacing('another strength', 'quantity-mismatch', /(?<=the request for Tramadol )50mg/, '100mg'),
  {
    name: 'another strength before the conclusion',
    rule: 'quantity-mismatch',
    also: [],
    plant: (letter) =>
      letter.includes('the request for Tramadol 50mg #60')
        ? letter
            .replace(/the request for Tramadol 50mg #60 with 1\s+refill/, 'the request')
            .replace(/(?<=Decision rationale: )(?=There is no documentation of pain)/, 'Tramadol 100mg is requested. ')
        : null,
  },
  replacing('more visits than the guideline has', 'visits-exceed-guideline', /12(?= sessions of postoperative)/, '40', [
    'quantity-mismatch',
    'statutory-visit-cap',
  ]),
  replacing(
    'tablets that do not last as told',
    'dose-arithmetic',
    /(?<=^Tramadol 50mg) #60 with 1 refill(?=:)/m,
    ', one tablet twice daily for 45 days, #60',
  ),
];

const PERSON: readonly Plant[] = [
  inRationaleOfSex('the other sex in the rationale', (sex) =>
    sex === 'male' ? 'She reported pain at rest.' : 'He reported pain at rest.',
  ),
  inRationale(
    'another age in the rationale',
    'age-mismatch',
    () => 'The injured worker is a 71-year-old who has had pain at rest.',
  ),
  replacing(
    'another date of injury',
    'date-of-injury-mismatch',
    /(Date of Injury:\s+)\d\d\/\d\d\/(\d{4})/,
    '$101/09/$2',
    ['date-order'],
  ),
  inRationale(
    'another date of injury in the rationale',
    'date-of-injury-mismatch',
    () => 'The date of injury is 08/15/2016.',
  ),
];

const TIME: readonly Plant[] = [
  replacing('no such day', 'impossible-date', /(?<=dated )\d{1,2}([-/])\d{1,2}([-/]\d{4})/, '11$131$2', ['date-order']),
  replacing('a visit that had not come yet', 'impossible-date', /(?<=progress\s+note\s+dated \d\d-\d\d-)2016/, '2018'),
  replacing('a visit before the injury', 'date-order', /(?<=progress\s+note\s+dated \d\d-\d\d-)2016/, '2015'),
  replacing('an application before the denial', 'date-order', /(Application {2,})\d\d\/\d\d\/\d{4}/, '$108/01/2015'),
  replacing('assigned before the application', 'date-order', /(Date Assigned:\s+)\d\d\/\d\d\/\d{4}/, '$108/01/2015', [
    'late-determination',
  ]),
  replacing('decided late', 'late-determination', /(Decision Date:\s+)\d\d\/\d\d\/\d{4}/, '$106/30/2017', [
    'superseded-guideline',
  ]),
  replacing(
    'another date of the review',
    'utilization-review-date-mismatch',
    /(UR Denial Date:\s+)\d\d\/\d\d\/(\d{4})/,
    '$102/03/$2',
    ['date-order', 'impossible-date', 'superseded-guideline'],
  ),
];

const WORDING: readonly Plant[] = [
  replacing('a word doubled', 'repeated-text', /(?<=Decision rationale: .{5,90} )the (?=[a-z])/s, 'the the '),
  replacing(
    'no space behind a full stop',
    'missing-space',
    /(?<=Decision rationale: [\s\S]{30,400}[a-z]{3}\.) (?=[A-Z][a-z]{3})/,
    '',
  ),
  inRationale('a social security number', 'personal-information', () => 'The worker has SSN 555-12-9876.'),
  inRationale('a telephone number', 'personal-information', () => 'The office is at 916-555-0143.'),
  inRationale('an address of electronic mail', 'personal-information', () => 'Write to jane.roe@example.com.'),
  inRationale('a blank to fill in', 'placeholder', () => 'On XX/XX/2016 nothing was reported.'),
  inRationale('a part to insert', 'placeholder', () => 'The diagnosis is [insert diagnosis].'),
  inRationale('a name taken out', 'redaction-gap', () => 'According to the report by , the pain is less.'),
  inRationale('a quotation without its end', 'unbalanced-quotation', () => 'The worker said that it was “better now.'),
  inRationale('an article for another sound', 'grammar', () => 'The worker had a MRI.'),
];

/** In the order of the rules' list: the gravest first. */
export const PLANTS: readonly Plant[] = [
  ...DECISION,
  ...DEPENDENCE,
  ...REVIEWED,
  ...REVIEWER,
  ...STRUCTURE,
  ...RECORDS,
  ...COPY_PASTE,
  ...SEGMENTS,
  ...CITATIONS,
  ...VISITS,
  ...PERSON,
  ...TIME,
  ...WORDING,
];

function replacing(
  name: string,
  rule: string,
  pattern: RegExp,
  replacement: string,
  also: readonly string[] = [],
): Plant {
  return {
    name,
    rule,
    also,
    plant: (letter) => (pattern.test(letter) ? letter.replace(pattern, replacement) : null),
  };
}

function reviewerCites(name: string, rule: string, citation: string, also: readonly string[] = []): Plant {
  const pattern = /(?<=MAXIMUS guideline: )Decision based on MTUS [\s\S]*?(?=\s*Decision rationale:)/;
  return replacing(name, rule, pattern, `Decision based on MTUS ${citation}.\n`, [
    'uncited-guideline',
    'visits-exceed-guideline',
    'limit-misquoted',
    ...also,
  ]);
}

const RATIONALE = 'Decision rationale: ';

/** A sentence put before the first rationale. */
function inRationale(name: string, rule: string, sentence: (upheld: boolean) => string): Plant {
  return {
    name,
    rule,
    also: [],
    plant: (letter) => {
      const at = letter.indexOf(RATIONALE);
      if (at < 0) return null;
      const upheld = /: {1,2}(Upheld|Overturned)\s/.exec(letter)?.[1] === 'Upheld';
      const place = at + RATIONALE.length;
      return `${letter.slice(0, place)}${sentence(upheld)} ${letter.slice(place)}`;
    },
  };
}

/** A sentence in the first rationale that denies what the letter says. */
function denying(name: string, told: RegExp, sentence: string): Plant {
  const planted = inRationale(name, 'record-contradiction', () => sentence);
  return { ...planted, plant: (letter) => (told.test(letter) ? planted.plant(letter) : null) };
}

function inRationaleOfSex(name: string, sentence: (sex: string) => string): Plant {
  return {
    name,
    rule: 'sex-mismatch',
    also: [],
    plant: (letter) => {
      const sex = /year[- ]old (male|female)/.exec(letter)?.[1];
      return sex === undefined ? null : inRationale(name, 'sex-mismatch', () => sentence(sex)).plant(letter);
    },
  };
}

/** The first side that the pattern finds after some words, turned round. */
function otherSide(letter: string, pattern: RegExp, behind: string): string | null {
  const from = letter.indexOf(behind);
  const match = from < 0 ? null : pattern.exec(letter.slice(from));
  if (match === null) return null;
  const at = from + match.index;
  const other = /left/i.test(match[0]) ? 'right' : 'left';
  const written = /^[A-Z]/.test(match[0]) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  return letter.slice(0, at) + written + letter.slice(at + match[0].length);
}
