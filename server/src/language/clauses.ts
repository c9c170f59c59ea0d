import { isHadBeen, isInverted, isNoun, isOwnWould, isShouldIt } from './conditions.ts';
import {
  ALWAYS_REASON,
  hasVerbAhead,
  isBareContent,
  isBareNoun,
  isContent,
  isContentWord,
  isOfNoCase,
  LONGEST_ASIDE,
  PRONOUNS,
} from './contentClauses.ts';
import { BEGINS_PHRASE, isAuxiliary, isFiniteAt, TAKES_CONTENT } from './finiteVerbs.ts';
import { ClassMap } from './lexicon/classMap.ts';
import { ENGLISH } from './lexicon/english.ts';
import { Form } from './lexicon/forms.ts';
import { mainVerbAfter } from './objectRelatives.ts';
import { Passage, type Reading, type TokenRange } from './reading.ts';
import { endsRelative } from './relativeEnds.ts';
import type { Tokens } from './tokens.ts';
import { isShortIs } from './verbGroup.ts';

/** The place of a clause in its sentence. */
export type ClauseKind =
  | 'main'
  /** 'if', 'unless', 'whether', 'had he …': what it says is not said to be so. */
  | 'condition'
  /** 'although', 'while': said to be so, and outweighed. */
  | 'concession'
  | 'reason'
  /** 'that …', 'why …' after a verb or a noun that takes one: its matrix is the clause before. */
  | 'content'
  | 'relative'
  /** In brackets. */
  | 'aside';

/** A piece of a sentence with at most one finite verb of its own. Flat: no clause holds another. */
export interface Clause extends TokenRange {
  readonly kind: ClauseKind;
  /** Position of its finite verb; `end` where it has none. */
  readonly verb: number;
  /** Whether it may as well be a main clause: 'I find that he limps, and the scan is needed'. */
  readonly isLoose: boolean;
  /** A clause of content that is the subject of a verb after it: 'That it helps is not shown', 'the claim that it helps is'. */
  readonly isSubject: boolean;
  /** Of a content clause: the clause that it depends on; null for others. */
  readonly matrix: Clause | null;
  /** The clause without a verb that was broken off before an aside and goes on here; 'it is the brace' before 'that is needed'. */
  readonly resumes: Clause | null;
}

/** A longer clause is a list, or a text without stops: it is cut there. In tokens. */
const LONGEST_CLAUSE = 80;

/** The clauses of a sentence, in order, read once. Bounded work for each token. */
export const clausesOf = (reading: Reading, { first, end }: TokenRange): readonly Clause[] =>
  new Passage(reading, first, end).get(readClauses);

/** The clause of its sentence that holds a token. */
export function clauseAt(passage: Passage, at: number): Clause | undefined {
  return clausesOf(passage.reading, passage.sentenceAt(at)).find(({ first, end }) => first <= at && at < end);
}

function readClauses(sentence: Passage): readonly Clause[] {
  const { reading } = sentence;
  const clauses: Clause[] = [];
  let { first } = sentence;
  let kind = isInverted(reading, first, 'first') ? 'condition' : (openingOf(reading, first) ?? 'main');
  let verb = -1;
  const add = (end: number): void => {
    if (end <= first) return;
    const matrix = kind === 'content' ? (clauses.at(-1) ?? null) : null;
    const previous = clauses.at(-1);
    // What is joined to content depends on the same matrix.
    const isListed = isNextThat(reading, first) && !isContent(reading, first, sentence);
    const isJoined = matrix !== null && previous?.kind === 'content' && (isListed || !isContentWord(reading, first));
    const resumes = reading.is(first, ENGLISH['clause coordinator']) ? null : broken(clauses);
    const isAfterThat = resumes !== null && resumes.end === resumes.first + 2;
    const goesOn = resumes?.kind === 'content' && verb >= 0 && (verb < first + 2 || isAfterThat);
    const isOfCases =
      previous !== undefined &&
      ((kind === 'relative' && tellsOfCases(reading, previous)) ||
        (kind === 'reason' && isSuchAs(reading, first, verb)));
    const cleft = kind === 'relative' && previous !== undefined && isCleft(reading, previous, first) ? previous : null;
    clauses.push({
      first,
      end,
      // 'It cannot be said that the visits, of which she had ten, are too few.'
      kind: isOfCases ? 'content' : cleft !== null ? 'main' : kind === 'main' && goesOn ? 'content' : kind,
      verb: verb < 0 ? end : verb,
      matrix: isOfCases ? previous : isJoined ? previous.matrix : goesOn ? resumes.matrix : matrix,
      isSubject: isSubject(reading, { first, end }, verb, matrix),
      // '…, and that the denial was unfair' is said by the same.
      isLoose: isJoined && !isListed && isAfterComma(reading, first) && !isAndThat(reading, first),
      resumes: cleft ?? resumes,
    });
  };
  for (let at = first; at < sentence.end; at++) {
    const next =
      at === first
        ? null
        : (cutAt(reading, { at, verb, kind, first, sentence, matrix: clauses.at(-1)?.kind ?? null }) ??
          (at - first < LONGEST_CLAUSE ? null : kind));
    if (next !== null) {
      add(at);
      first = at;
      kind = joined(reading, at) ?? next;
      verb = -1;
    }
    if (verb < 0 && isFiniteAt(reading, at) && !endsAdverb(reading, at)) verb = at;
  }
  add(sentence.end);
  return clauses;
}

/** 'is not of such a size | as would make it necessary' */
const isSuchAs = (reading: Reading, first: number, verb: number): boolean =>
  verb === first + 1 &&
  reading.tokens.lower(first) === 'as' &&
  reading.tokens.hasAny({ first: first - FARTHEST_SUCH, end: first }, SUCH);

const SUCH: ReadonlySet<string> = new Set(['such']);
/** In tokens. */
const FARTHEST_SUCH = 4;

const isAfterComma = ({ tokens }: Reading, at: number): boolean =>
  tokens.written(closesAfterMark(tokens, at - 1) ? at - 2 : at - 1) === ',';

/** A quotation mark right after a comma or a stop. */
const closesAfterMark = (tokens: Tokens, at: number): boolean =>
  QUOTES.has(tokens.written(at)) && tokens.isGlued(at) && tokens.isMark(at - 1);

const QUOTES: ReadonlySet<string> = new Set(["'", '’', '"', '”']);

/** 'This is (not) a case | where imaging is needed.', 'There is no reading of it on | which imaging is needed.' */
const tellsOfCases = (reading: Reading, { first, end, verb, kind }: Clause): boolean =>
  kind === 'main' &&
  verb < end &&
  ((reading.is(first, ENGLISH.demonstrative) &&
    reading.is(verb, ENGLISH.be) &&
    (CASES.has(reading.tokens.lower(end - 1)) || CASES.has(reading.tokens.lower(end - 2)))) ||
    isOfNoCase(reading, { first: verb, end }));

const CASES: ReadonlySet<string> = new Set('case cases instance instances situation situations'.split(' '));

/** 'It is the second brace | that is not needed.' */
const isCleft = (reading: Reading, { first, verb, kind }: Clause, that: number): boolean =>
  kind === 'main' &&
  verb === first + 1 &&
  reading.tokens.lower(that) === 'that' &&
  reading.tokens.lower(first) === 'it' &&
  reading.is(verb, ENGLISH.be) &&
  !reading.is(verb + 1, ENGLISH.negation);

/** 'He held that the tear had healed, that nothing else was wrong, …' */
const isNextThat = ({ tokens }: Reading, at: number): boolean =>
  tokens.lower(at) === 'that' && tokens.written(at - 1) === ',';

const isAndThat = (reading: Reading, at: number): boolean =>
  reading.is(at, ENGLISH['clause coordinator']) && reading.tokens.lower(at + 1) === 'that';

/** 'and since it goes ahead, …' */
const joined = (reading: Reading, at: number): ClauseKind | null =>
  reading.is(at, ENGLISH['clause coordinator']) && JOINED.has(reading.tokens.lower(at + 1))
    ? opensAt(reading, at + 1)
    : null;

const JOINED: ReadonlySet<string> = new Set('since because although though while whereas if unless'.split(' '));

/** A second finite verb follows, and no conjunction leads to it. */
function isSubject(reading: Reading, { first, end }: TokenRange, verb: number, matrix: Clause | null): boolean {
  const isContent = matrix !== null ? matrix.verb === matrix.end : reading.tokens.written(first) === 'That';
  // 'That should be done before …' begins with a pronoun.
  if (!isContent || verb < 0 || (matrix === null && verb === first + 1)) return false;
  for (let at = verb + 2; at < end; at++) {
    const isVerb = isAuxiliary(reading, at) || isLinkThere(reading, at);
    if (isVerb && !reading.is(at - 1, ENGLISH['clause coordinator'])) return true;
  }
  return false;
}

/** 'remains', 'seems' */
const isLinkThere = (reading: Reading, at: number): boolean =>
  reading.is(at, ENGLISH.link) && (reading.formAt(at) & Form.thirdPerson) !== 0;

/** 'What exceeds it is refused': such a clause is a subject. 'For the neck' and 'As to the neck' give no reason. */
const openingOf = (reading: Reading, first: number): ClauseKind | null =>
  MAIN_OPENERS.has(reading.tokens.written(first)) || reading.endOfClass(first, ENGLISH.preposition) > first + 1
    ? 'main'
    : opensAt(reading, first);

const MAIN_OPENERS: ReadonlySet<string> = new Set(['What', 'For']);

/** The clause before an aside that ends here, where its verb is still to come. */
function broken(clauses: readonly Clause[]): Clause | null {
  const before = clauses.at(-2);
  const isThat = before?.kind === 'content' && before.end === before.first + 2;
  const breaks = BREAKING.has(clauses.at(-1)?.kind) || (isThat && AHEAD.has(clauses.at(-1)?.kind ?? 'main'));
  return breaks && before !== undefined && before.verb === before.end ? before : null;
}

const BREAKING: ReadonlySet<ClauseKind | undefined> = new Set(['aside', 'relative']);

interface Cut {
  readonly at: number;
  /** The finite verb of the clause before; -1 where it has none. */
  readonly verb: number;
  /** Of the clause before. */
  readonly kind: ClauseKind;
  /** Its first token. */
  readonly first: number;
  readonly sentence: TokenRange;
  /** The kind of the clause before that; null where there is none. */
  readonly matrix: ClauseKind | null;
}

/** 'Though he holds that it helps, | it is not needed.' */
const AHEAD: ReadonlySet<ClauseKind> = new Set(['concession', 'condition', 'reason']);

/** The kind of the clause that begins at a token; null where none does. */
function cutAt(reading: Reading, { at, verb, kind, first, sentence, matrix }: Cut): ClauseKind | null {
  const { tokens } = reading;
  // "without it,' and …": the quotation mark belongs to what comes before.
  if (closesAfterMark(tokens, at)) return null;
  const before = closesAfterMark(tokens, at - 1) ? at - 2 : at - 1;
  const mark = tokens.isMark(before) ? tokens.written(before) : '';
  if (HARD.has(mark)) return opensAt(reading, at) ?? 'main';
  if (mark === '(') return 'aside';
  if (mark === ')' && kind === 'aside') return 'main';
  const length = tokens.end(at) - tokens.start(at);
  // 'that', 'why', 'how'
  if (length === 3 || length === 4) {
    if (isThatIsWhy(reading, at)) return 'main';
    if (isSubjectRelative(reading, at) || (verb < 0 && mainVerbAfter(reading, at, sentence) >= 0)) return 'relative';
    if (isContent(reading, at, sentence)) return 'content';
    if (kind === 'content' && isNextThat(reading, at) && hasVerbAhead(reading, at + 1, sentence)) return 'content';
  }
  const isKnown = reading.entries.from(at) < reading.entries.from(at + 1);
  if (isKnown && isWithinEntry(reading, at) && tokens.lower(at) !== 'which') return null;
  if (isKnown) {
    // 'had', 'were', 'should'
    if (
      length <= 6 &&
      (isInverted(reading, at, 'within') || (verb >= 0 && (isShouldIt(reading, at) || isHadBeen(reading, at))))
    )
      return 'condition';
    // 'It is not what he needs': a predicate.
    if (tokens.written(at) === 'what' && isPredicative(reading, at)) return null;
    const opened = opensAt(reading, at);
    if (opened === 'reason') {
      // 'for the neck' gives no reason, 'for she cannot walk' does.
      if (OBJECTS.has(tokens.written(at + 1))) return null;
      // 'for which'
      if (reading.is(at + 1, ENGLISH.relative)) return verb < 0 ? null : 'relative';
      // 'Excision necessary as it is painful.'
      const isNote = tokens.written(at) !== 'for' && PRONOUNS.has(tokens.lower(at + 1)) && isFiniteAt(reading, at + 2);
      if (verb < 0) return isNote || ALWAYS_REASON.has(tokens.written(at)) ? 'reason' : null;
      // 'It is, for this man, too much.'
      const isAside = mark === ',' && verb === at - 2 && tokens.written(at) === 'for';
      return (mark === ',' && !isAside) || hasVerbAhead(reading, at + 1, sentence) ? 'reason' : null;
    }
    if (opened !== null) return opened;
    if (verb >= 0 && isBareContent(reading, at, sentence)) return 'content';
  }
  if (verb >= 0 && verb === at - 1 && isBareNoun(reading, at, sentence)) return 'content';
  // 'If the joint were loose | I would agree'
  if (kind === 'condition' && verb >= 0 && verb < at - 1 && isOwnWould(reading, at)) return 'main';
  if (kind === 'relative' && isAuxiliary(reading, at)) {
    const isEnd = mainVerbAfter(reading, first, sentence) === at || endsRelative(reading, { first, end: at }, verb);
    if (isEnd) return 'main';
  }
  if (WEAK.has(kind) && isNextMain(reading, { at, verb, kind, first, sentence })) return 'main';
  if (verb < 0)
    return isLateMain(reading, at, first + (kind === 'content' ? LONG_CONTENT : LONG), sentence) ? 'main' : null;
  // 'are, by way of beginning, | reasonable'
  if (mark === ',' && isWithinVerb(reading, at - 1, first)) return null;
  // 'The surgeon, who means well, believes'
  if (mark === ',' && kind === 'relative' && (reading.formAt(at) & Form.thirdPerson) !== 0) return 'main';
  if (mark === ',' && kind === 'relative' && isFiniteAt(reading, at)) return 'main';
  // 'In 2019, the request' is one clause, 'he limps, the knee gives way' are two.
  if (mark === ',' && hasVerbAhead(reading, at, sentence) && !isSaying(reading, at))
    return kind === 'content' &&
      (matrix === null || !AHEAD.has(matrix) || reading.is(at, ENGLISH['clause coordinator']))
      ? kind
      : 'main';
  if (!isKnown || !reading.is(at, ENGLISH['clause coordinator'])) return null;
  // 'is not so strong that'
  if (tokens.lower(at) === 'so' && (reading.is(at - 1, ENGLISH.negation) || reading.is(at - 1, ENGLISH.be)))
    return null;
  if (!hasVerbAhead(reading, at + 1, sentence)) return null;
  // 'It falls outside what is allowed and is denied.'
  return kind === 'aside' || (kind === 'relative' && isAuxiliary(reading, at + 1)) ? 'main' : kind;
}

/**
 * 'The brisk reflexes and the clumsy hand leave no choice, and the scan is due': where the verb of a long clause is not
 * known, a comma with 'and' before a clause of its own ends it all the same.
 */
const isLateMain = (reading: Reading, at: number, earliest: number, sentence: TokenRange): boolean =>
  at >= earliest &&
  reading.tokens.written(at - 1) === ',' &&
  reading.is(at, ENGLISH['clause coordinator']) &&
  hasVerbAhead(reading, at + 1, sentence);

/** 'They denied it, saying that …': who says so comes before. */
const isSaying = (reading: Reading, at: number): boolean =>
  (reading.formAt(at) & Form.ing) !== 0 && reading.tokens.lower(at + 1) === 'that';

/** 'for him' gives no reason. */
const OBJECTS: ReadonlySet<string> = new Set(['him', 'them', 'me', 'us', 'himself', 'herself']);

const WEAK: ReadonlySet<ClauseKind> = new Set(['concession', 'reason']);

/**
 * 'While one sympathizes with him, the request is' (its verb is not known), 'since the operation goes ahead they are': the
 * main clause begins here.
 */
function isNextMain(reading: Reading, { at, verb, first, sentence }: Omit<Cut, 'matrix'>): boolean {
  const { tokens } = reading;
  if (verb >= 0) {
    const before = at - 1;
    return (
      PRONOUNS.has(tokens.lower(at)) && isAuxiliary(reading, at + 1) && tokens.isWord(before) && isNoun(reading, before)
    );
  }
  const isAfterAside = tokens.written(first + 1) === ',' || at - first < LONG_CONTENT;
  return (
    !isAfterAside &&
    tokens.written(at - 1) === ',' &&
    BEGINS_PHRASE.has(reading, at) &&
    hasVerbAhead(reading, at, sentence)
  );
}

/** In tokens. */
const LONG = 8;
const LONG_CONTENT = 5;

/** A comma ends an aside that broke in after an auxiliary. */
function isWithinVerb(reading: Reading, comma: number, first: number): boolean {
  if (BEGINS_PHRASE.has(reading, comma + 1) || PRONOUNS.has(reading.tokens.lower(comma + 1))) return false;
  for (let at = comma - 1; at > Math.max(first, comma - LONGEST_ASIDE); at--)
    if (reading.tokens.written(at) === ',') return isAuxiliary(reading, at - 1);
  return false;
}

/** 'That is why I deny it' */
const isThatIsWhy = (reading: Reading, at: number): boolean =>
  reading.tokens.lower(at) === 'why' && (reading.is(at - 1, ENGLISH.be) || isShortIs(reading, at - 1));

/** After 'is', 'is not', 'is exactly'. */
function isPredicative(reading: Reading, at: number): boolean {
  const before = reading.is(at - 1, ENGLISH.degree) || reading.is(at - 1, ENGLISH.negation) ? at - 2 : at - 1;
  return reading.is(before, ENGLISH.be);
}

const HARD: ReadonlySet<string> = new Set([';', ':', '—', '–', '--']);

const OPENERS = new ClassMap<ClauseKind>([
  [ENGLISH.condition, 'condition'],
  [ENGLISH.concession, 'concession'],
  [ENGLISH.relative, 'relative'],
  [ENGLISH.reason, 'reason'],
]);

/** The 'stand' of 'as matters stand' */
const endsAdverb = (reading: Reading, at: number): boolean => endOfAdverb(reading, at - 2) === at + 1;

/** The position after 'as matters stand', where its clause goes on; else the token itself. */
function endOfAdverb(reading: Reading, at: number): number {
  const end = reading.endOfClass(at, ENGLISH.degree);
  return end > at + 1 && !reading.tokens.isMark(end) ? end : at;
}

/** Whether an entry of several words began before and goes on here: the 'for' of 'called for'. */
function isWithinEntry({ entries }: Reading, at: number): boolean {
  for (let entry = entries.from(at - 2); entry < entries.from(at); entry++) if (entries.end(entry) > at) return true;
  return false;
}

/** 'nothing that would help', 'no evidence that supports it'; not 'that visits are …' */
function isSubjectRelative(reading: Reading, at: number): boolean {
  if (reading.tokens.lower(at) !== 'that' || TAKES_CONTENT.has(reading, at - 1)) return false;
  // 'Anything beyond that is'
  if (reading.is(at - 1, ENGLISH.preposition) && reading.tokens.lower(at - 1) !== 'in') return false;
  if (isAuxiliary(reading, at + 1)) return true;
  return (reading.formAt(at + 1) & Form.thirdPerson) !== 0 && !isAuxiliary(reading, at + 2);
}

/** The kind of clause that a conjunction at a token opens. */
const opensAt = (reading: Reading, at: number): ClauseKind | null =>
  endOfAdverb(reading, at) > at ? null : (OPENERS.at(reading, at)?.value ?? null);
