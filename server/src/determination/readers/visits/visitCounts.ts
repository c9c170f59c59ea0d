/** Numbers of therapy visits, wherever prose tells them. */
import { oncePerProse } from '../../../text/oncePerProse.ts';
import { type Here, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found, type Span } from '../../../text/span.ts';
import { NUMBER_WORD } from '../shared/numbers.ts';
import { findQuantities, type Quantity, type Range, weeksOfMonths } from '../shared/quantity.ts';

/**
 * A number of therapy visits as prose tells it: '12 visits', '9-10 visits over 8 weeks', 'twice a week for 3 weeks',
 * '2x6 weeks (12 sessions)'.
 */
export interface VisitCount {
  readonly span: Span;
  /** Indexes into the prose's text. */
  readonly start: number;
  readonly end: number;
  /** The number told in words or figures of its own; null where only a frequency is. */
  readonly stated: Found<Range> | null;
  readonly perWeek: Found<Range> | null;
  readonly weeks: Found<Range> | null;
  /** Frequency × duration, of ranges the largest; null where either is not told. */
  readonly computed: number | null;
  /** What is stated, else computed; of a range its maximum. */
  readonly total: number | null;
}

/** Where a number needs no unit to be one of visits: in a heading that asks for therapy ('Physical therapy x 6', '#8', '2 times 6'). */
export interface CountOptions {
  readonly bareNumbers: boolean;
}

/** Every count of visits in a piece of prose, in order. */
export const findVisitCounts = (
  prose: Prose,
  { bareNumbers }: CountOptions = { bareNumbers: false },
): readonly VisitCount[] => (bareNumbers ? countsWithBareNumbers(prose) : countsInProse(prose));

const countsInProse = oncePerProse((prose) => readCounts(prose, { bareNumbers: false }));
const countsWithBareNumbers = oncePerProse((prose) => readCounts(prose, { bareNumbers: true }));

function readCounts(prose: Prose, options: CountOptions): readonly VisitCount[] {
  const { text } = prose;
  const elements = findElements(text, options);
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  for (const element of elements) {
    const joined: Draft | null = current && join(text, current, element, options);
    if (joined !== null) {
      current = joined;
      continue;
    }
    if (current !== null) drafts.push(current);
    // In prose a bare number only ever restates what stands before it: '2 times a week for 3 weeks (6)'.
    current = element.kind === 'bare' && !options.bareNumbers ? null : begin(element);
  }
  if (current !== null) drafts.push(current);
  return drafts.filter(isCount).map((draft) => finish(prose, draft));
}

/** What a quantity is a number of, by the words around it. */
interface Element {
  readonly kind: 'visits' | 'per-week' | 'weeks' | 'bare';
  readonly range: Range;
  readonly start: number;
  readonly end: number;
}

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly stated: Element | null;
  readonly perWeek: Element | null;
  readonly weeks: Element | null;
}

const UNIT = "(?:visit|session|treatment|appointment)(?:'?s)?";
const TIMES = '(?:x|×|times?)';
const WEEK = '(?:week|wk)';

/**
 * A word that may stand between a number and its unit ('8 post-op physical therapy sessions'): none that relates, counts
 * or measures, and none that makes the visit one to a physician.
 */
const MODIFIER = String.raw`(?:(?:\d{1,2}|one|two|three|half)[- ](?:hours?|hrs?|minutes?|mins?)\b|(?!(?:an?|the|this|that|per|each|every|x|times?|weeks?|wks?|weekly|months?|days?|daily|hours?|hrs?|minutes?|mins?|years?|of|for|to|over|in|on|at|by|with|without|from|and|or|but|than|as|after|before|during|until|out|is|are|was|were|has|have|had|been|who|which|more than|office|clinic|follow-?up|emergency|physician|doctor|nursing|nurse|home|tablets?|tabs?|pills?|refills?|screws?|injections?|${NUMBER_WORD})\b)[a-z][a-z/'’-]{0,39})`;

const PER_WEEK = here(
  new RegExp(
    [
      // '3 times per week', '2x/wk', 'once a week', '2 sessions of therapy a week'
      String.raw`(?: ?${TIMES}| days?| ?-?${UNIT})?(?: of)?(?: ${MODIFIER}){0,4},? ?(?:(?:per|an?|each|every|in an?|in one) |\/ ?)${WEEK}\b`,
      // '2 times weekly', 'twice weekly', '2x week', '2xwk'
      String.raw`(?: ?${TIMES}| ${UNIT})?[ -]weekly\b`,
      String.raw`(?: ?[x×] ?| times )${WEEK}\b`,
    ].join('|'),
    'i',
  ),
);
const WEEKS = here(/[ -]?(?:weeks?|wks?)\b/i);
const MONTHS = here(/[ -]?(?:months?|mos?)\b/i);
const VISITS = here(new RegExp(String.raw`(?:-${UNIT}|(?: ${MODIFIER}){0,5} ${UNIT})(?![\w-])`, 'i'));
/** 'sessions, 12', 'visits (8)', 'sessions x 6'. */
const BEHIND_UNIT = new RegExp(
  String.raw`(?<!\b(?:office|clinic|up|follow-?up|emergency|doctor|nursing|home) )\b${UNIT}(?:[,:;]| ?[-–]| [x×]| times)? ?[(#]? ?$`,
  'i',
);
/** 'physical therapy x 6' */
const THERAPY_TIMES = /\b(?:therapy|physiotherapy|PT|OT|chiropractic|acupuncture|massage) (?:[x×] ?|times )$/i;
/** 'physical therapy 12x' */
const TIMES_LAST = here(/ ?[x×](?=$|[,;.)])/i);
/** 'x 6', 'times 12', '#8', 'Qty: 6', 'total of 12'. */
const MARKED = /(?:^|[\s(,;])(?:[x×]|times|#|no\.|qty\.?:?|quantity:?|quantity of|total:?|total of) ?$/i;
/** 'Eight acupuncture for the neck': the number of a therapy that is not called sessions. */
const THERAPY_NEXT = here(
  new RegExp(
    String.raw`(?: ${MODIFIER}){0,2} (?:physical|occupational|physio|chiro|acupunct|massage|aqua|pool|psych|cognitive|therapy|PT\b|OT\b)`,
    'i',
  ),
);

/** 'Physical therapy evaluation x 1': counts no treatment. */
const EVALUATIONS =
  /\b(?:evaluations?|re-?evaluations?|evals?|assessments?|consult(?:ation)?s?)[,:]? ?(?:[x×#]|times)? ?$/i;
/** 'Chiropractic 6', where the heading ends. */
const THERAPY_LAST = /\b(?:therapy|physiotherapy|PT|OT|chiropractic|acupuncture|massage|manipulations?) $/i;
/** 'treatment 1 time a month' */
const RATE_NEXT = here(/ ?(?:times?|x) (?:an?|per|every|each) /i);

/** 'an initial trial of 3-6, with …': the number is followed by no noun of its own. */
const CLAUSE_GOES_ON = here(/(?=[,.;:)]|$| (?:if|with|before|over|then|when|and then)\b)/);

function findElements(text: string, { bareNumbers }: CountOptions): readonly Element[] {
  const elements: Element[] = [];
  let end = 0;
  const quantities = findQuantities(text);
  for (const [i, quantity] of quantities.entries()) {
    if (quantity.start < end) continue;
    const element = classify(text, quantity, quantities[i + 1], bareNumbers);
    if (element === null) continue;
    elements.push(element);
    end = element.end;
  }
  return elements;
}

function classify(text: string, quantity: Quantity, next: Quantity | undefined, bareNumbers: boolean): Element | null {
  const { start, end } = quantity;
  const element = (kind: Element['kind'], to: number, range: Range = quantity): Element => ({
    kind,
    range,
    start,
    end: to,
  });
  const behind = (pattern: Here): number => pattern.endAt(text, end);
  if (text.slice(start, end).toLowerCase() === 'weekly') return element('per-week', end);
  const perWeekEnd = behind(PER_WEEK);
  if (perWeekEnd > 0) return element('per-week', perWeekEnd);
  const weeksEnd = behind(WEEKS);
  if (weeksEnd > 0) return element('weeks', weeksEnd);
  const monthsEnd = behind(MONTHS);
  if (monthsEnd > 0) return element('weeks', monthsEnd, weeksOfMonths(quantity));
  if (next !== undefined && quantity.max <= MOST_PER_WEEK && isCross(text.slice(end, next.start))) {
    if (bareNumbers || crossCountsVisits(text, start, next)) return element('per-week', end);
  }
  const visitsEnd = behind(VISITS);
  if (visitsEnd > 0) return element('visits', RATE.skip(text, visitsEnd));
  const before = text.slice(Math.max(0, start - 24), start);
  if (THERAPY_TIMES.test(before) || (bareNumbers && behind(TIMES_LAST) > 0)) return element('visits', end);
  if (behind(RATE_NEXT) > 0 || EVALUATIONS.test(before)) return null;
  const opens = before.endsWith('(');
  if (opens && text[end] !== ')') return null;
  if (BEHIND_UNIT.test(before)) return element('visits', end);
  if (opens) return element('bare', end);
  if (/[x×#] ?$|times $/i.test(before) || (bareNumbers && MARKED.test(before))) return element('bare', end);
  if (/\btrial of $/i.test(before) && behind(CLAUSE_GOES_ON) >= 0) return element('visits', end);
  if (!bareNumbers) return null;
  if (behind(THERAPY_NEXT) > 0) return element('visits', end);
  return (/[,;] $/.test(before) || THERAPY_LAST.test(before)) && end === text.length ? element('visits', end) : null;
}

/** '1-2 visits every 4-6 months': a rate that is none a week belongs to the visits. */
const RATE = here(/ (?:every|per|a|each) (?:\d{1,2}(?: ?(?:-|to) ?\d{1,2})? )?(?:months?|years?)\b/i);

/** No one is asked to come more often than daily: in '12 x 2' the first number is none of visits a week. */
const MOST_PER_WEEK = 7;

const isCross = (between: string): boolean => /^(?: ?[x×] ?| times )$/i.test(between);

/** In prose '2x6' counts visits where weeks or visits are named behind it, or a therapy before it. */
function crossCountsVisits(text: string, start: number, next: Quantity): boolean {
  return (
    WEEKS.matchesAt(text, next.end) ||
    VISITS.matchesAt(text, next.end) ||
    THERAPY_BEFORE.test(text.slice(Math.max(0, start - 40), start))
  );
}

const THERAPY_BEFORE =
  /\b(?:therapy|physiotherapy|PT|OT|chiro\w*|acupuncture|massage|sessions?|visits?|treatments?)\b[^.;]{0,30}$/i;

/** A duration alone is no count. */
const isCount = ({ stated, perWeek }: Draft): boolean => perWeek !== null || stated !== null;

const begin = (element: Element): Draft => ({
  start: element.start,
  end: element.end,
  stated: element.kind === 'visits' || element.kind === 'bare' ? element : null,
  perWeek: element.kind === 'per-week' ? element : null,
  weeks: element.kind === 'weeks' ? element : null,
});

/** The draft with one more element, or null where the element begins another count. */
function join(text: string, draft: Draft, element: Element, { bareNumbers }: CountOptions): Draft | null {
  const between = text.slice(draft.end, element.start);
  const end = element.end;
  switch (element.kind) {
    case 'weeks':
      return draft.weeks === null && lasts(draft, between) ? { ...draft, weeks: element, end } : null;
    case 'per-week':
      return draft.perWeek === null && isWithinClause(between) ? { ...draft, perWeek: element, end } : null;
    case 'bare':
      // '2 times a week x 6': the weeks go without saying.
      if (draft.perWeek !== null && draft.weeks === null && isCross(between)) return { ...draft, weeks: element, end };
      if (!TOTAL_LINK.test(between) && !(bareNumbers && isWithinClause(between) && MARKED_TOTAL.test(between)))
        return null;
      return joinStated(draft, element);
    case 'visits':
      // '2 times 4 visits'
      if (draft.perWeek !== null && draft.weeks === null && isCross(between)) return { ...draft, weeks: element, end };
      if (!TOTAL_LINK.test(between) && !(bareNumbers && isWithinClause(between) && !/\band $/.test(between)))
        return null;
      return joinStated(draft, element);
  }
}

function joinStated(draft: Draft, element: Element): Draft | null {
  if (draft.perWeek === null && draft.stated === null) return null;
  if (draft.stated === null) return { ...draft, stated: element, end: element.end };
  // '6 visits (6)' tells one number twice.
  return draft.stated.range.max === element.range.max ? { ...draft, end: element.end } : null;
}

/** 'for', 'over', 'x', 'over a period of', ', over'. */
const DURATION_LINK =
  /^,? ?(?:of )?(?:(?:for|over|in|within|during|times|x|×|\/)(?: over)? ?)?(?:(?:a|an|the)? ?(?:total|period|course|duration|next|first|additional)(?: of)? ?)?(?:up to |about |approximately )?$/i;
/** ' (', ', for a total of ', ' = ', ', total '. */
const TOTAL_LINK = /^ ?[,;:=-]? ?(?:(?:for|with|equals?|equaling|or) )?(?:a |an )?(?:total:? ?(?:of )?)?[(#x]? ?$/i;

/** 'for the neck, #8', 'for the neck, quantity: 8' */
const MARKED_TOTAL = /(?:#|qty\.?:?|quantity:?|quantity of|total:?|total of) ?$/i;

/** '10 visits of physical therapy over 8 weeks' */
const OF_THERAPY_OVER = /^ of (?:[\w/-]{1,20} ){1,4}(?:over|in|within|during)(?: a period of| up to)? $/i;

/** '6 visits over 2 weeks'; of a frequency also '2 times a week to the neck for 6 weeks'. */
const lasts = (draft: Draft, between: string): boolean =>
  DURATION_LINK.test(between) ||
  OF_THERAPY_OVER.test(between) ||
  (draft.perWeek !== null && isWithinClause(between) && / (?:for|over|x|times)(?: up to)? $/i.test(between));

/** The words between belong to one request: no sentence ends, no other thing is told. */
const isWithinClause = (between: string): boolean =>
  between.length <= LONGEST_CLAUSE && !/[.?!](?: |$)/.test(between) && !OTHER_CLAUSE.test(between);
const LONGEST_CLAUSE = 120;
const OTHER_CLAUSE =
  /\b(?:is|are|was|were|be|been|has|have|had|request\w*|authori[sz]\w*|approv\w*|certif\w*|den(?:y|ied)|complet\w*|plus|then|which|that|but|recommend\w*|allows?)\b/i;

function finish(prose: Prose, { start, end: last, stated, perWeek, weeks }: Draft): VisitCount {
  const end = endWithBracket(prose.text, start, last);
  const foundRange = (element: Element | null): Found<Range> | null =>
    element && found({ min: element.range.min, max: element.range.max }, prose.span(element.start, element.end));
  const computed = perWeek && weeks ? perWeek.range.max * weeks.range.max : null;
  return {
    span: prose.span(start, end),
    start,
    end,
    stated: foundRange(stated),
    perWeek: foundRange(perWeek),
    weeks: foundRange(weeks),
    computed,
    total: stated?.range.max ?? computed,
  };
}

/** '2 times a week for 3 weeks (6)' ends behind its bracket. */
function endWithBracket(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  return text[end] === ')' && words.lastIndexOf('(') > words.lastIndexOf(')') ? end + 1 : end;
}
