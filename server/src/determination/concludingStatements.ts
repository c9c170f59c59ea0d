import type { Stretch } from './citationLists.ts';
import { predicateBefore } from './predicate.ts';

/** A clause that says whether a treatment is medically necessary. Indexes are into the rationale's text. */
export interface Statement extends Stretch {
  readonly kind: 'necessary' | 'not-necessary' | 'partly';
  readonly sentence: Stretch;
  /** The words it is said of, as far as they can be told. */
  readonly subject: string;
  /** 'As the surgery is not medically necessary, …': a reason for the conclusion, no conclusion. */
  readonly subordinate: boolean;
}

const NECESSARY = 'nec+es+[ae]ry|unnecessary|appropriate|reasonable|needed|indicated|warranted|justified';
const adjective = (medically: string, necessary: string): RegExp =>
  new RegExp(
    `\\b(?:(not|non|un)[- ]?)?${medically}[- ]?(${necessary})\\b(?:(?:,? (?:and|or|nor)/?(?:or)?|,) (?:medically )?(?:${necessary})\\b){0,2}`,
    'gi',
  );
const ADJECTIVE = adjective('med(?:ic|i)al{0,2}y?', NECESSARY);
/** The letters of 'medically necessary' in any order: a slip of the pen. */
const MISSPELT = adjective('m[edicaly]{6,9}', `n[ecsary]{6,9}|${NECESSARY}`);
const NOUN = /\bmedical(?:ly)? (?:nec+es+ity|need)\b/gi;
const PLAIN = /\b(un)?nec+es+[ae]ry\b/gi;

/** All that one sentence states of medical necessity; looser `spelling` takes longer. */
export function statementsIn(
  text: string,
  sentence: Stretch,
  spelling: 'as-is' | 'corrected' = 'as-is',
): readonly Statement[] {
  const statements: Statement[] = [];
  for (const match of matchesIn(spelling === 'as-is' ? ADJECTIVE : MISSPELT, text, sentence)) {
    const statement = adjectiveStatement(text, sentence, match, statements.at(-1));
    if (statement !== null) statements.push(statement);
  }
  for (const match of matchesIn(NOUN, text, sentence)) {
    const statement = nounStatement(text, sentence, match);
    if (statement !== null) statements.push(statement);
  }
  const meets = criteriaStatement(text, sentence);
  return meets === null ? statements : [...statements, meets];
}

/** How far the words of one statement are looked for; longer sentences are prose that lost its stops. */
const REACH = 700;

const around = (sentence: Stretch, start: number, end: number): Stretch => ({
  start: Math.max(sentence.start, start - REACH),
  end: Math.min(sentence.end, end + REACH),
});

function matchesIn(pattern: RegExp, text: string, { start, end }: Stretch): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text))
    matches.push(match);
  return matches;
}

/** 'The request is not medically necessary.' */
function adjectiveStatement(
  text: string,
  sentence: Stretch,
  match: RegExpExecArray,
  before: Statement | undefined,
): Statement | null {
  const [words, prefix, adjective = ''] = match;
  const end = match.index + words.length;
  const near = around(sentence, match.index, end);
  const predicate = predicateBefore(text, before?.end ?? sentence.start, match.index);
  const left = text.slice(near.start, predicate.start);
  const right = text.slice(end, near.end);
  const subject = text.slice(Math.max(near.start, before?.end ?? 0), predicate.start).trim();
  const active = ACTIVE.exec(left);
  const negative =
    predicate.negative ||
    prefix !== undefined ||
    /^un/i.test(adjective) ||
    NEGATED_SUBJECT.test(lastClause(left)) ||
    (active !== null && NEGATIVE.test(active[0]));
  if (predicate.mood === 'none' && active === null && !isFragment(left, negative)) return null;
  if (predicate.mood === 'possible' && !(negative && COULD_NOT.test(text.slice(predicate.start, match.index))))
    return null;
  if (active === null && isReported(left)) return null;
  if (isConditional(text, near, left, right, match.index)) return null;
  const kind =
    predicate.partly || IN_PART.test(right) ? 'partly' : negative || deniedThat(left) ? 'not-necessary' : 'necessary';
  if (kind === 'necessary' && predicate.mood === 'would' && (!REQUEST.test(left) || CONTRARY.test(left + right)))
    return null;
  return {
    kind,
    start: predicate.start,
    end,
    sentence,
    subject,
    subordinate: isSubordinate(left, right, before === undefined ? null : subject),
  };
}

/** 'I find the request … to be medically necessary', 'the reviewer does not consider …'. */
const ACTIVE =
  /\b(?:I|we|reviewer)\b[^;]{0,120}\b(?:deem|deems|find|finds|consider|considers|believe|believes|determine|determined|concludes?)\b/i;
const NEGATIVE = /\b(?:not|cannot|can't|don't|doesn't)\b/i;
const NEGATED_SUBJECT = /^(?:therefore |thus |hence )?(?:no|none|neither)\b/i;
const COULD_NOT = /\b(?:could|should) not\b/i;
const IN_PART = /^,? in part\b/i;
const CONTRARY = /\b(?:if|had|unless|until|once)\b/i;
/** Words that point at what is in dispute. */
const REQUEST = /\b(?:request(?:s|ed)?|disput(?:e|ed)|at issue|in question)\b/i;

const lastClause = (left: string): string =>
  left.slice(Math.max(left.lastIndexOf(','), left.lastIndexOf(';')) + 1).trim();

/** 'Not medically necessary.', 'Therefore, the request not medically necessary.' */
const isFragment = (left: string, negative: boolean): boolean =>
  /^[^a-z]*(?:(?:therefore|thus|hence|as such|accordingly)[ ,]*)?$/i.test(left) ||
  (negative && REQUEST.test(lastClause(left)));

/** What others said or decided: the physician, the guidelines' words, the utilization review. */
const REPORTED =
  /\b(?:utilization review|UR\b(?! guidelines)|claims administrator|(?:prior|previous|original|initial) (?:review|reviewer|determination|decision))\b[^;]{0,160}$/i;
const REPORTED_THAT =
  /\b(?:provider|physician|treater|doctor|surgeon|therapist|applicant|patient|worker|attorney|he|she)\b[^,;]{0,60}\b(?:states?|stated|notes?|noted|feels?|felt|believes?|believed|indicates?|indicated|opine[sd]?|argue[sd]?|says?|said|contends?|reports?|reported|claims?|claimed|maintains?)\b[^;]{0,160}$/i;
const GUIDELINE_SAYS =
  /\b(?:guidelines?|MTUS|ODG|ACOEM|Medicare|insurers?|literature|studies|criteria)\b[^,;]{0,80}\b(?:states?|indicates?|notes?|recommends?|recommendation|says?|suggests?|supports?|stipulates?|specif(?:y|ies)|considers?)\b/i;
const QUESTION = /\b(?:whether|if|how|why|how much)\b[^,;]*$/i;
const THAT = /\bthat\b[^,;]*$/i;
const DENIES =
  /\b(?:no|not|insufficient|lack|lacks|lacking|without|fails?|failed|cannot|unclear|unable|doubtful)\b[^,;]{0,80}$/i;

function isReported(left: string): boolean {
  return (
    REPORTED.test(left) ||
    REPORTED_THAT.test(left) ||
    QUESTION.test(left) ||
    (!REQUEST.test(left) && GUIDELINE_SAYS.test(left))
  );
}

/** 'There is no evidence that the request is medically necessary.' */
function deniedThat(left: string): boolean {
  const that = THAT.exec(left);
  return that !== null && DENIES.test(left.slice(0, that.index));
}

const CONDITION_NEXT =
  /^[ ,"'”]*(?:only )?(?:if|when(?! (?:considering|taking|reviewing))|unless|until|whenever|where|provided|in (?:patients|cases|those|individuals|people)|for (?:patients|those|individuals|people)|in addition to)\b/i;
const CONDITION =
  /\b(?:if|when|unless|until|whenever|in patients|for patients|in cases|patients who|individuals who)\b/i;

/** Words of a guideline, a condition or a quotation: they say when a treatment is necessary, not that this one is. */
function isConditional(text: string, sentence: Stretch, left: string, right: string, at: number): boolean {
  if (CONDITION_NEXT.test(right)) return true;
  if (REQUEST.test(left)) return false;
  return CONDITION.test(left) || CONDITION.test(right) || isQuoted(text, sentence, at);
}

/** Within quotation marks that open and close in the same sentence. */
function isQuoted(text: string, { start, end }: Stretch, at: number): boolean {
  const before = text.slice(start, at).split(/["“”]/).length - 1;
  const behind = text.slice(at, end).split(/["“”]/).length - 1;
  return before % 2 === 1 && behind > 0;
}

const SUBORDINATES = /\b(?:because|since|as|although|though|while|given that)\b[^,;]*$/i;
const BEGINS_SUBORDINATE =
  /^(?:because|as(?! such| noted| above| a result)|since|given|although|though|even though|while|whereas|despite)\b/i;

/** `sinceLast`: the words behind the sentence's statement before, null where it is the first. */
function isSubordinate(left: string, right: string, sinceLast: string | null): boolean {
  if (sinceLast !== null) return SUBORDINATES.test(sinceLast);
  return BEGINS_SUBORDINATE.test(left) && !left.includes(', ') && /, \S+ \S+ \S/.test(right);
}

const NOUN_VERB =
  /^([^;]{0,240}?)\b(?:is|are|was|were|has|have|had|can|could|does|do|did|cannot|would)(?: (?:not|also|therefore|clearly|adequately|sufficiently|fully|yet|been|be|appear|seem|to|otherwise|considered|deemed)){0,5} (?:established|supported|demonstrated|documented|met|shown|substantiated|provided|confirmed|evident|clear|proven|present|validated|justified|satisfied|warranted|apparent|found)\b/i;
const NOUN_DENIED =
  /\b(?:lack of|absence of|no|without|insufficient (?:evidence|documentation|information) (?:of|for)|(?:insufficient|inadequate|no|not enough|lack of|lacking)(?: \w+){1,5} (?:to|that|which|in order to) (?:supports?|establish(?:es)?|demonstrates?|justif(?:y|ies)|substantiates?|shows?|confirms?)|(?:not|cannot|fails? to|failed to|unable to) (?:\w+ly )?(?:establish|support|demonstrate|document|substantiate|meet|show|justify|confirm|corroborate|prove)) (?:the |any |a )?$/i;
const NOUN_SHOWN = /\b(?:establishes|supports|demonstrates|substantiates|confirms|corroborates) (?:the )?$/i;
const NOUN_PREDICATE = /\b(?:is|are|was|were)( not)? (?:considered |deemed |felt to be )?an? $/i;

/** 'Medical necessity is not established', 'fails to establish the medical necessity', 'is not a medical necessity'. */
function nounStatement(text: string, sentence: Stretch, match: RegExpExecArray): Statement | null {
  const nounEnd = match.index + match[0].length;
  const near = around(sentence, match.index, nounEnd);
  const left = text.slice(near.start, match.index);
  const right = text.slice(nounEnd, near.end);
  const statement = (kind: Statement['kind'], start: number, end: number, subject = `${left} ${right}`): Statement => ({
    kind,
    start,
    end,
    sentence,
    subject,
    subordinate: false,
  });
  const denied = NOUN_DENIED.exec(left);
  if (denied !== null) return isReported(left) ? null : statement('not-necessary', near.start + denied.index, nounEnd);
  const predicate = NOUN_PREDICATE.exec(left);
  if (predicate !== null && !CONDITION_NEXT.test(right)) {
    return statement(predicate[1] === undefined ? 'necessary' : 'not-necessary', near.start + predicate.index, nounEnd);
  }
  if (CONDITION.test(left) || QUESTION.test(left) || REPORTED.test(left)) return null;
  const verb = NOUN_VERB.exec(right);
  if (verb !== null) {
    const negative = /\b(?:not|cannot)\b/i.test(verb[0]);
    if (!negative && CONDITION.test(right)) return null;
    const subject = `${left} ${verb[1] ?? ''} ${right.slice(verb[0].length)}`;
    return statement(negative ? 'not-necessary' : 'necessary', match.index, nounEnd + verb[0].length, subject);
  }
  const shown = NOUN_SHOWN.exec(left);
  if (shown === null || !REQUEST.test(right) || GUIDELINE_SAYS.test(left)) return null;
  return statement('necessary', near.start + shown.index, nounEnd);
}

/** 'The clinical information submitted meets the guidelines' criteria for the requested service.' */
const MEETS =
  /\b(?:information|documentation|records?|request|presentation|history)\b[^;]{0,60}?\b((?:does not|do not|did not|fails? to|failed to) )?(?:meets?|satisf(?:y|ies)|fulfills?|met)\b[^;]{0,60}\b(?:criteria|guidelines?)\b[^;]{0,20} for the (?:request(?:ed)?|disputed)\b/i;

function criteriaStatement(text: string, sentence: Stretch): Statement | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2 * REACH));
  const match = MEETS.exec(words);
  if (match === null || CONDITION.test(words) || BEGINS_SUBORDINATE.test(words)) return null;
  return {
    kind: match[1] === undefined && !/\bnot\b/i.test(match[0]) ? 'necessary' : 'not-necessary',
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    sentence,
    subject: 'the requested service',
    subordinate: false,
  };
}

const CONCLUDES =
  /^(?:therefore|thus|hence|as such|accordingly|consequently|in (?:conclusion|summary)|for (?:these|this|the above) reasons?|based (?:up)?on|given|likewise|for now)\b/i;
const WEAK =
  /\b(?:is|are|was|were|be|remains?)(?: (?:not|also|therefore|thus|considered|deemed|currently|clearly|at this time|medically)){0,3} (?:supported|warranted|certified|non-certified|approved|authorized|appropriate|indicated|reasonable|recommended|justified)\b|\b(?:cannot|can not|could not|would not) be (?:supported|certified|approved|authorized|recommended|justified)\b/i;
/** 'exceeds what is recommended'. */
const RELATIVE = /\b(?:what|than|which|that|who|as)\b[^,;]{0,60}$/i;
const MODAL = /\b(?:would|may|might|could|should)\b(?! not)/i;

/** What is said without 'medically': looked at only where a rationale says nothing plainer. */
export function looseStatementsIn(text: string, sentence: Stretch): readonly Statement[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2 * REACH));
  const concludes = REQUEST.test(words) || CONCLUDES.test(words);
  if (!concludes || isReported(words.slice(0, 120))) return [];
  for (const match of matchesIn(PLAIN, text, { start: sentence.start, end: sentence.start + words.length })) {
    const predicate = predicateBefore(text, sentence.start, match.index);
    const left = text.slice(sentence.start, predicate.start);
    const end = match.index + match[0].length;
    if (predicate.mood !== 'stated' || CONDITION.test(words)) continue;
    const negative = predicate.negative || match[1] !== undefined;
    return [loose(negative, predicate.start, end, sentence, left)];
  }
  const weak = WEAK.exec(words);
  if (weak === null || CONDITION.test(words) || !REQUEST.test(words.slice(0, weak.index))) return [];
  const negative = /\b(?:not|non-certified|cannot)\b/i.test(weak[0]);
  const before = words.slice(0, weak.index);
  // 'The MTUS states: … is not recommended' is the guideline's word.
  if (RELATIVE.test(before) || (/recommended$/i.test(weak[0]) && GUIDELINE_SAYS.test(before))) return [];
  if (!negative && (MODAL.test(words) || BEGINS_SUBORDINATE.test(words) || GUIDELINE_SAYS.test(words))) return [];
  const start = sentence.start + weak.index;
  return [loose(negative, start, start + weak[0].length, sentence, words.slice(0, weak.index))];
}

function loose(negative: boolean, start: number, end: number, sentence: Stretch, subject: string): Statement {
  return { kind: negative ? 'not-necessary' : 'necessary', start, end, sentence, subject, subordinate: false };
}
