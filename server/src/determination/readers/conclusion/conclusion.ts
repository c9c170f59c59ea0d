import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Conclusion, ConclusionKind } from '../../model/determination.ts';
import type { Stretch } from '../citations/citationLists.ts';
import { sentencesIn } from '../shared/sentences.ts';
import { afterthoughts, concludingSentences } from './concludingEvidence.ts';
import { looseStatementsIn, statementsIn, verdictOf } from './concludingStatements.ts';
import type { Statement } from './statement.ts';

/** What the rationale concludes: whether the treatment in dispute, which the `heading` names, is medically necessary. */
export function readConclusion(rationale: Prose, heading: string): Conclusion {
  const { text } = rationale;
  const sentences = sentencesIn(rationale).filter(({ start, end }) => {
    const words = text.slice(start, end);
    return LETTER.test(words) && !NOTICE.test(words);
  });
  const found = findStatements(text, sentences);
  const understood = found.filter(isUnderstood);
  const unread = unreadSentences(text, sentences, found, heading);
  const kind = weigh(understood, heading);
  return {
    kind: unread.length > 0 ? 'unclear' : kind,
    statements: understood.map(({ kind, start, end, sentence }) => ({
      kind,
      span: rationale.span(start, end),
      sentence: rationale.span(sentence.start, sentence.end),
    })),
    unread: unread.map(({ start, end }) => rationale.slice(start, end)),
  };
}

type Understood = Statement & { readonly kind: Exclude<Statement['kind'], 'unclear'> };

const isUnderstood = (statement: Statement): statement is Understood => statement.kind !== 'unclear';

/** What may conclude in words that are not understood: the last word counts, so what comes before a plain one does not. */
function unreadSentences(
  text: string,
  sentences: readonly Stretch[],
  found: readonly Statement[],
  heading: string,
): readonly Stretch[] {
  const last = found.findLastIndex(isUnderstood);
  const obscure = found.slice(last + 1).map(({ sentence }) => sentence);
  if (obscure.length > 0) return obscure;
  const plain = found[last];
  if (plain === undefined) return concludingSentences(text, sentences, heading);
  return afterthoughts(
    text,
    sentences.filter(({ start }) => start >= plain.sentence.end),
  );
}

/** Any sentence that may say something of it. */
const SPEAKS = /\bmedi|nec+es|request|criteria/i;
/** Dots and dashes say nothing. */
const LETTER = /[a-z]/i;
/** The notice that follows decisions about opioids; its 'medical necessity' concludes nothing. */
const NOTICE = /\bdecision (?:addresses|should not be interpreted)\b|\badvised to (?:consult|speak)\b/i;
/** A conclusion in other words stands near the end. */
const LAST_SENTENCES = 4;

function findStatements(text: string, all: readonly Stretch[]): readonly Statement[] {
  const sentences = all.filter(({ start, end }) => SPEAKS.test(text.slice(start, end)));
  const spelt = sentences.flatMap((sentence) => statementsIn(text, sentence));
  const plain = spelt.length > 0 ? spelt : sentences.flatMap((sentence) => statementsIn(text, sentence, 'corrected'));
  const main = plain.filter(({ subordinate }) => !subordinate);
  if (main.length > 0) return main;
  // 'While the surgery is medically necessary, the pump is not': the main clause decides, and is not understood.
  if (plain.length > 0) return plain.map((statement) => ({ ...statement, kind: 'unclear' }));
  const loose = sentences.slice(-LAST_SENTENCES).flatMap((sentence) => looseStatementsIn(text, sentence));
  const last = all.at(-1);
  const verdict = last === undefined ? null : verdictOf(text, last);
  return verdict === null ? loose : [...loose, verdict];
}

/** The last statement decides, unless another of the same treatment says the opposite. */
function weigh(statements: readonly Understood[], heading: string): ConclusionKind {
  const last = statements.at(-1);
  if (last === undefined) return 'none';
  const relations = statements.map((statement) => relate(statement, last, heading));
  if (relations.includes('contradicts')) return 'contradictory';
  if (relations.includes('divides')) return 'partly';
  // 'The opioid is not medically necessary. … Weaning is medically necessary.': which of the two is in dispute?
  const isElsewhere = (i: number): boolean => relations[i] === 'elsewhere';
  if (!isOfRequest(last, heading) && statements.some((each, i) => isElsewhere(i) && isOfRequest(each, heading)))
    return 'unclear';
  return last.kind;
}

/** It names the request, nothing, or something that the heading names. */
function isOfRequest({ subject }: Statement, heading: string): boolean {
  const words = contentWords(subject);
  const named = contentWords(heading);
  return REQUEST.test(subject) || words.size === 0 || [...words].some((word) => named.has(word));
}

/** How an earlier statement stands to the last one. */
function relate(statement: Statement, last: Statement, heading: string): Relation {
  if (statement.kind === last.kind) return 'agrees';
  if (statement.kind === 'partly' || last.kind === 'partly') return 'divides';
  if (speaksOfOtherPart(statement, last, heading)) return 'divides';
  const words = contentWords(statement.subject);
  // 'The request' is for what the heading names.
  const isNamed = contentWords(last.subject).size > 0;
  const subject = isNamed ? last.subject : heading;
  const lastWords = contentWords(subject);
  if (words.size > 0 && lastWords.size > 0) {
    if (![...words].some((word) => lastWords.has(word))) return isNamed ? 'elsewhere' : unnamed(statement);
    return differ(numbers(statement.subject), numbers(subject)) ? 'divides' : 'contradicts';
  }
  return unnamed(statement);
}

type Relation = 'agrees' | 'contradicts' | 'divides' | 'elsewhere';

/** 'The surgery is medically necessary. … The request is not medically necessary.' is about two things. */
const unnamed = ({ subject }: Statement): 'contradicts' | 'elsewhere' =>
  (REQUEST.test(subject) || contentWords(subject).size === 0) && !SURGERY.test(subject) ? 'contradicts' : 'elsewhere';

/** One speaks of a part that neither the other nor the heading names: 'the first week', 'two additional days'. */
function speaksOfOtherPart(a: Statement, b: Statement, heading: string): boolean {
  const named = partsIn(heading);
  const isApart = (own: Statement, other: Statement): boolean => {
    const others = partsIn(ownSubject(other));
    return namesSomething(other) && [...partsIn(ownSubject(own))].some((part) => !others.has(part) && !named.has(part));
  };
  return isApart(a, b) || isApart(b, a) || differ(sidesIn(ownSubject(a)), sidesIn(ownSubject(b)));
}

/** Without the reason before it: 'Without further findings, the request'. */
const ownSubject = ({ subject }: Statement): string =>
  REASON.test(subject) ? subject.slice(subject.lastIndexOf(', ') + 1) : subject;

const REASON =
  /^(?:absent|after|although|as|at|based|because|before|by|despite|due|for|from|given|in|lacking|on|per|since|though|while|with|without)\b/i;

const namesSomething = ({ subject }: Statement): boolean => NAMES.test(NAMES_NOTHING.replaceIn(subject, ' '));

/** Said of nothing: 'Medical necessity is established', 'Not certified'. */
const NAMES = /[a-z]{3,}/i;
const NAMES_NOTHING = everywhere(
  /\b(?:the|and|but|therefore|thus|hence|however|accordingly|consequently|such|that|this|these|has|have|been|was|were|are|is|for|in|of|it)\b/i,
);

const PART = everywhere(
  /\b(?:first|second|third|fourth|half|remaining|remainder|rest|balance|excess|additional|further|extra|another|others?|initial|beyond|latter|former|portion|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty)\b/i,
);

const sidesIn = (words: string): ReadonlySet<string> => new Set(words.toLowerCase().match(/\b(?:left|right)\b/g) ?? []);

const partsIn = (words: string): ReadonlySet<string> => new Set(PART.wordsIn(words.toLowerCase()));

/** An ancillary service's rationale speaks of the surgery first. */
const SURGERY = /\b(?:surg|procedure|operati)/i;
const REQUEST = /\brequest/i;
const NUMBER = everywhere(/\b\d{1,3}\b/);
const WORD = everywhere(/[a-z]{4,}/);

/** Words that say nothing of what the treatment is. */
const GENERAL: ReadonlySet<string> = new Set(
  'request requested requests requesting treatment treatments service services item items therefore thus hence based upon this that these those such with from were been being medical medically necessary necessity additional further also documentation provided submitted records review evidence guideline guidelines current present case patient worker injured applicant lack time above information care therapy following given here other original eligible portion remaining retrospective prospective than then there which have conversely accordingly likewise consequently reasons left right bilateral upper lower extremity'.split(
    ' ',
  ),
);

function contentWords(subject: string): ReadonlySet<string> {
  return new Set(WORD.wordsIn(subject.toLowerCase()).filter((word) => !GENERAL.has(word)));
}

const numbers = (subject: string): ReadonlySet<string> => new Set(NUMBER.wordsIn(subject));

const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((number) => b.has(number));
