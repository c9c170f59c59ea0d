import { type Everywhere, everywhere } from '../../../text/pattern.ts';
export type Sense =
  /** Nothing is done to it: 'the request', 'I find that the request', 'there is no doubt that the request'. */
  | 'affirmed'
  /** 'There is no evidence that the request', 'none of the requests'. */
  | 'denied'
  /** Denied in ways that do not add up plainly: 'it is hardly the case that', 'little of what was asked for'. */
  | 'obscure';

/**
 * What the words before 'that' do to what follows: 'it cannot be said that the records fail to establish'. Only the
 * plainest are understood; where denials are heaped, the sense is not.
 * @param left the words of the sentence before
 */
export function complementSense(left: string): Sense {
  const own = left.slice(startOfClause(left));
  const that = complement(own);
  if (that === null) return 'affirmed';
  const matrix = own.slice(0, that);
  return /\bthat,? $/i.test(matrix) ? senseOfMatrix(matrix) : 'affirmed';
}

/** Where another clause begins that what stands before it does not govern. */
const CLAUSE = everywhere(
  /[;:] |, (?:and|but|so|yet|or|therefore|thus|hence|accordingly|consequently|however|then)\b,? |\b(?:and|but) (?:therefore|thus|hence|so|accordingly|consequently|then)\b,? |\b(?:and|but|so) (?=(?:the|this|these|such) (?:request|above|treatment|service|disput|propos|additional)|(?:I|we|it) )/i,
);

function startOfClause(left: string): number {
  let start = 0;
  for (const match of CLAUSE.in(left)) start = match.index + match[0].length;
  return start;
}

const FINITE =
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|may|might|should|must|cannot|shows?|showed|needs?|fail(?:s|ed)?)\b/i;
/** Verbs whose object is a statement, also without 'that'. */
const SAYING =
  'say|says|said|conclude|concludes|concluded|find|finds|found|hold|holds|believe|believes|think|thinks|suppose|deem|deems|consider|considers|call|doubt|doubts|question|dispute|deny|agree|agrees|feel|judge|regard|accept|argue|suggest|suggests|indicate|indicates|show|shows|demonstrate|demonstrates|establish|establishes|prove|proves|support|supports|mean|means|imply|implies|confirm|confirms|maintain|claim|assert|contend|certify|see|sees|make|makes|convinced|persuaded|satisfied|sure|certain';
const COMPLEMENT = everywhere(
  new RegExp(`\\b(?:that|whether|${SAYING})\\b,? (?!(?:in|to|as|for|of|by|with|and|or)\\b)`, 'i'),
);

/** Index behind the last word on which the statement's clause depends; null where it depends on none. */
function complement(own: string): number | null {
  let at: number | null = null;
  for (const match of COMPLEMENT.in(own)) {
    const end = match.index + match[0].length;
    // 'That visit is medically necessary' points at a visit.
    if (match.index > 0 || !/^that /i.test(match[0]) || DETERMINER.test(own.slice(end))) at = end;
  }
  if (at === null) return null;
  const clause = own.slice(at);
  // 'The visits that were had … and the request' depends on no 'that'.
  return FINITE.test(clause) || /[,;]/.test(PARENTHESIS.replaceIn(clause, '')) ? null : at;
}

const DETERMINER = /^(?:the|this|these|those|it|she|he|they|an?|any|all|no|his|her|such)\b/i;

const PARENTHESIS = everywhere(/, [^,;]{1,60},|\([^()]*\)/);

const NOT = everywhere(
  /\b(?:no|not|none|nothing|nobody|never|nor|neither|nowhere|cannot|without|lack|lacks|lacking|insufficient|inadequate|fail|fails|failed|unable|unclear|refuse[sd]?|absence|impossible|false|untrue|incorrect|wrong|mistaken|mistake|error|erroneous)\b|n't\b/i,
);
const DOUBT_WORDS =
  /\b(?:doubt|doubts|doubted|doubtful|doubting|question|questions|questioned|questionable|dispute|disputes|disputed|deny|denies|denied|denying|disagree|quarrel|refute|rebut|unlikely|hesitate|gainsay|contest|disprove|hesitation)\b/i;
const DOUBT = everywhere(DOUBT_WORDS);
/** Words that weaken, turn or measure, so that what is left is anyone's guess. */
const DIM =
  /\b(?:hardly|scarcely|barely|seldom|rarely|little|few|far|short|anything but|less|hard to|hard put|difficult|reluctant|loath|supposed|purported|alleged|suspect|wonder|wish|hope|pretend|rather than|instead|idle|otherwise|unless|nearly|almost|remains to be|yet to|cannot but|help but)\b/i;
/** A reason or a place before the clause: 'Although no fracture is seen, I find that …', 'In the absence of red flags, …'. */
const LEADING =
  /^(?:(?:and|but|so|therefore|thus|hence|however|accordingly|consequently)\b,? )?(?:(?:although|though|because|since|as|while|given|when|whereas|despite|in|with|without|based|after|before|at|on|for|under|by|from|per|according|absent|lacking|having|considering|taking|due|even|regardless|upon|to|furthermore|moreover|additionally|finally|again|still|here)\b[^,]*|[a-z]+ly), /i;

function senseOfMatrix(matrix: string): Sense {
  let words = matrix.replace(/^[\s,;:]+/, '');
  for (let next = words.replace(LEADING, ''); next !== words; next = words.replace(LEADING, '')) words = next;
  const denials = countOf(NOT, words);
  const doubts = countOf(DOUBT, words);
  if (DIM.test(words) || BARE_THAT.test(matrix) || (THE_CLAIM_THAT.test(words) && !OWN_CLAIM.test(words)))
    return 'obscure';
  if (denials + doubts === 0) return 'affirmed';
  if (denials + doubts === 1) return 'denied';
  // 'no reason to doubt that', 'I do not question that', 'there can be no dispute that'.
  return denials === 1 && doubts === 1 && NO_DOUBT.test(words) ? 'affirmed' : 'obscure';
}

/** 'That the request is not medically necessary cannot be maintained': what is said of it comes after. */
const BARE_THAT = /^\s*that,? $/i;
const CLAIM =
  '(?:claim|conclusion|argument|view|finding|contention|assertion|position|opinion|statement|notion|idea|premise|belief|objection|ground|determination|decision|judgment)';
const THE_CLAIM_THAT = new RegExp(`\\b${CLAIM}s?,? that,? $`, 'i');
/** Claims that the reviewer makes or shares. */
const OWN_CLAIM = new RegExp(
  `\\b(?:my|our|reviewer['’]s|is|agree|concur|share|uphold|affirm|adopt|accept|support|reach|come|draw|make|hold)s?\\b[^,;]{0,40}\\b${CLAIM}s?,? that,? $`,
  'i',
);

const NO_DOUBT = new RegExp(
  `\\b(?:no|not|never|cannot|without|nothing|none|nobody)\\b(?: (?!but\\b)[a-z]+){0,4} (?:${DOUBT_WORDS.source.replace(/^\\b\(\?:|\)\\b$/g, '')})\\b`,
  'i',
);

const countOf = (pattern: Everywhere, words: string): number => pattern.wordsIn(words).length;
