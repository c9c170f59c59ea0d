import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import type { DateValue } from '../../../language/values/date.ts';
import { ENGLISH } from '../../language.ts';
import type { DateRole } from '../../model/determination.ts';
import { type Cue, CueReader } from './cueReader.ts';
import { type CueRole, DATE_CUES, DATE_WORDS } from './cues.ts';
import { leaveBefore } from './leave.ts';

/** What a date is the date of, and the words that show it; none where its place does, or nothing. */
export interface ToldRole {
  readonly role: DateRole;
  readonly by: TokenRange | null;
}

/** Where a date is among tokens. */
type Place = Pick<DateValue, 'first' | 'end'>;

const UNTOLD: ToldRole = { role: 'other', by: null };

/**
 * What dates are the dates of, by the words around them: those right after ('the 10/23/14 report'), else the nearest
 * before in the same sentence ('MRI of the lumbar spine dated …'), with a price for what is crossed, or the first after
 * where the date opens its clause ('On …, she complained of').
 * @param dates in the order of the letter
 * @param known the roles of dates that a label or their place shows
 */
export function rolesOf<Date extends Place>(
  passage: Passage,
  dates: readonly Date[],
  known: (date: Date) => DateRole | null = () => null,
): readonly ToldRole[] {
  const roles: ToldRole[] = [];
  const reader = new RoleReader(passage);
  for (const [i, date] of dates.entries()) {
    const previous = dates[i - 1];
    const place = known(date);
    if (place !== null) roles.push({ role: place, by: null });
    else if (previous !== undefined && reader.isJoined(previous, date)) roles.push(roles[i - 1] ?? UNTOLD);
    else roles.push(reader.roleOf(date, previous?.end ?? 0, dates[i + 1]?.first));
  }
  return roles;
}

const REACH_BEFORE = 40;
const REACH_AFTER = 30;
/** More words than these between a colon and a date are a sentence of their own, after the one that leads in to it. */
const LONGER_THAN_LABELED = 6;

/** In tokens: 'visits to the low back for this injury'. */
const FURTHEST_PURPOSE = 10;
/** 'for this same injury' */
const LONGEST_PURPOSE = 4;

/** A role with what it costs to believe it. */
interface Offer extends ToldRole {
  readonly price: number;
}

class RoleReader {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #cues: CueReader;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#cues = new CueReader(passage);
  }

  /** Whether nothing but 'to', 'and', a comma … is between two dates: those of a range or of a list. */
  isJoined({ end }: Place, { first, end: after }: Place): boolean {
    if (first - end > LONGEST_JOINT || first === end) return false;
    // '… on 1/5/16 and on 2/5/16 he had surgery'
    if (first - end > 1 && this.#reading.is(after, DATE_WORDS['begins a clause'])) return false;
    for (let at = end; at < first; at++) {
      if (!this.#isMark(at, BETWEEN_TWO) && !this.#reading.is(at, DATE_WORDS['between two dates'])) return false;
    }
    return true;
  }

  roleOf(date: Place, previousEnd: number, nextFirst = this.#reading.tokens.count): ToldRole {
    const sentence = this.#sentenceOf(date);
    const floor = Math.max(previousEnd, sentence.first, date.first - REACH_BEFORE);
    const ceiling = Math.min(nextFirst, sentence.end, date.end + REACH_AFTER);
    const leave = leaveBefore(this.#reading, date.first, floor);
    if (leave !== null) return { role: 'leave', by: leave };
    const adjective = this.#asAdjective(date, ceiling);
    if (adjective !== null) return adjective;
    const before = this.#before(date, floor, sentence.first);
    const apposed = this.#inApposition(date, ceiling, before);
    if (apposed !== null) return apposed;
    const opens = this.#opensClause(date, floor) || (before === null && date.first - floor <= OPENING);
    if (!opens) return before ?? UNTOLD;
    const after = this.#after(date, ceiling);
    if (before === null || after === null) return before ?? after ?? UNTOLD;
    return before.price <= after.price + AGAINST_AFTER ? before : after;
  }

  #isMark(at: number, marks: string): boolean {
    const { tokens } = this.#reading;
    return tokens.isMark(at) && marks.includes(tokens.written(at));
  }

  #leads(at: number): boolean {
    return this.#isMark(at, LEADS_TO) || this.#reading.is(at, DATE_WORDS['leads to a date']);
  }

  /** A colon before a capital ends a sentence, too, unless it is a label's ('Decision Date:'). */
  #sentenceOf({ first, end }: Place): TokenRange {
    const { tokens } = this.#reading;
    const sentence = { first: this.#reading.startOfSentence(first), end: this.#reading.endOfSentence(first) };
    const floor = Math.max(sentence.first, first - REACH_BEFORE);
    let start = Math.max(sentence.first, floor);
    for (let at = floor; at < first - LONGER_THAN_LABELED; at++) {
      if (tokens.isMark(at) && tokens.written(at) === ':' && tokens.isCapitalized(at + 1)) start = at + 1;
    }
    const ceiling = Math.min(sentence.end, end + REACH_AFTER);
    for (let at = end; at < ceiling; at++) {
      if (tokens.isMark(at) && tokens.written(at) === ';') return { first: start, end: at };
    }
    return { first: start, end: sentence.end };
  }

  /** 'the 10/23/14 report', 'per 12/07/2016 order', '(1/5/17 note)': the date is before its noun like an adjective. */
  #asAdjective({ first, end }: Place, ceiling: number): ToldRole | null {
    const { tokens } = this.#reading;
    const isOfSomeone = tokens.written(first - 1) === "'s" || this.#isMark(first - 1, '(');
    if (!isOfSomeone && !this.#reading.is(first - 1, DATE_WORDS['before an adjective'])) return null;
    for (let at = end; at < Math.min(ceiling, end + FURTHEST_NOUN); at++) {
      const cue = this.#reading.mentionAt(at, DATE_CUES);
      if (cue?.value.isNoun === true && cue.end <= ceiling && NOUN_ROLES.has(cue.value.role)) {
        const role = this.#cues.roleOf(cue);
        if (role !== null) return told(role, cue);
      }
      if (
        this.#reading.is(at, ENGLISH.preposition) ||
        this.#reading.is(at, ENGLISH.be) ||
        this.#reading.is(at, ENGLISH.have)
      )
        return null;
      if (tokens.isMark(at) && tokens.written(at) !== '-') return null;
    }
    return null;
  }

  /** Whether no more than 'on' or 'as of' is between the date and the beginning of its clause. */
  #opensClause({ first }: Place, floor: number): boolean {
    let at = first - 1;
    while (at >= floor && this.#leads(at)) at--;
    if (at < floor) return true;
    if (this.#reading.is(at, ENGLISH.subordinator) || this.#reading.is(at, ENGLISH.coordinator)) return true;
    return this.#isMark(at, CLAUSE_ENDS) && at < first - 1 && this.#reading.is(first - 1, DATE_WORDS['opens a clause']);
  }

  /** '…, the day of the fall'; where nothing before says more than 'until', also '…, when a sheet slipped'. */
  #inApposition(date: Place, ceiling: number, before: Offer | null): ToldRole | null {
    const { tokens } = this.#reading;
    if (tokens.written(date.end) !== ',') return null;
    const isDay = this.#reading.is(date.end + 1, DATE_WORDS['the day']);
    const isWhen =
      this.#reading.is(date.end + 1, DATE_WORDS['on which']) && (before === null || before.role === 'other');
    return isDay || isWhen ? this.#after(date, ceiling) : null;
  }

  #before(date: Place, floor: number, sentence: number): Offer | null {
    const cues = this.#cues.between(floor, date.first);
    let best: Offer | null = null;
    let price = 0;
    let at = date.first;
    for (let i = cues.length - 1; i >= 0; i--) {
      const cue = cues[i];
      if (cue === undefined) continue;
      for (; at > cue.end; at--) price += this.#priceOf(at - 1);
      const cost = price + (cue.word.weak ? WEAK : 0);
      if (cost > (cue.word.weak ? FURTHEST_WEAK : cue.role === 'other' ? FURTHEST_OTHER : FURTHEST)) continue;
      if (best !== null && cost >= best.price) continue;
      const role = this.#roleBefore(cues, i, date, sentence);
      if (role !== null) best = { price: cost, ...told(role, cue) };
    }
    const last = cues.at(-1);
    if (best === null && last?.role === 'telling' && this.#isOnlyLedTo(last.end, date))
      return { role: 'visit', by: last, price: 0 };
    return best;
  }

  #priceOf(at: number): number {
    const { tokens } = this.#reading;
    if (tokens.isMark(at)) {
      const mark = tokens.written(at);
      return mark === ',' ? 3 : mark === ';' ? 12 : mark === ':' ? 2 : 1;
    }
    return this.#reading.is(at, ENGLISH.subordinator) || this.#reading.is(at, ENGLISH.coordinator) ? 3 : 1;
  }

  /** Nothing but 'on', 'as of' or a bracket between a word and the date. */
  #isOnlyLedTo(end: number, { first }: Place): boolean {
    for (let at = end; at < first; at++) if (!this.#leads(at)) return false;
    return true;
  }

  /** 'Was reported on …', not 'is reported as …'. */
  #isToldOn(end: number, date: Place): boolean {
    return this.#isOnlyLedTo(end, date) && !this.#reading.is(end, DATE_WORDS['gives a value']);
  }

  /** The role that the cue gives a date after it; null where it gives none. */
  #roleBefore(cues: readonly Cue[], i: number, date: Place, sentence: number): CueRole | null {
    const cue = cues[i];
    const between = (role: CueRole): boolean => cues.slice(i + 1).some((each) => each.role === role);
    if (cue === undefined) return null;
    switch (cue.role) {
      case 'asked':
      case 'sent':
      case 'telling':
        return null;
      case 'request':
        // 'mailed his request on …', 'the request was received on …', 'the request of …'
        if (between('denial')) return null;
        if (cues[i - 1]?.role === 'sent' || between('sent')) return 'request-for-authorization';
        return this.#reading.is(cue.end, DATE_WORDS['of a day']) && cue.end === date.first - 1
          ? 'request-for-authorization'
          : null;
      case 'happening':
      case 'onset': {
        if (cue.role === 'onset' && !this.#isOnlyLedTo(cue.end, date)) return null;
        const isInjurys = this.#cues.between(sentence, cue.first).some(({ role }) => role === 'injury');
        return isInjurys ? 'injury' : cue.role === 'onset' ? 'other' : null;
      }
      case 'injury':
        // 'The first visit for this injury was on …', 'examined him for this fall on …', but 'seen for an injury on …'
        if ((this.#isKnown(cue) || !this.#isOnlyLedTo(cue.end, date)) && this.#isPurpose(cue, sentence)) return 'visit';
        // 'The injury was reported on …'
        return between('telling') && this.#isToldOn(cues.at(-1)?.end ?? 0, date) ? 'other' : 'injury';
      case 'visit':
        return this.#isHeadOf(cues[i - 1], cue) ? null : 'visit';
      case 'study':
      case 'surgery':
        return this.#isTied(date) ? cue.role : (roleOfAskedFor(cues, i) ?? cue.role);
      default:
        return cue.role;
    }
  }

  /** 'This fall on …', not 'this fall of …': its own day follows no injury that was mentioned before. */
  #isKnown({ first, end }: Cue): boolean {
    return this.#reading.is(first - 1, ENGLISH.demonstrative) && this.#reading.tokens.lower(end) === 'on';
  }

  /** 'Six visits for this injury': what visits are for. */
  #isPurpose({ first }: Cue, floor: number): boolean {
    let at = first - 1;
    while (at > first - LONGEST_PURPOSE && this.#reading.tokens.lower(at) !== 'for') at--;
    if (this.#reading.tokens.lower(at) !== 'for') return false;
    for (const last = Math.max(floor, at - FURTHEST_PURPOSE); at >= last; at--) {
      if (this.#reading.mentionAt(at, DATE_CUES)?.value.role === 'visit') return true;
    }
    return false;
  }

  /** 'utilization review report', 'RFA form', 'MRI report': the word before shows which report the date is of. */
  #isHeadOf(modifier: Cue | undefined, { first, end }: Cue): boolean {
    if (modifier === undefined || !this.#cues.isAppended(modifier.end, first)) return false;
    if (
      modifier.role === 'denial' ||
      modifier.role === 'request-for-authorization' ||
      modifier.role === 'application'
    ) {
      return true;
    }
    return (
      (modifier.role === 'study' || modifier.role === 'surgery') &&
      this.#reading.is(end - 1, DATE_WORDS['report of a study'])
    );
  }

  /** The date of a study or an operation itself follows at once ('MRI of the knee dated …'), not at the end of a sentence about a request for it. */
  #isTied({ first }: Place): boolean {
    let at = first - 1;
    while (this.#leads(at)) at--;
    return this.#reading.is(at, DATE_WORDS['ties a date']);
  }

  /** Up to where words are about the next date: 'On 1/5/16, after an injury of 1/3/16, …'. */
  #withoutNextDates({ end }: Place, ceiling: number): number {
    let at = ceiling - 1;
    while (at > end && this.#leads(at)) at--;
    const before = this.#passage.mentions(DATE_CUES, { first: Math.max(end, at - 2), end: at + 1 });
    for (const cue of before)
      if (cue.end === at + 1 && cue.value.isNoun && ceiling < this.#reading.tokens.count) return cue.first;
    return ceiling;
  }

  /** The first cue after it that says something about that day; what was requested on a visit is not a study of that day. */
  #after(date: Place, ceiling: number): Offer | null {
    const cues = this.#cues.between(date.end, this.#withoutNextDates(date, ceiling));
    const first = cues.find(({ role }) => role !== 'other' && role !== 'guideline' && role !== 'sent');
    if (first === undefined) return null;
    let price = first.word.weak ? WEAK : 0;
    for (let at = date.end; at < first.first; at++) price += this.#priceOf(at);
    switch (first.role) {
      case 'earlier-injury':
      case 'happening':
      case 'onset':
        return null;
      case 'asked':
        return { role: 'visit', by: first, price };
      case 'telling':
        // 'On …, he noted the onset of pain.'
        return { role: this.#reading.is(first.end, DATE_WORDS['the onset']) ? 'injury' : 'visit', by: first, price };
      case 'request': {
        const done = cues.find(({ role }) => role === 'denial' || role === 'sent');
        if (done?.role === 'denial') return { role: 'denial', by: done, price };
        return { role: done === undefined ? 'other' : 'request-for-authorization', by: done ?? first, price };
      }
      case 'study':
      case 'surgery':
        return price > FURTHEST_AFTER ? null : { role: first.role, by: first, price };
      default:
        return { price, ...told(first.role, first) };
    }
  }
}

/** The roles of other cues are not those of a date. */
function told(role: CueRole, { first, end }: TokenRange): ToldRole {
  switch (role) {
    case 'earlier-injury':
    case 'request':
    case 'asked':
    case 'sent':
    case 'telling':
    case 'happening':
    case 'onset':
      return { role: 'other', by: { first, end } };
    default:
      return { role, by: { first, end } };
  }
}

/** 'Utilization review denied a request for an MRI on …': what comes before a study or an operation shows that it was not done then. */
function roleOfAskedFor(cues: readonly Cue[], i: number): DateRole | null {
  const roles = new Set(cues.slice(0, i).map(({ role }) => role));
  if (roles.has('denial')) return 'denial';
  if (roles.has('request-for-authorization')) return 'request-for-authorization';
  if (roles.has('request') || roles.has('asked')) return 'other';
  return cues.slice(i + 1).some(({ role }) => role === 'asked') ? 'other' : null;
}

/** What a date before its noun may be the date of. */
const NOUN_ROLES: ReadonlySet<CueRole> = new Set<CueRole>([
  'visit',
  'request-for-authorization',
  'denial',
  'study',
  'surgery',
  'injury',
  'application',
]);

const BETWEEN_TWO = ',&-–—/';
const LEADS_TO = '(:~';
const CLAUSE_ENDS = ',;:.';
/** A word that says less has to be so much nearer to count. */
const WEAK = 4;
/** What follows the date counts where what precedes is so much farther. */
const AGAINST_AFTER = 2;
/** Words farther away say nothing. */
const FURTHEST = 45;
const FURTHEST_WEAK = 16;
const FURTHEST_OTHER = 10;
const FURTHEST_NOUN = 4;
const LONGEST_JOINT = 5;
/** An operation so much farther after it was not done on that day. */
const FURTHEST_AFTER = 10;
/** A date this near to the beginning of its sentence opens it, whatever leads to it. */
const OPENING = 4;
