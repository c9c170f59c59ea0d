import { isAuxiliary } from '../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { numbers } from '../../../language/values/number.ts';
import type { ConclusionKind } from '../../model/determination.ts';
import { isOfAllCriteria } from './about/allCriteria.ts';
import { isElsewhere, isOfOtherSide } from './about/elsewhere.ts';
import { isOfFewer } from './about/fewer.ts';
import { isOfOther, mayBeOfIt } from './about/ofOther.ts';
import { isOfPart } from './about/ofPart.ts';
import { isOfAddition } from './about/parts.ts';
import { type Heading, isNamed, referentOf } from './about/referent.ts';
import { type About, areOfTwoParts, type Relation, relationOf } from './about/sameThing.ts';
import { DETERMINERS, INDEFINITE, type SubjectKind } from './clauses/subject.ts';
import type { Sign } from './rows/constructions.ts';
import { isMonth } from './statements/dropped.ts';
import type { Statement } from './statements/statement.ts';
import { wholeSentences } from './statements/wholeSentences.ts';
import { turnAfter } from './turned.ts';
import { CONCLUSION_WORDS } from './words/words.ts';

/** What a rationale concludes, and the statements that decide it, in order. */
export interface Verdict {
  /** `unclear`: opposite statements of which it is open whether they are about one thing. */
  readonly kind: ConclusionKind;
  readonly deciding: readonly Statement[];
}

/** What the statements of a rationale come to. */
export function verdictOf(passage: Passage, all: readonly Statement[], heading: Heading): Verdict {
  const { reading } = passage;
  const lastEnd = passage.end > passage.first ? (wholeSentences(passage).at(-1)?.end ?? 0) : 0;
  const said = all.filter(({ dropped }) => dropped === null);
  const ofIt = said.filter((each) => !isOfOther(reading, each, heading));
  // Where nothing else decides, the last word is about what is in dispute, also where it is called by another's name.
  const isDecided = ofIt.some(({ strength }) => strength >= 2);
  const isOfIt = new Set(ofIt);
  const own = isDecided
    ? ofIt
    : said.filter((each) => isOfIt.has(each) || (each.sentence.end === lastEnd && mayBeOfIt(reading, each, heading)));
  const about = decisive(reading, own, heading).map((each) => aboutOf(reading, each, heading));
  const here = about.filter((each) => !isElsewhere(reading, each, heading));
  // 'The right ankle does not need one' where the left one is asked about says nothing of that.
  const counted = here.length > 0 ? here : about.filter((each) => !isNeedOfOtherSide(each, heading));
  const signs = signsOf(reading, counted);
  const firm = counted.filter((each) => !yields(passage, each, signs));
  const last = firm.at(-1) ?? counted.at(-1);
  if (last === undefined) return { kind: 'none', deciding: [] };
  const weighed = firm.length > 0 ? firm : counted;
  const same = weighed.filter(({ statement }) => agrees(statement, last.statement));
  const partial = counted.filter((each) => isOfPart(reading, each, heading));
  const opposite = [
    ...weighed.filter(
      (each) =>
        each.statement.sign !== last.statement.sign &&
        (outweighs(reading, each, last, heading) || isBesideIt(passage, each, last, heading)),
    ),
    ...ofOtherParts(passage, own, weighed, last, heading),
  ];
  if (partial.length > 0) return { kind: 'partly', deciding: inOrder([...partial.map(asPart), ...opposite, ...same]) };
  if (opposite.length === 0) {
    // 'Thirteen visits are medically necessary' of twenty, as the last word
    if (last.statement.sign > 0 && isOfFewer(reading, last.statement, last.referent, heading))
      return { kind: 'partly', deciding: inOrder([asPart(last)]) };
    // 'The denial was fair; the new report changes that.'
    const isTurned = same.every(({ statement }) => turnAfter(passage, statement) === 'turned round');
    // 'The filler is not needed', where nothing is said of the graft that it is asked for with.
    const isOfLess = last.statement.sign < 0 && weighed.every(({ ranges }) => isOfAddition(reading, ranges, heading));
    return {
      kind: isTurned || isOfLess ? 'unclear' : kindOf(last.statement),
      deciding: same.map(({ statement }) => statement),
    };
  }
  const relations = opposite.map((each) => relationOf(passage, each, last, heading));
  return { kind: kindOfOpposite(relations), deciding: inOrder([...opposite, ...same]) };
}

/**
 * Weaker statements that say the opposite of another part: 'The left knee qualifies. The right does not need it.' Not
 * where something firmer is said against them of their own part, or of all of it.
 */
function ofOtherParts(
  passage: Passage,
  own: readonly Statement[],
  firm: readonly About[],
  last: About,
  heading: Heading,
): readonly About[] {
  if (isOfWhole(last) || firm.length > MOST_COMPARED) return NONE;
  const firmer = new Set(firm.map(({ statement }) => statement));
  const weaker = own.filter(
    (each) => each.sign !== last.statement.sign && each.strength >= WEAKER && each.strength < 2 && !firmer.has(each),
  );
  return weaker
    .map((each) => aboutOf(passage.reading, each, heading))
    .filter((each) =>
      firm.every(
        (other) => other.statement.sign === each.statement.sign || areOfTwoParts(passage, each, other, heading),
      ),
    );
}

/** 'The gel meets the criteria. The ointment does not meet them.': both weak, and of two parts. */
function isBesideIt(passage: Passage, a: About, b: About, heading: Heading): boolean {
  if (Math.max(a.statement.strength, b.statement.strength) >= 2) return false;
  const [granted, withheld] = a.statement.sign > 0 ? [a, b] : [b, a];
  return heading.isOfSeveral && areOfTwoParts(passage, granted, withheld, heading);
}

/** More firm statements than any rationale has: each weaker one is compared with all of them. */
const MOST_COMPARED = 200;
const NONE: readonly About[] = [];
const WEAKER = 1.5;

const isNeedOfOtherSide = (about: About, heading: Heading): boolean =>
  about.statement.construction?.id === 'the side needs it' && isOfOtherSide(about, heading);

function kindOfOpposite(relations: readonly Relation[]): ConclusionKind {
  if (relations.includes('different')) return 'partly';
  return relations.includes('open') ? 'unclear' : 'contradictory';
}

/**
 * It yields to what is said of the request itself: what would be right instead ('An annual screen would be reasonable'),
 * and what was so before ('The first scan was premature').
 */
function yields(passage: Passage, { statement, referent }: About, signs: Signs): boolean {
  const { reading } = passage;
  const { subject, clause } = statement;
  const opposite = statement.sign > 0 ? -1 : 1;
  // 'The request was properly denied in March.'
  if (isInPast(reading, statement) && tellsThen(reading, clause)) return signs.ofNow.has(opposite);
  // 'The denial was fair. The new report …, and the request is medically necessary.'
  if (signs.all.has(opposite) && turnAfter(passage, statement) !== 'none') return true;
  // 'Without the scan it would be premature.', 'Would not pass as a standing order.'
  if (subject.kind !== 'reviewer' && reading.tokens.hasAny(statement, WOULD)) return signs.definite.has(opposite);
  // 'I would not start it today', where it has been taken for years.
  const isOfStart = statement.construction?.id === 'I would do it' && reading.tokens.hasAny(statement, STARTING);
  if (isOfStart && statement.sign < 0 && signs.all.has(opposite)) return true;
  if (isOfNobody(reading, statement)) return signs.particular.has(opposite);
  if (subject.kind !== 'thing' && subject.kind !== 'treatment') return false;
  // 'Gabapentin is not necessary for simple back pain': not this patient's, where the request is found necessary.
  if (isInGeneral(reading, statement)) return signs.particular.has(opposite);
  const isOfBefore = referent.part === 'first' || reading.has(subject, CONCLUSION_WORDS['earlier word']);
  return isOfBefore && isInPast(reading, statement) && signs.ofNow.has(opposite);
}

const STARTING: ReadonlySet<string> = new Set(['start', 'started', 'begin', 'begun', 'initiate', 'initiated']);

/** Which signs there are among statements, and among those to which others yield. */
interface Signs {
  readonly all: ReadonlySet<Sign>;
  /** Not in the past tense. */
  readonly ofNow: ReadonlySet<Sign>;
  /** The reviewer's own, or without 'would'. */
  readonly definite: ReadonlySet<Sign>;
  /** Of this case. */
  readonly particular: ReadonlySet<Sign>;
}

function signsOf(reading: Reading, about: readonly About[]): Signs {
  const all = new Set<Sign>();
  const ofNow = new Set<Sign>();
  const definite = new Set<Sign>();
  const particular = new Set<Sign>();
  for (const { statement } of about) {
    const { sign, subject } = statement;
    all.add(sign);
    if (!isInPast(reading, statement)) ofNow.add(sign);
    if (subject.kind === 'reviewer' || !reading.tokens.hasAny(statement, WOULD)) definite.add(sign);
    if (!isInGeneral(reading, statement) && !isOfNobody(reading, statement)) particular.add(sign);
  }
  return { all, ofNow, definite, particular };
}

/**
 * 'MRI is not necessary for simple back pain', 'massage is to be used together with exercise': a kind of treatment in a
 * kind of case, both without a determiner.
 */
function isInGeneral(reading: Reading, { subject, end, sentence }: Statement): boolean {
  if (subject.kind !== 'thing' && subject.kind !== 'treatment') return false;
  if (isDetermined(reading, subject.first) || isDetermined(reading, subject.first - 1)) return false;
  // 'a first-line choice for'
  const at = OF_A_CASE.has(reading.tokens.lower(end)) ? end : end + 1;
  if (at >= sentence.end || !OF_A_CASE.has(reading.tokens.lower(at))) return false;
  return !isDetermined(reading, at + 1) && numbers(reading).at(at + 1) === undefined;
}

/** 'Nobody needs a machine for a sprain' */
function isOfNobody({ tokens }: Reading, { subject, object }: Statement): boolean {
  if (tokens.lower(subject.first) !== 'nobody') return false;
  for (let at = object.first; at < Math.min(object.end, object.first + NEAR); at++)
    if (tokens.lower(at) === 'for' && INDEFINITE.has(tokens.lower(at + 1))) return true;
  return false;
}

const OF_A_CASE: ReadonlySet<string> = new Set(['for', 'together']);
/** 'the', 'this', 'his', 'him' */
const isDetermined = (reading: Reading, at: number): boolean =>
  DETERMINERS.has(reading, at) || SOMEBODY.has(reading, at);
const SOMEBODY = new ClassMap<true>([ENGLISH.he, ENGLISH.she, ENGLISH.they].map((each) => [each, true]));

const isInPast = ({ tokens }: Reading, statement: Statement): boolean => tokens.hasAny(statement, PAST);

const WOULD: ReadonlySet<string> = new Set(['would', "'d", '’d']);
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'had', 'seemed', 'appeared', 'looked']);

/** 'in March', 'on what was then known' */
function tellsThen(reading: Reading, clause: TokenRange): boolean {
  for (let at = clause.first; at < clause.end; at++)
    if (reading.is(at, CONCLUSION_WORDS['then word']) || isMonth(reading, at)) return true;
  return false;
}

const agrees = ({ sign, strength }: Statement, last: Statement): boolean =>
  sign === last.sign && strength >= Math.min(last.strength, DECIDED);

/** A statement at least as firm as this counts beside any other. */
const DECIDED = 2.5;

const asPart = (about: About): About => ({ ...about, statement: { ...about.statement, isPartial: true } });

function inOrder(about: readonly About[]): readonly Statement[] {
  const byPlace = new Map<number, Statement>();
  for (const { statement } of about) if (!byPlace.has(statement.end)) byPlace.set(statement.end, statement);
  return [...byPlace.values()].sort((a, b) => a.first - b.first);
}

/** The statements that decide: the firmest. */
function decisive(reading: Reading, own: readonly Statement[], heading: Heading): readonly Statement[] {
  // Of one of several things the only word may be a weaker one.
  const isOfOne = ({ subject }: Statement): boolean => heading.isOfSeveral && isNamed(reading, subject, heading.words);
  const strong = own.filter((each) => each.strength >= 2 || (each.strength >= 1.5 && isOfOne(each)));
  if (strong.some(({ strength }) => strength >= 2)) return strong;
  return atLeast(own, 2) ?? atLeast(own, 1.5) ?? own.filter(({ sign, strength }) => sign < 0 && strength >= 1);
}

const atLeast = (statements: readonly Statement[], strength: number): readonly Statement[] | null => {
  const strong = statements.filter((each) => each.strength >= strength);
  return strong.length > 0 ? strong : null;
};

/**
 * Whether a statement holds beside the last one that says the opposite. The formula ('the request is not medically
 * necessary') is of the whole request: against it counts what is said as firmly, or of the request itself.
 */
function outweighs(reading: Reading, { statement, referent }: About, last: About, heading: Heading): boolean {
  if (statement.strength < 2) {
    const areOfAll = [statement, last.statement].every((each) => isOfAllCriteria(reading, each, heading));
    return areOfAll && last.statement.strength <= statement.strength;
  }
  const isFormula = last.statement.strength === 3 && isOfWhole(last);
  if (!isFormula || DIRECT.has(statement.subject.kind)) return true;
  const { subject } = statement;
  const isThis =
    DEFINITE.has(reading.tokens.lower(subject.first)) ||
    ALL.has(reading.tokens.lower(subject.first - 1)) ||
    referent.part !== 'none';
  const isFirm = statement.strength === 3 || statement.sign < 0 || statement.construction?.isGuidelines !== true;
  return isFirm && (isThis || isNamed(reading, subject, heading.words)) && !isIndefinite(reading, subject);
}

const isOfWhole = ({ statement, referent }: About): boolean =>
  statement.subject.kind === 'request' && referent.part === 'none';

const isIndefinite = (reading: Reading, { first }: TokenRange): boolean => INDEFINITE.has(reading.tokens.lower(first));

/** 'Both studies' */
const ALL: ReadonlySet<string> = new Set(['both', 'all']);
const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'these', 'its', 'his', 'her', 'their']);
const DIRECT: ReadonlySet<SubjectKind> = new Set(['request', 'reviewer', 'denial', 'necessity', 'answer', 'none']);

function aboutOf(reading: Reading, statement: Statement, heading: Heading): About {
  const { subject, object, topic } = statement;
  const isCommand = isCommanded(statement);
  const { verb, end } = statement.clause;
  const isNote = isCommand || verb >= end || !isAuxiliary(reading, verb);
  const after = isPurpose(reading, object)
    ? NOTHING
    : { first: object.first, end: endOfObject(reading, object, isNote) };
  // 'As to the neck, it should not': what is said first names it, too.
  const lead = topic ?? { first: startOfLead(reading, statement), end: Math.min(subject.first, statement.first) };
  // Of 'Allow four, deny eight' what is before the second command is of the first.
  // 'The file submitted meets the criteria for the requested service': of the request
  const isOfRequest = subject.kind === 'thing' && reading.tokens.hasAny(object, REQUESTED);
  // 'two (the rails and the seat) are'
  const isBroken = statement.clause.resumes !== null && reading.tokens.written(statement.clause.first - 1) === ')';
  const named = isBroken ? { first: subject.first, end: statement.clause.first } : subject;
  const own = isCommand || isOfRequest ? NOTHING : named;
  const ranges = subject.kind === 'reviewer' ? [after, lead, own] : [own, lead, after];
  return { statement, ranges, referent: referentOf(reading, ranges, topic, heading) };
}

/** 'is needed to restore the strength': what it is for, not what it is. */
const isPurpose = (reading: Reading, { first }: TokenRange): boolean =>
  reading.tokens.lower(first) === 'to' && (reading.formAt(first + 1) & Form.base) !== 0;

/** 'Allow four': what could be a command has no subject. */
const isCommanded = ({ construction, subject }: Statement): boolean =>
  construction?.as.includes('command') === true && subject.kind === 'none';

const REQUESTED: ReadonlySet<string> = new Set(['requested', 'request']);
const NOTHING: TokenRange = { first: 0, end: 0 };

/** 'Allow thirty, refuse sixty': what is before the comma is of the first; but 'Six, yes.' */
function startOfLead(reading: Reading, statement: Statement): number {
  const { clause, sentence, first, end } = statement;
  const { tokens } = reading;
  const isCommand = isCommanded(statement);
  // 'No bleeding, no anticoagulant: deny.'
  if (isCommand && first === clause.first && tokens.written(first - 1) === ':') return sentence.first;
  if (clause.verb <= first && !isCommand) return clause.first;
  const isSetOff = tokens.written(first - 1) === ',' && !isCount(reading, end);
  for (let at = isSetOff ? first - 2 : first - 1; at > clause.first; at--) if (tokens.written(at) === ',') return at;
  return clause.first;
}

/** '#80', 'x8', 'eight' */
const isCount = (reading: Reading, at: number): boolean =>
  COUNTS.has(reading.tokens.lower(at)) || numbers(reading).at(at) !== undefined;
const COUNTS: ReadonlySet<string> = new Set(['#', 'x']);

function endOfObject(reading: Reading, { first, end }: TokenRange, isNote: boolean): number {
  for (let at = first; at < Math.min(end, first + NEAR); at++)
    if (reading.is(at, ENGLISH['clause coordinator']) || (isNote && reading.tokens.written(at) === ',')) return at;
  return Math.min(end, first + NEAR);
}

/** In tokens. */
const NEAR = 6;

const kindOf = ({ sign }: Statement): 'necessary' | 'not-necessary' => (sign > 0 ? 'necessary' : 'not-necessary');
