import type { Find } from './find.ts';
import { listSubjectSlip } from './listSubject.ts';
import { anyPhraseAt, asideEnd, isAfterNoun, isLoneVerb, isPhraseOver, objectEnd } from './objects.ts';
import { afterNor, bothSlip, contactSlip, reflexiveSlip } from './oddSubjects.ts';
import { openerAt } from './openers.ts';
import { NOMINAL, Part } from './parts.ts';
import { type Count, type NounPhrase, nounPhraseAt, type Sentence } from './phrase.ts';
import { hasNumber, isOneQuantity, QUANTITIES } from './quantities.ts';
import { isInRelative, relativeSlips } from './relatives.ts';
import { secondHelper, secondVerbOfMany } from './secondVerb.ts';
import type { WordingSlip } from './slip.ts';
import { baseOf, goesWith, isPlural, isSingular, PLURAL_OF, SINGULAR_OF, thirdOf } from './verbNumber.ts';

/** A subject, and the verb that belongs to it. */
interface Subject {
  readonly count: Count;
  readonly phrase: NounPhrase;
  /** Other nouns are joined to it, or to what is between it and its verb. */
  readonly isJoined: boolean;
  /** Position of its verb. */
  readonly verb: number;
  /** What the clause begins with: the sentence, or a conjunction. */
  readonly opener: string;
}

/** Verbs whose number does not suit their subject: 'the criteria for surgery is', 'the provider recommend'. */
export function* agreementSlips(sentence: Sentence): Iterable<WordingSlip> {
  if (isQuestion(sentence)) return;
  let verb = -1;
  for (let at = sentence.first; at < sentence.end; at++) {
    const there =
      thereSlip(sentence, at) ?? guidelinesSlip(sentence, at) ?? ODD.get(sentence.word(at))?.(sentence, at) ?? null;
    if (there !== null) yield there;
    const opener = openerAt(sentence, at);
    if (there !== null || opener === null) continue;
    const slip =
      pronounSlip(sentence, at, opener) ??
      eachSlip(sentence, at) ??
      bothSlip(sentence, at) ??
      contactSlip(sentence, at);
    if (slip !== null) {
      yield slip;
      continue;
    }
    const subject = subjectAt(sentence, at, opener);
    // 'The need for rest, visits and a brace is': the verb belongs to the first.
    if (subject === null || subject.verb === verb) continue;
    verb = subject.verb;
    const found = disagreement(sentence, subject) ?? secondOf(sentence, subject);
    if (found !== null) yield found;
  }
  const last = listSubjectSlip(sentence) ?? secondHelper(sentence);
  if (last !== null) yield last;
  yield* relativeSlips(sentence);
}

/** What is looked for at which words, wherever they are. */
const ODD: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['nor', afterNor],
  ['himself', reflexiveSlip],
  ['herself', reflexiveSlip],
  ['each', (sentence, at) => (sentence.word(at - 1) === 'and' ? eachSlip(sentence, at) : null)],
]);

const secondOf = (sentence: Sentence, { count, phrase, verb }: Subject): WordingSlip | null =>
  count === 'many' ? secondVerbOfMany(sentence, { noun: phrase.head, verb }) : null;

const isQuestion = (sentence: Sentence): boolean => sentence.word(sentence.end - 1) === '?';

/** Looks for a subject that begins at a token, over the phrases that belong to it, up to its verb. */
function subjectAt(sentence: Sentence, first: number, opener: string): Subject | null {
  const phrase = anyPhraseAt(sentence, first);
  if (phrase === null || phrase.count === null || isVerbOfRelative(sentence, phrase, opener)) return null;
  let at = phrase.end;
  let count: Count = phrase.count;
  let isJoined = false;
  let isListed = false;
  for (let steps = 0; steps < MOST_PHRASES; steps++) {
    const word = sentence.word(at);
    if (sentence.may(at, Part.preposition) && !sentence.may(at, Part.conjunction)) {
      const end = objectEnd(sentence, at + 1);
      if (end < 0) return null;
      at = end;
    } else if (word === '/' && at > phrase.end) {
      // 'for creams/compounded creams'
      const end = objectEnd(sentence, at + 1);
      if (end < 0) return null;
      at = end;
    } else if (word === 'and') {
      const end = objectEnd(sentence, at + 1);
      if (end < 0 || (isListed && isDefinite(sentence, at + 1))) return null;
      if (at === phrase.end && mayShareNoun(sentence, phrase, at + 1) && !isOfBoth(sentence, end)) return null;
      if (at === phrase.end) count = 'many';
      // 'the request for a brace and Prilosec' is one request; 'the request for a brace and the scan' may be two things.
      isJoined ||= at === phrase.end || !(isListed || isOneObject(sentence, phrase, at + 1, end));
      at = end;
    } else if (word === ',') {
      const aside = asideEnd(sentence, at);
      const end = aside < 0 && at > phrase.end ? itemEnd(sentence, phrase, at) : aside;
      if (end < 0) return null;
      isListed ||= aside < 0;
      at = end;
    } else if (word === 'thus' && sentence.word(at + 1) === 'far') {
      at += 2;
    } else if (word === 'dated' && sentence.reading.tokens.isFigures(at + 1)) {
      at = objectEnd(sentence, at + 1);
    } else if (isAfterNoun(sentence, at)) {
      at++;
    } else break;
  }
  const verb = sentence.afterAdverbs(at);
  if (!sentence.may(verb, Part.auxiliary | Part.base | Part.third)) return null;
  if (opener === 'since' && isInRelative(sentence, first - 1)) return null;
  return { count, phrase, isJoined, verb, opener };
}

const MOST_PHRASES = 6;

/**
 * 'Findings that point to a nerve are', 'limits that cover such visits are', 'weights that the therapists use are': the
 * verb of several, and no noun.
 */
function isVerbOfRelative(sentence: Sentence, { first, head, determiner }: NounPhrase, opener: string): boolean {
  if (opener !== 'that' && opener !== 'which') return false;
  if (determiner >= 0) return sentence.may(head, Part.base) && sentence.word(head - 1).endsWith('s');
  const isOfSeveral = sentence.may(first - 2, Part.plural) || PLURAL_PRONOUNS.has(sentence.word(first - 2));
  return opener === 'that' && sentence.may(first, Part.base) && isOfSeveral;
}

/** 'Motor and sensory function', 'neck and shoulder pain' may be one thing; 'left hip and left knee' are two. */
function mayShareNoun(sentence: Sentence, { first, head }: NounPhrase, second: number): boolean {
  const next = nounPhraseAt(sentence, second);
  if (next === null || next.head === second || next.count === 'many' || sentence.may(second, Part.determiner))
    return false;
  for (let at = second; at < next.head; at++) if (sentence.may(at, NOMINAL)) return true;
  return first === head;
}

/** 'the need for a bed, bars and a chair': where an item of a list ends, after which another comes; else -1. */
function itemEnd(sentence: Sentence, { head }: NounPhrase, comma: number): number {
  const first = sentence.word(comma + 1) === 'and' ? comma + 2 : comma + 1;
  if (!OF_SEVERAL.has(sentence.word(head)) || isDefinite(sentence, first)) return -1;
  const end = objectEnd(sentence, first);
  const next = sentence.word(end);
  return first > comma + 1 || next === ',' || next === 'and' ? end : -1;
}

const isDefinite = (sentence: Sentence, at: number): boolean =>
  sentence.may(at, Part.determiner) && !INDEFINITE.has(sentence.word(at));
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an']);

/** What is joined is one with the object before it: 'a trial of ice and heat', 'strength in the arms and legs'. */
function isOneObject(sentence: Sentence, { head }: NounPhrase, first: number, end: number): boolean {
  const noun = sentence.word(head);
  if (sentence.may(first, Part.determiner)) return false;
  return OF_SEVERAL.has(noun) || (FELT.has(noun) && PLACES.has(sentence.word(end - 1)));
}

/** 'The cream and the patch': each has its own article. */
const areTwo = (sentence: Sentence, { first, end }: NounPhrase): boolean =>
  OWN.has(sentence.word(first)) && sentence.word(end) === 'and' && OWN.has(sentence.word(end + 1));
const OWN: ReadonlySet<string> = new Set(['the', 'his', 'her', 'this']);

/** 'rest and heat have both been tried': two things for certain. */
const isOfBoth = (sentence: Sentence, verb: number): boolean =>
  sentence.word(verb + 1) === 'both' && sentence.may(verb + 2, Part.auxiliary | Part.participle);

/** One thing, of however many: 'a trial of ice and heat'. */
const OF_SEVERAL: ReadonlySet<string> = new Set('request trial review use examination lack need'.split(' '));
/** What is felt or found, and where. */
const FELT: ReadonlySet<string> = new Set(
  'sensation strength pain tenderness swelling numbness weakness stiffness motion atrophy tingling'.split(' '),
);
const PLACES: ReadonlySet<string> = new Set(
  'neck back shoulder shoulders arm arms elbow elbows wrist wrists hand hands finger fingers thumb hip hips leg legs knee knees ankle ankles foot feet toe toes heel extremities spine'.split(
    ' ',
  ),
);

function disagreement(sentence: Sentence, subject: Subject): WordingSlip | null {
  const { verb, count } = subject;
  const word = sentence.word(verb);
  const range = { first: verb, end: verb + 1 };
  if (count === 'many') {
    const plural = PLURAL_OF.get(word);
    if (plural !== undefined) {
      if (isOneQuantity(sentence, subject.phrase, verb) || isOneThing(sentence, subject)) return null;
      return { message: pluralMessage(sentence, subject, plural), rights: [plural], ...range };
    }
    const base = isThirdOnly(sentence, verb) ? baseOf(word) : null;
    // 'The score and symptoms raises': the noun before the verb is of several, too.
    const isJoined = subject.isJoined && !isOfSeveralAtEnd(sentence, subject) && !areTwo(sentence, subject.phrase);
    return base === null || isJoined
      ? null
      : { message: pluralMessage(sentence, subject, base), rights: [base], ...range };
  }
  // 'The MTUS/ACOEM Guidelines do': what comes after a stroke is not a phrase of its own.
  if (subject.isJoined || sentence.word(subject.phrase.end) === '/') return null;
  const singular = SINGULAR_OF.get(word);
  if (singular !== undefined) {
    const isSupposed = MAY_SUPPOSE.has(subject.opener) && word !== 'are';
    if (isSupposed && !(word === 'have' && sentence.word(verb + 1) === 'been')) return null;
    const message = isSingular(sentence, subject.phrase.head, singular);
    return { message, rights: [singular], ...range, ...formerOf(sentence, verb) };
  }
  // 'the use of both together increase the risk'
  const isAfterAdverb = sentence.must(verb - 1, Part.adverb) && sentence.may(verb, Part.base);
  const isVerb =
    isBaseOnly(sentence, verb) ||
    isLoneVerb(sentence, verb) ||
    (isAfterAdverb && sentence.may(verb + 1, Part.determiner));
  if (!isFirm(sentence, subject) || !isVerb || isCompound(sentence, verb)) return null;
  const right = thirdOf(word);
  return { message: isSingular(sentence, subject.phrase.head, right), rights: [right], ...range };
}

const isOfSeveralAtEnd = (sentence: Sentence, { phrase, verb }: Subject): boolean =>
  sentence.word(phrase.end) === 'and' &&
  nounPhraseAt(sentence, phrase.end + 1)?.end === verb &&
  sentence.must(verb - 1, Part.plural);

/** 'The straight leg raise test was positive': what may be a verb belongs to the noun after it. */
const isCompound = (sentence: Sentence, at: number): boolean =>
  sentence.may(at + 1, NOMINAL) && sentence.may(at + 2, Part.auxiliary);

/** Of 'do not show' the last word was marked once, and then the first two. */
const formerOf = (sentence: Sentence, verb: number): Pick<WordingSlip, 'former'> =>
  sentence.word(verb) === 'do' && sentence.word(verb + 1) === 'not'
    ? {
        former: [
          { first: verb, end: verb + 2 },
          { first: verb + 2, end: verb + 3 },
        ],
      }
    : {};

/** 'The scan and the brace was denied' has two nouns, and each of them is singular. */
const pluralMessage = (sentence: Sentence, { phrase }: Subject, right: string): string =>
  sentence.word(phrase.end) === 'and'
    ? `The subject is plural (“… and …”): use “${right}”.`
    : isPlural(sentence, phrase.head, right);

/** After these a singular may have a plural's form: 'if he were', 'that she have'. */
const MAY_SUPPOSE: ReadonlySet<string> = new Set(['if', 'that', 'whether', 'unless']);

/** The subject begins its sentence, with an article or as a name: no command, no infinitive, no question. */
const isFirm = (sentence: Sentence, { phrase, opener }: Subject): boolean =>
  (opener === '' || opener === ',') &&
  (phrase.determiner >= 0
    ? sentence.may(phrase.determiner, Part.determiner) || sentence.reading.tokens.isPossessive(phrase.determiner)
    : (phrase.first === phrase.head || sentence.must(phrase.first, Part.adjective | Part.past | Part.participle)) &&
      PUBLISHED.has(sentence.word(phrase.head)));

const PUBLISHED: ReadonlySet<string> = new Set(
  'mtus odg acoem mri examination exam imaging documentation treatment pain palpation medication inspection evaluation use review therapy sensation tenderness swelling numbness weakness stiffness atrophy tingling'.split(
    ' ',
  ),
);

/** '… 2009 guidelines for injections recommends': guidelines are named in many ways, so what comes before need not be a phrase. */
function guidelinesSlip(sentence: Sentence, at: number): WordingSlip | null {
  const word = sentence.word(at);
  if ((word !== 'guidelines' && word !== 'guideline') || openerAt(sentence, at) !== null) return null;
  for (let before = at - 1; before >= Math.max(sentence.first, at - 5); before--) {
    const isDueTo = sentence.word(before) === 'to' && sentence.word(before - 1) === 'due';
    // 'The MTUS and ACOEM guidelines'
    if (sentence.word(before) === 'and' && sentence.reading.tokens.isCapitals(before - 1)) continue;
    if (sentence.may(before, Part.preposition | Part.auxiliary | Part.conjunction) && !isDueTo) return null;
    if (isDueTo) break;
  }
  if (word === 'guideline') return guidelineSlip(sentence, at);
  const subject = subjectAt(sentence, at, '');
  return subject === null || subject.isJoined || subject.count === 'one' ? null : disagreement(sentence, subject);
}

/** 'CA MTUS 2016 guideline state that'. */
function guidelineSlip(sentence: Sentence, at: number): WordingSlip | null {
  const verb = at + 1;
  const form = sentence.word(verb);
  if (!STATING.has(form)) return null;
  const right = SINGULAR_OF.get(form) ?? thirdOf(form);
  return { first: verb, end: verb + 1, message: isSingular(sentence, at, right), rights: [right] };
}

const STATING: ReadonlySet<string> = new Set(
  'state recommend indicate suggest require support address allow do have are were'.split(' '),
);

/** 'Pain and suffering is', 'Manual therapy and manipulation is': joined nouns may be the name of one thing. */
function isOneThing(sentence: Sentence, { phrase, isJoined, verb }: Subject): boolean {
  if (!isJoined || sentence.word(phrase.end) !== 'and') return false;
  if (isOfBoth(sentence, verb) || areTwo(sentence, phrase)) return false;
  // 'The risks and benefits was'
  const isPlural = (at: number): boolean => sentence.may(at, Part.plural) && !sentence.may(at, Part.noun | Part.mass);
  if (isPlural(phrase.head) || isPlural(sentence.beforeAdverbs(verb))) return IDIOMS.has(sentence.word(phrase.head));
  return IDIOMS.has(sentence.word(phrase.head)) || phrase.determiner >= 0 || sentence.word(verb) === 'is';
}

const IDIOMS: ReadonlySet<string> = new Set(['pins', 'wear', 'range', 'trial', 'history']);

/** Only a verb's form, and no noun's: 'shows', 'recommends'. */
const isThirdOnly = (sentence: Sentence, at: number): boolean =>
  sentence.must(at, Part.third) ||
  // 'The guidelines states special studies': no noun describes another in the plural.
  (sentence.may(at, Part.third) && sentence.must(at - 1, Part.plural)) ||
  (sentence.may(at, Part.third) && sentence.may(at + 1, Part.determiner) && !sentence.may(at + 1, Part.pronoun));

const isBaseOnly = (sentence: Sentence, at: number): boolean =>
  (sentence.must(at, Part.base) || (sentence.may(at, Part.base) && sentence.word(at + 1) === 'that')) &&
  !sentence.may(at + 1, Part.auxiliary);

/** 'he have', 'they was', 'she don't'. */
function pronounSlip(sentence: Sentence, at: number, opener: string): WordingSlip | null {
  const pronoun = sentence.word(at);
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  const range = { first: verb, end: verb + 1 };
  if (SINGULAR_PRONOUNS.has(pronoun) || (pronoun === 'this' && at === sentence.first && SINGULAR_OF.has(word))) {
    const singular = SINGULAR_OF.get(word);
    if (singular !== undefined && (word === 'are' || !MAY_SUPPOSE.has(opener)))
      return { message: goesWith(sentence, at, singular), rights: [singular], ...range };
    const isTold = opener === 'that' && STATIVE.has(word);
    if (opener !== '' && opener !== ',' && opener !== 'but' && opener !== 'because' && !isTold) return null;
    return verb === at + 1 && isBaseOnly(sentence, verb)
      ? { message: goesWith(sentence, at, thirdOf(word)), rights: [thirdOf(word)], ...range }
      : null;
  }
  const isBent = verb === at + 1 && pronoun === 'they' && sentence.must(verb, Part.third);
  const plural = isBent ? baseOf(word) : PLURAL_PRONOUNS.has(pronoun) ? PLURAL_OF.get(word) : undefined;
  return plural === undefined ? null : { message: goesWith(sentence, at, plural), rights: [plural], ...range };
}

const SINGULAR_PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it']);
/** Nobody orders these: 'that he want' is no 'that he rest'. */
const STATIVE: ReadonlySet<string> = new Set('want need feel deny complain suffer hope like believe'.split(' '));
const PLURAL_PRONOUNS: ReadonlySet<string> = new Set(['they', 'we', 'these', 'those']);

/** 'There was two falls', 'there are no evidence'. */
function thereSlip(sentence: Sentence, at: number): WordingSlip | null {
  if (sentence.word(at) !== 'there') return null;
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  if (word === 'has' || word === 'have') {
    if (sentence.word(verb + 1) !== 'been') return null;
  } else if (!PLURAL_OF.has(word) && !SINGULAR_OF.has(word)) return null;
  const next = sentence.afterAdverbs(verb + (word === 'has' || word === 'have' ? 2 : 1));
  const phrase = nounPhraseAt(sentence, next);
  if (phrase === null || phrase.count === null) return null;
  if (phrase.end < sentence.end && !isPhraseOver(sentence, phrase.end)) return null;
  const range = { first: verb, end: verb + 1 };
  if (phrase.count === 'many') {
    const plural = PLURAL_OF.get(word);
    if (plural === undefined || (hasNumber(sentence, phrase) && QUANTITIES.has(sentence.word(phrase.head))))
      return null;
    return { message: isPlural(sentence, phrase.head, plural), rights: [plural], ...range };
  }
  const singular = SINGULAR_OF.get(word);
  const isList =
    sentence.word(phrase.end) === 'and' || sentence.word(phrase.end) === ',' || sentence.word(phrase.end) === '/';
  // 'There are no therapy or acupuncture reports': the noun of several comes after the last.
  const isShared = sentence.word(phrase.end) === 'or' && nounPhraseAt(sentence, phrase.end + 1)?.count === 'many';
  if (singular === undefined || isList || isShared || hasNumber(sentence, phrase)) return null;
  return { message: isSingular(sentence, phrase.head, singular), rights: [singular], ...range };
}

/** 'Each of the knees are', 'Neither of the blocks were', 'the number of visits were'. */
function eachSlip(sentence: Sentence, first: number): WordingSlip | null {
  const word = sentence.word(first);
  const isNumber = word === 'the' && sentence.word(first + 1) === 'number';
  const isBoth = SEVERAL_OF.has(word);
  if (!SINGLE.has(word) && !isNumber && !isBoth) return null;
  const of = isNumber ? first + 2 : first + 1;
  if (sentence.word(of) !== 'of') return null;
  let end = afterObject(sentence, of + 1);
  for (let steps = 0; steps < 3 && end > 0 && sentence.may(end, Part.preposition); steps++)
    end = afterObject(sentence, end + 1);
  if (end < 0) return null;
  const verb = sentence.afterAdverbs(end);
  const plural = isBoth ? PLURAL_OF.get(sentence.word(verb)) : undefined;
  const isSeveral = word === 'both' || nounPhraseAt(sentence, of + 1)?.count === 'many';
  if (plural !== undefined && isSeveral)
    return { first: verb, end: verb + 1, message: `“${word}” is plural: use “${plural}”.`, rights: [plural] };
  const isBase =
    sentence.must(verb, Part.base) || (sentence.may(verb, Part.base) && sentence.may(verb + 1, Part.determiner));
  const base = isBase ? thirdOf(sentence.word(verb)) : undefined;
  const singular = isBoth ? undefined : (SINGULAR_OF.get(sentence.word(verb)) ?? base);
  if (singular === undefined) return null;
  const shown = isNumber ? 'the number' : word;
  return { first: verb, end: verb + 1, message: `“${shown}” is singular: use “${singular}”.`, rights: [singular] };
}

/** The position after the object of a preposition and a participle that belongs to it: 'the number of visits requested'. */
function afterObject(sentence: Sentence, first: number): number {
  const end = objectEnd(sentence, first);
  return end > 0 && isAfterNoun(sentence, end) ? end + 1 : end;
}

const SEVERAL_OF: ReadonlySet<string> = new Set(['both', 'all', 'most', 'many', 'several']);
const SINGLE: ReadonlySet<string> = new Set(['each', 'either', 'neither', 'one']);
