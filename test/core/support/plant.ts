/** Defects to plant in a clean letter: what is changed, and the rule that must find it. */
export interface Plant {
  readonly name: string;
  readonly rule: string;
  /** The letter with the defect; null where the letter has no place for it. */
  readonly plant: (letter: string) => string | null;
}

export const PLANTS: readonly Plant[] = [
  replacing('Upheld for Overturned', 'decision-contradicts-rationale', /: {1,2}Overturned(?=\s)/, ': Upheld'),
  replacing('Overturned for Upheld', 'decision-contradicts-rationale', /: {1,2}Upheld(?=\s)/, ': Overturned'),
  replacing(
    'the conclusion turned round',
    'decision-contradicts-rationale',
    /is\s+not\s+medically\s+necessary\.(?=\s*$|\s*\n\s*\n)/,
    'is medically necessary.',
  ),
  replacing('the decision word lost', 'missing-decision', /: {1,2}(?:Upheld|Overturned)(?=\s)/, ''),
  replacing('another decision word', 'missing-decision', /(: {1,2})(?:Upheld|Overturned)(?=\s)/, '$1Modified'),
  replacing('no label of the reviewer’s guideline', 'missing-part', /MAXIMUS guideline: /, ''),
  replacing('no label of the rationale', 'missing-part', /Decision rationale: /, ''),
  replacing('no heading of the summary', 'missing-section', /CLINICAL CASE SUMMARY/, ''),
  replacing('no specialty', 'reviewer-qualifications', /Certification\(s\)\/Specialty:.*/, ''),
  replacing(
    'no evidence',
    'missing-citation',
    /MAXIMUS guideline: [\s\S]*?(?=\s*Decision rationale:)/,
    'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.\n',
  ),
  replacing('no such day', 'impossible-date', /(?<=dated )\d{1,2}([-/])\d{1,2}([-/]\d{4})/, '11$131$2'),
  replacing('decided late', 'late-determination', /(Decision Date:\s+)\d\d\/\d\d\/\d{4}/, '$106/30/2017'),
  replacing(
    'another date of the review',
    'utilization-review-date-mismatch',
    /(UR Denial Date:\s+)\d\d\/\d\d\/(\d{4})/,
    '$102/03/$2',
  ),
  replacing(
    'another date of injury',
    'date-of-injury-mismatch',
    /(Date of Injury:\s+)\d\d\/\d\d\/(\d{4})/,
    '$101/09/$2',
  ),
  replacing('a word doubled', 'repeated-text', /(?<=Decision rationale: .{5,90} )the (?=[a-z])/s, 'the the '),
  replacing(
    'no space behind a full stop',
    'missing-space',
    /(?<=Decision rationale: [\s\S]{30,400}[a-z]{3}\.) (?=[A-Z][a-z]{3})/,
    '',
  ),
  replacing(
    'a social security number',
    'personal-information',
    /(?<=Decision rationale: )/,
    'The worker has SSN 555-12-9876. ',
  ),
  replacing('a blank to fill in', 'placeholder', /(?<=Decision rationale: )/, 'On XX/XX/2016 nothing was reported. '),
];

/** The pronouns of the rationale changed to the other sex; for a worker of the sex that `of` names. */
export const otherSex: Plant = {
  name: 'the other sex in the rationale',
  rule: 'sex-mismatch',
  plant: (letter) => {
    const sex = /year[- ]old (male|female)/.exec(letter)?.[1];
    const at = letter.indexOf('Decision rationale: ');
    if (sex === undefined || at < 0) return null;
    const place = at + 'Decision rationale: '.length;
    const sentence = sex === 'male' ? 'She reported pain at rest. ' : 'He reported pain at rest. ';
    return letter.slice(0, place) + sentence + letter.slice(place);
  },
};

/** The side in the first heading that has one turned round. */
export const otherSide: Plant = {
  name: 'the other side in a heading',
  rule: 'laterality-mismatch',
  plant: (letter) => {
    const issues = letter.indexOf('set forth below:');
    const heading =
      /\b(left|right)(?= (?:shoulder|knee|hip|ankle|wrist|elbow|hand|foot|upper extremity|lower extremity)[^\n]*:\s+(?:Upheld|Overturned))/.exec(
        letter.slice(issues),
      );
    if (issues < 0 || heading === null) return null;
    const at = issues + heading.index;
    const other = heading[1] === 'left' ? 'right' : 'left';
    return letter.slice(0, at) + other + letter.slice(at + other.length - (other === 'right' ? 1 : -1));
  },
};

export const ALL_PLANTS: readonly Plant[] = [...PLANTS, otherSex, otherSide];

function replacing(name: string, rule: string, pattern: RegExp, replacement: string): Plant {
  return {
    name,
    rule,
    plant: (letter) => (pattern.test(letter) ? letter.replace(pattern, replacement) : null),
  };
}
