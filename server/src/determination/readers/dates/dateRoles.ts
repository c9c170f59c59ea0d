import { everywhere } from '../../../text/pattern.ts';
import type { DateRole } from '../../model/determination.ts';

/** Where a date stands, by indexes of a text. */
interface WrittenDate {
  readonly start: number;
  readonly end: number;
}

/**
 * What dates are the dates of, told by the words around them: those right behind ('the 10/23/14 report'), else the nearest
 * before in the same sentence ('MRI of the lumbar spine dated …'), else the first behind ('On …, she complained of').
 * @param known the roles of dates that a label or their place tells
 */
export function rolesOf<Date extends WrittenDate>(
  text: string,
  dates: readonly Date[],
  known: (date: Date) => DateRole | null = () => null,
): readonly DateRole[] {
  const roles: DateRole[] = [];
  for (const [i, date] of dates.entries()) {
    const previous = dates[i - 1];
    const continued = previous !== undefined && RANGE.test(text.slice(previous.end, date.start));
    roles.push(
      known(date) ??
        (continued ? (roles[i - 1] ?? 'other') : roleOf(text, date, previous?.end ?? 0, dates[i + 1]?.start)),
    );
  }
  return roles;
}

/** What stands between the two dates of a range, or of a list. */
export const RANGE = /^ ?(?:to|through|thru|until|and|or|-|–|—|,|&|\/|, and) ?$/i;

const REACH_BEFORE = 160;
const REACH_BEHIND = 110;
/** A full stop ends a sentence where a capital follows, glued or not; 'Dr. Roe' and 'No. 3' do not matter here. */
const SENTENCE_END = /[.?!]["')\]]? ?(?=[A-Z])|[.?!;] |: (?=[A-Z])/;
const SENTENCE_ENDS = everywhere(new RegExp(SENTENCE_END));

function roleOf(text: string, { start, end }: WrittenDate, floor: number, ceiling = text.length): DateRole {
  const window = text.slice(Math.max(floor, start - REACH_BEFORE), start);
  const before = window.slice(lastSentenceStart(window));
  const behind = firstSentence(text.slice(end, Math.min(ceiling, end + REACH_BEHIND)));
  return (
    (AS_ADJECTIVE.test(before) ? roleRightBehind(behind) : null) ??
    roleBefore(before) ??
    roleBehind(before, behind) ??
    'other'
  );
}

/** More words than these between a colon and a date are a sentence of their own, after the one that leads in to it. */
const LONGER_THAN_LABELED = 40;

function lastSentenceStart(window: string): number {
  let start = 0;
  for (const match of SENTENCE_ENDS.in(window)) {
    const end = match.index + match[0].length;
    // A label's colon ('Decision Date:') and a full stop right before the date leave the words that tell its role.
    if (end >= window.length || (match[0].startsWith(':') && window.length - end < LONGER_THAN_LABELED)) continue;
    start = end;
  }
  return start;
}

function firstSentence(behind: string): string {
  const end = SENTENCE_END.exec(behind);
  return end === null ? behind : behind.slice(0, end.index);
}

type CueRole = DateRole | 'earlier-injury' | 'request' | 'asked' | 'telling';

/**
 * Words that tell a role. Of two that begin at one place the first in this list counts, so that 'first report of injury' is a
 * report. 'request' and 'asked' tell that a study or operation behind them was asked for, not done; 'telling' is
 * weaker than what it tells of.
 */
const CUES: readonly (readonly [CueRole, string])[] = [
  ['other', 'date of birth|birth ?dates?|DOB|born|hired|since|until|next|scheduled|refill|MMI'],
  [
    'application',
    'application (?:for independent medical review )?(?:was )?(?:filed|received)|IMR application|application',
  ],
  ['assignment', 'notice of assignment|date assigned'],
  ['decision', 'decision date ?:'],
  [
    'visit',
    "(?:doctor'?s'? )?first reports? of (?:occupational |work |industrial )?(?:injury|illness)(?: or illness)?" +
      '|(?<=(?:report|note|record)s? (?:was |were )?)reviewed by (?:the )?(?:utilization review(?: \\(UR\\))?|UR)' +
      '|dates? of services?|DOS|(?:physical|occupational|chiropractic|acupuncture|physio)[ -]?(?:therapy|treatment)? (?:reports?|notes?)',
  ],
  [
    'request-for-authorization',
    'requests? for authorizations?|RFAs?|authorization (?:requests?|forms?)|requests? (?:was|were|is) (?:noted to be )?(?:received|submitted|made)',
  ],
  [
    'denial',
    '(?:utilization reviews?|utilization management|UR|peer review)(?: \\(UR\\))?(?: (?:reports?|forms?|letters?|documentation|documents?|decisions?|determinations?|notices?|denials?))?' +
      '|(?:prior|previous|initial|original|adverse|earlier) (?:determinations?|reviews?|decisions?|denials?)|determination letter|determination' +
      '|(?<!\\b(?:patient|worker|he|she|IW|applicant|claimant|employee|who) (?:has |had |also )?)denied|denials?' +
      '|non-? ?certif(?:ied|ication)|(?:not|partially) (?:certified|approved|authorized)|modified the|was modified' +
      '|previously reviewed|failed to approve|disapproved|certified|certification',
  ],
  [
    'earlier-injury',
    '(?:prior|previous|earlier|another|other|second|unrelated|pre-?existing|non-?industrial)(?: [a-z-]{1,20})? (?:injur(?:y|ies)|claims?|accidents?)',
  ],
  [
    'injury',
    'injur(?:y|ies|ed(?! (?:worker|employee)))(?: dates?)?|DOI|dates? of (?:loss|accident|incident|onset)|accidents?|incident|occupational claim|trauma' +
      '|falls?|(?<!\\b(?:scores?|levels?|ratings?|pain|strength|pressure|rate|counts?|numbers?) )fell(?! (?:from \\d+(?:\\.\\d+)? to|to \\d|by \\d|below|short|within|under|outside|behind)\\b)|slipped|tripped|sustained|was hurt',
  ],
  [
    'guideline',
    'updated|update|accessed|retrieved|last reviewed|revised|edition|ed\\.,?|C\\.?C\\.?R\\.?[ §\\d.]{0,14}|effective|published|9792[.\\d]{1,6}|web version',
  ],
  ['request', 'requests?(?: (?:was|were|is|are)(?: made)?)? for|requests?|orders? for|recommendations? for'],
  ['asked', 'requested|requesting|ordered|recommended|prescribed|pending'],
  [
    'surgery',
    'surger(?:y|ies)|surgical (?:procedure|repair|intervention)|arthroscop(?:y|ic)|fusion|discectomy|laminectomy|decompression' +
      '|arthroplasty|(?:rotator cuff|hernia|meniscal|tendon|ligament|labral) repair|replacement|operation|operative report|status post|s/p' +
      '|meniscectomy|resection|amputation|reconstruction|ORIF|fixation|carpal tunnel release|colectomy|appendectomy|cholecystectomy',
  ],
  [
    'study',
    'MRIs?|MRA|magnetic resonance(?: imaging)?|CT|CAT|computed tomography|x-? ?rays?|radiographs?|EMG(?:/NCV|/NCS)?|NCV|NCS' +
      '|electro-?diagnostic(?: stud(?:y|ies)| test(?:s|ing)?)?|electromyography|nerve conduction|ultrasound|sonogram|echocardiogram|stress test' +
      '|urine (?:drug|toxicology)(?: screen(?:s|ing)?| tests?)?|UDS|toxicology|labs?|laboratory|blood (?:work|tests?)|imaging|scans?|stud(?:y|ies)|EKG|ECG|EEG' +
      '|arthrogram|Holter|myelogram|DEXA|biopsy|cholesterol|HDL|LDL|glucose|hemoglobin|A1C|sleep study|polysomnogram|CURES',
  ],
  [
    'visit',
    '(?:re-?)?visits?|progress (?:reports?|notes?)|reports?|notes?|PR-? ?2s?|examinations?|exams?|examined|(?:re-?)?evaluations?' +
      '|evaluated|seen|presented|presents|follow(?:ed)?[ -]?ups?|consult(?:ation)?s?|appointments?|documentation|documents?|medical records?|clinic(?:al)?|office' +
      '|complain(?:ed|s|t|ts|ing)|treatment plan|findings|chart|records|hospital(?:ized|ization)?|admitted|discharged?|emergency' +
      '|pain levels?|symptoms|subjective|objective|regimen|assessed|assessment|treated|physician|provider|as of',
  ],
  ['telling', 'reported|noted|documented|rated|indicate[ds]|continued|stated|states|described|demonstrated|revealed'],
];

const CUE = everywhere(new RegExp(`\\b(?:${CUES.map(([, pattern]) => `(${pattern})`).join('|')})(?![A-Za-z])`, 'i'));

interface Cue {
  readonly role: CueRole;
  /** Index behind the cue in the words it was found in. */
  readonly end: number;
}

function cuesIn(words: string): readonly Cue[] {
  const cues: Cue[] = [];
  for (const match of CUE.in(words)) {
    let group = 1;
    while (group < match.length && match[group] === undefined) group++;
    const role = CUES[group - 1]?.[0];
    if (role !== undefined) cues.push({ role, end: match.index + match[0].length });
  }
  return cues;
}

/** The date of a study or an operation itself follows at once ('MRI of the knee dated …'), not at the end of a sentence about a request for it. */
const TIED =
  /\b(?:dated?|done|performed|taken|completed|obtained|conducted|underwent|showed|from)(?: (?:on|as|of))?:? ?\(?$/i;

/** 'as she reported on …'. */
const TOLD = /(?:ed|s),? (?:on|as of) \(?$/;

function roleBefore(before: string): DateRole | null {
  const cues = cuesIn(before);
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i];
    if (cue === undefined || cue.role === 'asked' || cue.role === 'request' || cue.role === 'telling') continue;
    if (cue.role === 'earlier-injury') return 'other';
    if (cue.role !== 'study' && cue.role !== 'surgery') return cue.role;
    if (TIED.test(before)) return cue.role;
    return roleOfAskedFor(cues.slice(0, i)) ?? cue.role;
  }
  return cues.at(-1)?.role === 'telling' && TOLD.test(before) ? 'visit' : null;
}

/** 'Utilization review denied a request for an MRI on …': what comes before a study or an operation tells that it was not done then. */
function roleOfAskedFor(earlier: readonly Cue[]): DateRole | null {
  const roles = new Set(earlier.map(({ role }) => role));
  if (roles.has('denial')) return 'denial';
  if (roles.has('request-for-authorization')) return 'request-for-authorization';
  return roles.has('request') || roles.has('asked') ? 'other' : null;
}

/** 'the 10/23/14 report', 'per 12/07/2016 order', '(1/5/17 note)': the date stands before its noun like an adjective. */
const AS_ADJECTIVE = /(?:\b(?:the|an?|per|his|her|this|that)|'s|\() ?$/i;
const RIGHT_BEHIND = new RegExp(
  '^ (?:(?![a-z]{1,20}ed )[a-z-]{1,20} ){0,3}?(?:' +
    '(?<visit>visits?|(?:progress |office |clinic |therapy )?(?:reports?|notes?)|exam(?:ination)?s?|(?:re-?)?evaluations?|consultations?|appointments?|follow-?ups?|dates? of services?|PR-?2)' +
    '|(?<rfa>requests? for authorization|RFAs?)' +
    '|(?<denial>utilization reviews?|UR|denials?|determinations?|non-?certifications?)' +
    '|(?<study>MRIs?|CT|x-?rays?|EMG|radiographs?|ultrasound|stud(?:y|ies)|imaging)' +
    '|(?<surgery>surger(?:y|ies)|operation|arthroscopy)' +
    '|(?<injury>injury|accident|incident|date of injury)' +
    ')(?![A-Za-z-])',
  'i',
);

function roleRightBehind(behind: string): DateRole | null {
  const groups = RIGHT_BEHIND.exec(behind)?.groups;
  if (groups === undefined) return null;
  if (groups['rfa'] !== undefined) return 'request-for-authorization';
  for (const role of ['visit', 'denial', 'study', 'surgery', 'injury'] as const) {
    if (groups[role] !== undefined) return role;
  }
  return null;
}

/** A date that opens its sentence ('On 12/05/2016, the patient …') is told by what follows; elsewhere that would be a guess. */
const OPENING_REACH = 30;

/** The first cue behind that tells something of that day; what was asked for on a visit is no study of that day. */
function roleBehind(before: string, behind: string): DateRole | null {
  if (before.length > OPENING_REACH) return null;
  const cues = cuesIn(behind);
  const first = cues.find(({ role }) => role !== 'other' && role !== 'guideline');
  switch (first?.role) {
    case undefined:
    case 'earlier-injury':
      return null;
    case 'asked':
    case 'telling':
      return 'visit';
    case 'request':
      return cues.some(({ role }) => role === 'denial') ? 'denial' : 'other';
    default:
      return first?.role ?? null;
  }
}
