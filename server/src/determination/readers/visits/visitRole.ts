import { everywhere } from '../../../text/pattern.ts';
/** Whose number of visits it is: the guideline's, the request's, or one that the patient already had. */
import { endOfSentence, startOfSentence } from '../shared/sentenceBounds.ts';
import type { VisitCount } from './visitCounts.ts';

export type VisitRole =
  | 'guideline'
  | 'requested'
  /** Authorized or certified, whether attended or not. */
  | 'authorized'
  | 'attended'
  | 'unknown';

export interface RoleReading {
  readonly role: VisitRole;
  /** The sentence that holds the count. */
  readonly sentence: string;
  /** The sentence up to the count. */
  readonly before: string;
  /** What is behind the count, to the end of its clause. */
  readonly after: string;
}

/**
 * Reads the role of a count of visits from its sentence: from the count's own words, from what follows them, else from
 * the last telling word before them.
 */
export function readRole(text: string, count: VisitCount): RoleReading {
  const start = startOfSentence(text, count.start);
  const sentence = text.slice(start, endOfSentence(text, count.end));
  const before = text.slice(start, count.start);
  const after = clauseBehind(text, count.end);
  const role =
    roleWithin(text.slice(count.start, count.end), before) ??
    roleBehind(after) ??
    roleBefore(before) ??
    (isTrial(before, after) ? 'guideline' : 'unknown');
  return { role, sentence, before, after };
}

const LONGEST_CLAUSE = 90;

function clauseBehind(text: string, index: number): string {
  const behind = text.slice(index, index + LONGEST_CLAUSE);
  const end = behind.search(/[.,;:]|\band\b/);
  return end < 0 ? behind : behind.slice(0, end);
}

const ATTENDED_WITHIN = /\b(?:previous|prior|completed|attended|past)\b/i;
const AUTHORIZED_WITHIN = /\b(?:authorized|approved|certified)\b/i;
const REQUESTED_WITHIN = /\b(?:requested|additional|more|further|remaining|disputed)\b/i;
const JUST_REQUESTED =
  /\b(?:request(?:s|ed|ing)?(?: is)?(?: for)?|additional|disputed) (?:an? |the )?(?:additional |initial |total |trial )*(?:of )?$/i;
/** 'completed 6 of 12 sessions': which of the two is meant is anyone's guess. 'After 6 sessions': a time, not a number had. */
const SHARE = /(?:\d (?:out )?of (?:the |an? )?(?:\w+ )?|\bafter )$/i;

function roleWithin(words: string, before: string): VisitRole | null {
  if (SHARE.test(before)) return 'unknown';
  if (ATTENDED_WITHIN.test(words)) return 'attended';
  if (AUTHORIZED_WITHIN.test(words)) return 'authorized';
  // '… recommend 10 more visits' is the guideline's all the same.
  if (REQUESTED_WITHIN.test(words)) return roleBefore(before) === 'guideline' ? 'guideline' : 'requested';
  return JUST_REQUESTED.test(before) ? 'requested' : null;
}

const OBJECT = String.raw`^(?: (?:of|in|for|with)(?: (?!(?:would|will|should|could|may|can|is|are|was|were|be|has|have|had|exceeds?|than)\b)[\w/-]+){1,7}?)?`;
const AUXILIARIES =
  '(?:(?:that|which|as|was|were|is|are|be|been|being|has|have|had|already|previously|initially|recently|originally) ){0,4}';
const behind = (verbs: string): RegExp => new RegExp(String.raw`${OBJECT} ${AUXILIARIES}(?:${verbs})\b`, 'i');

const ATTENDED_BEHIND = behind(
  'completed|attended|received|undergone|done|performed|rendered|to date|so far|in the past|previously|already|(?<=(?:been|was|were) )provided',
);
const AUTHORIZED_BEHIND = behind('authorized|approved|certified');
const REQUESTED_BEHIND = behind(
  'requested|remaining|denied|non-?certified|in dispute|under review|exceeds?|(?:would|will) exceed',
);
const GUIDELINE_BEHIND = new RegExp(
  String.raw`${OBJECT} (?:(?:that|which|as|is|are|may be|be) ){0,3}(?:recommended|indicated|allowed|suggested|supported|appropriate)\b|^ (?:per|by|under) (?:the )?(?:CA )?(?:MTUS|ODG|ACOEM|guidelines?)\b|^ (?:that |which )?(?:the )?(?:MTUS|ODG|ACOEM|guidelines?) (?:recommend|allow|support|suggest)`,
  'i',
);

/** What a record tells of the past; 'is indicated' is a guideline's word. */
const TOLD_BEHIND = /^(?: [\w /-]{1,50}?)? (?:was|were) (?:indicated|noted|documented|reported)\b/i;

function roleBehind(after: string): VisitRole | null {
  if (TOLD_BEHIND.test(after)) return 'authorized';
  if (AUTHORIZED_BEHIND.test(after)) return 'authorized';
  if (ATTENDED_BEHIND.test(after)) return 'attended';
  if (REQUESTED_BEHIND.test(after)) return 'requested';
  return GUIDELINE_BEHIND.test(after) ? 'guideline' : null;
}

/** Words before a count that tell its role. */
const CUES: readonly (readonly [VisitRole, readonly string[]])[] = [
  [
    'attended',
    [
      'complet(?:ed|ing|ion of)',
      'attend(?:ed|ing|ance of)',
      'underwent|undergone|undergoing',
      'participated in|participation in',
      'finished|utilized|(?:seen|treated) for|(?:gone|went) (?:to|for)',
      'received|receiving|(?:did|does) receive|receives',
      'treated with',
      '(?:has|have|had|having) (?:already |previously |reportedly |also |only )?(?:had|done)',
      '(?:patient|worker|claimant|applicant|employee|s?he|IW|who) (?:also |already |previously |reportedly )?had',
      'treatments?(?: to date| thus far| so far)?(?: has| have)? (?:included?|includes|consist(?:ed|s) of)',
      '(?:care|therapy|management)(?: to date| thus far| so far)? (?:has|have) (?:included|consisted of)',
      'to date(?: has| have)? (?:included?|includes)',
      'improved with|despite|there (?:has been|have been|were)',
      'previous(?:ly)?|prior(?! to)|history of|status post|trialed|exhausted|failed',
    ],
  ],
  [
    'authorized',
    [
      'authoriz(?:ed|ing|ation of)',
      'approv(?:ed|ing|al of)',
      '(?<!non-?)certif(?:ied|ies|ying|ication of)',
      'to receive',
      'modif(?:ied|ies|ication of) (?:[\\w-]+ ){1,6}to (?:certify|approve|authorize|allow)',
    ],
  ],
  [
    'requested',
    [
      'request\\w*|ask(?:ed|ing) for|seeks?|seeking|additional|remaining|original|in dispute',
      'treatment plan|plan of care|prescri\\w+|ordered',
      'den(?:y|ied)|non-?certif\\w+',
      "(?:patient|worker|claimant|applicant)(?!['’])",
    ],
  ],
  [
    'guideline',
    [
      'guidelines?|MTUS|ODG|ACOEM|criteria|schedule',
      'recommend\\w*|allows?|allowed|allowance|permits?|limit(?:s|ed to)|suggests?|supports?|indicated for',
      'up to|maximum|no more than|not (?:to )?exceed|time to produce',
    ],
  ],
];

const CUE = everywhere(
  new RegExp(String.raw`\b(?:${CUES.map(([, words]) => `(${words.join('|')})`).join('|')})(?!\w)`, 'i'),
);
/** 'modified the certification from 12 sessions to 6' */
const MODIFIED = /\b(?:modif|reduc|decreas|chang)(?:y|ied|es?|ed|ing)\b/i;

/** The role that the last telling word gives. */
function roleBefore(before: string): VisitRole | null {
  if (/(?<! up) to $/.test(before) && MODIFIED.test(before)) return 'authorized';
  let role: VisitRole | null = null;
  for (const [, ...groups] of CUE.in(before)) {
    role = CUES[groups.findIndex((group) => group !== undefined)]?.[0] ?? role;
  }
  return role;
}

/** A figure that has no other owner and is called a trial or a first set is a guideline's, unless something is told of it as past. */
const isTrial = (before: string, after: string): boolean =>
  !/^ (?:was|were|had)\b/i.test(after) &&
  (/\b(?:an initial|initial (?:\w+ )?trial|trial of|first)(?: \w+){0,5} $/i.test(before) ||
    /^[- ](?:clinical |treatment )?trial\b/i.test(after));
