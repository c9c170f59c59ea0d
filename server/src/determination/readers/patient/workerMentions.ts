import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage, Reading } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import { numbers } from '../../../language/values/number.ts';
import type { Prose } from '../../../text/prose.ts';
import { ENGLISH, passageOf } from '../../language.ts';
import type { Sex, WorkerMention } from '../../model/determination.ts';
import { type Age, agesIn } from './ages.ts';
import { mayTreat, treats } from './openPronouns.ts';
import type { PatientWord } from './people.ts';
import { type Person, Persons } from './persons.ts';

/**
 * Words of a part that plainly give the injured worker's age or sex; those that may be another's, or of another time, are
 * left out.
 * @param issue the issue whose rationale the part is; null for the summary
 */
export const workerMentionsIn = (part: Prose, issue: number | null): readonly WorkerMention[] =>
  passageOf(part).onceOf(mentionsIn, issue, `${issue}`);

function mentionsIn(passage: PlacedPassage, issue: number | null): readonly WorkerMention[] {
  const persons = new Persons(passage);
  const ages = agesIn(passage, persons);
  const reader = new TellingReader(passage, persons, issue === null ? 'summary' : 'rationale');
  const told = [
    ...ages.filter((age) => reader.isPlainAge(age)).map((age) => ({ first: age.first, end: age.end, age: age.years })),
    ...persons.all.flatMap((person, i) => {
      const sex = reader.isPlainSex(person, i, ages) ? person.sex : null;
      return sex === null ? [] : [{ first: person.first, end: person.end, sex }];
    }),
  ].sort((a, b) => a.first - b.first);
  return told.map(({ first, end, ...what }): WorkerMention => {
    const span = passage.span({ first, end });
    return 'age' in what
      ? { kind: 'age', value: what.age, span, issue }
      : { kind: 'sex', value: what.sex, span, issue };
  });
}

/** How far back a pronoun's person may be, in tokens. */
const REACH = 70;
const FURTHEST_OBJECT = 4;

/** In tokens: 'a younger man of'. */
const FURTHEST_ARTICLE = 4;
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an']);
const SUPPOSES: ReadonlySet<string> = new Set(['would', 'could', 'might']);

const ONE: ReadonlySet<string> = new Set(['one of', 'someone of', 'somebody of']);

const SUBJECTS: ReadonlySet<string> = new Set(['he', 'she']);

const RELATIVES: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'that']);

class TellingReader {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #persons: Persons;
  readonly #place: 'summary' | 'rationale';
  /** Pronouns that mean somebody else than the worker. */
  readonly #ofOthers = new Set<Person>();

  constructor(passage: Passage, persons: Persons, place: 'summary' | 'rationale') {
    this.#place = place;
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#persons = persons;
  }

  isPlainAge({ owner, time, first, wordsEnd }: Age): boolean {
    return (
      (owner === 'worker' || owner === 'introduced') &&
      time !== 'then' &&
      !(this.#place === 'rationale' && this.#isOfAnyone(first)) &&
      !this.#isOfAnotherTime(first) &&
      !this.#isOnDay(wordsEnd) &&
      !this.#isPublished(first)
    );
  }

  isPlainSex(person: Person, i: number, ages: readonly Age[]): boolean {
    if (person.kind === 'pronoun') return this.#meansWorker(person, i);
    if (
      person.sex === null ||
      (person.owner !== 'worker' && person.owner !== 'introduced') ||
      this.#isPublished(person.first)
    )
      return false;
    // 'A 43-year-old male'; 'a man' by itself may be anyone.
    const isNoun = person.kind === 'sex' || person.kind === 'adult';
    return isNoun && (ages.some(({ wordsEnd }) => wordsEnd === person.first) || this.#isThis(person, i));
  }

  /** 'This man has earned it', in a rationale that mentions nobody else whom it may be. */
  #isThis({ kind, first, sex }: Person, i: number): boolean {
    if (kind !== 'adult' || this.#place !== 'rationale' || this.#reading.tokens.lower(first - 1) !== 'this')
      return false;
    return this.#persons.all.every(
      (other, at) => at >= i || other.kind === 'pronoun' || other.owner === 'worker' || other.sex !== sex,
    );
  }

  /** 'Fair in a man of sixty, not in one of thirty', 'a poor choice in a man of eighty but a fair one at 30' */
  #isOfAnyone(age: number): boolean {
    const { tokens } = this.#reading;
    const { first, end } = this.#passage.sentenceAt(age);
    if (this.#isSupposed(age, first, end)) return true;
    for (let at = first; at < end - 1; at++) {
      const isOfOther =
        at !== age - 1 && (tokens.lower(at) === 'at' || ONE.has(`${tokens.lower(at - 1)} ${tokens.lower(at)}`));
      const other = isOfOther ? numbers(this.#reading).at(at + 1) : undefined;
      if (other !== undefined && (tokens.isMark(other.end) || tokens.lower(other.end) === 'with')) return true;
    }
    return false;
  }

  /** 'A man of sixty would fare worse' */
  #isSupposed(age: number, first: number, end: number): boolean {
    const { tokens } = this.#reading;
    let article = age - 1;
    while (article > Math.max(first, age - FURTHEST_ARTICLE) && !INDEFINITE.has(tokens.lower(article))) article--;
    if (!INDEFINITE.has(tokens.lower(article))) return false;
    for (let at = Math.max(first, age - REACH); at < Math.min(end, age + REACH); at++)
      if (SUPPOSES.has(tokens.lower(at))) return true;
    return false;
  }

  #hasInSentence(at: number, name: PatientWord): boolean {
    const { first, end } = this.#passage.sentenceAt(at);
    for (let each = Math.max(first, at - REACH); each < Math.min(end, at + REACH); each++) {
      if (this.#persons.is(each, name)) return true;
    }
    return false;
  }

  /** 'She was 35 in 2009', 'ten years ago a 35-year-old female'. */
  #isOfAnotherTime(at: number): boolean {
    if (this.#hasInSentence(at, 'at another time')) return true;
    const { first, end } = this.#passage.sentenceAt(at);
    for (const { kind } of dates(this.#reading).between(first, end)) if (kind === 'part') return true;
    return false;
  }

  /** 'Who was 44 on 2/11/2014' */
  #isOnDay(at: number): boolean {
    return this.#reading.tokens.lower(at) === 'on' && dates(this.#reading).at(at + 1) !== undefined;
  }

  #isPublished(at: number): boolean {
    return this.#hasInSentence(at, 'in publications');
  }

  /** Whoever was mentioned last is meant; where no one was, the worker is. Silent where it may be someone else. */
  #meansWorker(pronoun: Person, i: number): boolean {
    const { end, sex } = pronoun;
    // 'He who lifts'
    if (
      this.#reading.tokens.lower(end) === 'who' ||
      this.#isAuthor(end) ||
      this.#actsOnOther(end, sex) ||
      this.#isOfNext(pronoun, i)
    )
      return false;
    const isWorker = this.#isNearWorker(pronoun, i);
    if (!isWorker) this.#ofOthers.add(pronoun);
    return isWorker;
  }

  #isNearWorker({ first, end, sex }: Person, i: number): boolean {
    const sentence = this.#reading.startOfSentence(first);
    const floor = this.#reading.startOfSentence(Math.max(0, sentence - 1));
    let isWorker: boolean | null = null;
    let amongOthers = false;
    for (let before = i - 1; before >= 0; before--) {
      const person = this.#persons.all[before];
      if (person === undefined || person.first < first - REACH) break;
      if (person.kind === 'pronoun') {
        // 'The surgeon … That led him to ask for a scan. He hopes …'
        if (isWorker === null && person.first >= floor && person.sex === sex && this.#ofOthers.has(person))
          return false;
        continue;
      }
      const isOwn =
        person.owner === 'worker' &&
        // 'Ms. Tran in her last note': letters seldom name the worker.
        person.kind !== 'title' &&
        !this.#isPossessor(person) &&
        !this.#isAnyone(person) &&
        !this.#persons.is(person.end - 1, 'who gives care');
      if (!isOwn && person.sex !== null && person.sex !== sex) continue;
      isWorker ??= isOwn;
      if (isOwn) continue;
      if (person.first >= sentence) return false;
      amongOthers = true;
    }
    // 'He requested an injection', far from any mention of the physician.
    if (isWorker === null) return !(SUBJECTS.has(this.#reading.tokens.lower(first)) && treats(this.#persons, end));
    return isWorker && !(amongOthers && mayTreat(this.#persons, end));
  }

  /** 'In her report the surgeon says': whose it is comes after it. */
  #isOfNext({ first, end }: Person, i: number): boolean {
    if (first > this.#reading.startOfSentence(first) + 1) return false;
    const next = this.#persons.all[i + 1];
    if (next?.owner !== 'other' || next.first >= this.#passage.sentenceAt(first).end) return false;
    return this.#persons.is(end, 'writing of somebody') || this.#persons.is(end + 1, 'writing of somebody');
  }

  /** 'The man who hit her car' is somebody new. */
  #isAnyone({ kind, end }: Person): boolean {
    return kind === 'adult' && RELATIVES.has(this.#reading.tokens.lower(end));
  }

  /** 'The patient's husband' is not the patient. */
  #isPossessor({ end }: Person): boolean {
    return this.#reading.tokens.written(end) === "'s" && (this.#persons.firstFrom(end, end + 4) ?? null) !== null;
  }

  /** '(He, 2004)', 'He et al.' */
  #isAuthor(end: number): boolean {
    const { tokens } = this.#reading;
    const at = tokens.written(end) === ',' || tokens.written(end) === '(' ? end + 1 : end;
    return this.#persons.is(at, 'in publications') || (at > end && tokens.figures(at) >= 1000);
  }

  /** What one person does to another: 'he pushed her'. */
  #actsOnOther(end: number, sex: Sex | null): boolean {
    const { tokens } = this.#reading;
    for (let at = end; at < end + FURTHEST_OBJECT && !tokens.isMark(at); at++) {
      const person = this.#persons.firstFrom(at, at + 1);
      if (person === null) continue;
      return at > end && person.kind === 'pronoun' && person.sex !== sex && this.#isObject(person.end, person.sex);
    }
    return false;
  }

  /** 'Her' before a noun is hers. */
  #isObject(end: number, sex: Sex | null): boolean {
    const { tokens } = this.#reading;
    if (sex === 'male') return true;
    return !tokens.isWord(end) || this.#reading.endOfClass(end, ENGLISH.preposition) > end;
  }
}
