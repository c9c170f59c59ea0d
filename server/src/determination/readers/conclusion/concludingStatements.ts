import { type Everywhere, everywhere } from '../../../text/pattern.ts';
import type { Stretch } from '../citations/citationLists.ts';
import {
  conditionOf,
  GUIDELINE_SAYS,
  hasCondition,
  isReported,
  isReportedBehind,
  REQUEST,
} from '../shared/attribution.ts';
import { governingWords } from '../shared/governingWords.ts';
import { nounStatementsIn } from './necessityNouns.ts';
import { type Predicate, predicateBefore } from './predicate.ts';
import { around, BEGINS_SUBORDINATE, composed, mainStatement, REACH, type Statement } from './statement.ts';

const NECESSARY = 'nec+es+[ae]ry|unnecessary|appropriate|reasonable|needed|indicated|warranted|justified';
const adjective = (medically: string, necessary: string): Everywhere =>
  everywhere(
    new RegExp(
      `\\b(?:(not|non|un)[- ]?)?${medically}[- ]?(${necessary})\\b(?:(?:,? (?:and|or|nor)/?(?:or)?|,) (?:medically )?(?:${necessary})\\b){0,2}`,
      'i',
    ),
  );
const ADJECTIVE = adjective('med(?:ic|i)al{0,2}y?', NECESSARY);
/** The letters of 'medically necessary' in any order: a slip of the pen. */
const MISSPELT = adjective('m[edicaly]{6,9}', `n[ecsary]{6,9}|${NECESSARY}`);
const PLAIN = everywhere(/\b(un)?nec+es+[ae]ry\b/i);

/** All that one sentence states of medical necessity; looser `spelling` takes longer. */
export function statementsIn(
  text: string,
  sentence: Stretch,
  spelling: 'as-is' | 'corrected' = 'as-is',
): readonly Statement[] {
  const statements: Statement[] = [];
  for (const match of (spelling === 'as-is' ? ADJECTIVE : MISSPELT).in(text, sentence.start, sentence.end)) {
    const statement = adjectiveStatement(text, sentence, match, statements.at(-1));
    if (statement !== null) statements.push(statement);
  }
  return [...statements, ...nounStatementsIn(text, sentence)];
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
  const ownDenials = denialsOf(predicate, prefix, adjective);
  if (predicate.mood === 'none' && active === null && !isFragment(left, ownDenials === 1)) return null;
  if (predicate.mood === 'possible' && !(ownDenials > 0 && COULD_NOT.test(text.slice(predicate.start, match.index))))
    return null;
  if ((active === null && isReported(left)) || isReportedBehind(right)) return null;
  const condition = conditionOf(text, near, left, right, match.index);
  if (condition === 'general' || isPastTreatment(subject, text.slice(predicate.start, match.index))) return null;
  const kind = kindOf(predicate, subject, right, condition === 'of-request', ownDenials);
  if (kind !== 'not-necessary' && predicate.mood === 'would' && (!REQUEST.test(left) || CONTRARY.test(left + right)))
    return null;
  const subordinate = isSubordinate(left, right, before === undefined ? null : subject);
  return { kind, start: predicate.start, end, sentence, subject, subordinate };
}

function kindOf(
  predicate: Predicate,
  subject: string,
  right: string,
  isConditional: boolean,
  denials: number,
): Statement['kind'] {
  if (isConditional || ONLY_SO_FAR.test(right)) return 'unclear';
  if (predicate.partly || IN_PART.test(right)) return 'partly';
  return ELLIPSIS.test(right) ? 'unclear' : composed(governingWords(subject).sense, denials);
}

/** How often the words of the predicate itself deny. */
function denialsOf({ denials, joined }: Predicate, prefix: string | undefined, adjective: string): number {
  const own = denials + (prefix === undefined ? 0 : 1);
  return (joined ? Math.min(own, 1) : own) + (/^un/i.test(adjective) ? 1 : 0);
}

/** 'I find the request … to be medically necessary', 'this reviewer does not consider …'. */
const ACTIVE =
  /\b(?:I|we)\b(?: (?!(?:that|who|physician|provider|surgeon|doctor|he|she|they)\b)[\w'’,-]+){0,8}? (?:deem|find|consider|believe|determine|have (?:determined|found|concluded)|conclude)\b|(?<!\b(?:prior|previous|original|initial|first|earlier|other|utilization|peer|UR) (?:\w+ )?)\breviewer\b(?: (?:\w+ly|does|do|did|not|cannot|therefore|also|has)){0,3} (?:deems?|finds?|considers?|believes?|determined?|concludes?)\b/i;
const COULD_NOT = /\b(?:could|should) not\b/i;
const IN_PART = /^,? in part\b/i;
/** 'The first week is medically necessary; the second is not': what is cut short is said of something else. */
const ELLIPSIS =
  /[,;] (?!(?:although|though|even|while|whereas|as|since|because)\b)[^.;]{1,80}\b(?:is|are|was|were|does|do|has|have) not[.,;]?$/i;
/** 'is medically necessary only for the left knee', '… in name only'. */
const ONLY_SO_FAR =
  /^[^.,;]{0,30} only\b|^ (?:in name|in theory|on paper|neither|at best|only|but only|to the extent|insofar|so far as)\b/i;
const CONTRARY = /\b(?:if|had|unless|until|once)\b/i;
const lastClause = (left: string): string =>
  left.slice(Math.max(left.lastIndexOf(','), left.lastIndexOf(';')) + 1).trim();

/** 'The previous visits were medically necessary': what was had before is not in dispute. */
const isPastTreatment = (subject: string, predicate: string): boolean =>
  /\b(?:prior|previous|earlier|preceding|past)\b/i.test(subject) &&
  /\b(?:was|were|had)\b/i.test(predicate) &&
  !REQUEST.test(subject);

/** 'Not medically necessary.', 'Therefore, the request not medically necessary.' */
const isFragment = (left: string, negative: boolean): boolean =>
  /^[^a-z]*(?:(?:therefore|thus|hence|as such|accordingly)[ ,]*)?$/i.test(left) ||
  (negative && REQUEST.test(lastClause(left)));

const SUBORDINATES = /\b(?:because|since|as|although|though|while|given that)\b[^,;]*$/i;

/** `sinceLast`: the words behind the sentence's statement before, null where it is the first. */
function isSubordinate(left: string, right: string, sinceLast: string | null): boolean {
  if (sinceLast !== null) return SUBORDINATES.test(sinceLast);
  return BEGINS_SUBORDINATE.test(left) && !left.includes(', ') && /, \S+ \S+ \S/.test(right);
}

const CONCLUDES =
  /^(?:therefore|thus|hence|as such|accordingly|consequently|in (?:conclusion|summary)|for (?:these|this|the above) reasons?|based (?:up)?on|given|likewise|for now)\b/i;
const RATED = 'supported|warranted|appropriate|indicated|reasonable|recommended|justified';
const GRANTED = 'certified|non-certified|approved|authorized|granted|allowed|denied|declined';
/** 'Was authorized in May' tells what happened; 'was not warranted' rates. */
const WEAK = new RegExp(
  `\\b(?:(?:is|are|be|remains?)(?: (?:not|also|therefore|thus|considered|deemed|currently|clearly|at this time|medically)){0,3} (?:${RATED}|${GRANTED})|(?:was|were)(?: (?:not|also|therefore|thus|considered|deemed|clearly|medically)){0,3} (?:${RATED})|(?:cannot|can not|could not|would not) be (?:supported|certified|approved|authorized|recommended|justified))\\b`,
  'i',
);
/** 'exceeds what is recommended'. */
const RELATIVE = /\b(?:what|than|which|that|who|as)\b[^,;]{0,60}$/i;
const MODAL = /\b(?:would|may|might|could|should)\b(?! not)/i;

/** What is said without 'medically': looked at only where a rationale says nothing plainer. */
export function looseStatementsIn(text: string, sentence: Stretch): readonly Statement[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2 * REACH));
  const concludes = REQUEST.test(words) || CONCLUDES.test(words);
  if (!concludes || isReported(words.slice(0, 120))) return [];
  for (const match of PLAIN.in(text, sentence.start, sentence.start + words.length)) {
    const predicate = predicateBefore(text, sentence.start, match.index);
    const left = text.slice(sentence.start, predicate.start);
    const end = match.index + match[0].length;
    if (predicate.mood !== 'stated' || hasCondition(words)) continue;
    const kind = ONLY_SO_FAR.test(words.slice(end - sentence.start))
      ? 'unclear'
      : composed(governingWords(left).sense, predicate.denials + (match[1] === undefined ? 0 : 1));
    return [mainStatement(kind, predicate.start, end, sentence, left)];
  }
  const weak = WEAK.exec(words);
  if (weak === null || hasCondition(words) || !REQUEST.test(words.slice(0, weak.index))) return [];
  const denials = (weak[0].match(/\b(?:not|non-certified|cannot|denied|declined)\b/gi) ?? []).length;
  const negative = denials > 0;
  const before = words.slice(0, weak.index);
  // 'The request is denied by the carrier', 'is approved by the FDA'.
  if (/^ by\b/i.test(words.slice(weak.index + weak[0].length))) return [];
  // 'The MTUS states: … is not recommended' is the guideline's word.
  if (RELATIVE.test(before) || (/recommended$/i.test(weak[0]) && GUIDELINE_SAYS.test(before))) return [];
  if (!negative && (MODAL.test(words) || BEGINS_SUBORDINATE.test(words) || GUIDELINE_SAYS.test(words))) return [];
  const start = sentence.start + weak.index;
  const kind = composed(governingWords(before).sense, denials);
  return [mainStatement(kind, start, start + weak[0].length, sentence, before)];
}

/** 'Not certified.', 'Approved as requested.': a last sentence that is nothing but the verdict. */
const VERDICT =
  /^(?:(?:therefore|thus|hence|accordingly),? )?(?:(not|non-?) ?)?(?:medically necessary|certified|authorized|approved|warranted|justified)(?: as (?:requested|submitted))?[.]?$/i;

export function verdictOf(text: string, sentence: Stretch): Statement | null {
  const match = VERDICT.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 100)));
  if (match === null) return null;
  return mainStatement(
    match[1] === undefined ? 'necessary' : 'not-necessary',
    sentence.start,
    sentence.end,
    sentence,
    '',
  );
}
