import { everywhere, type Here, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { cover, type Found, found, type Span } from '../../../text/span.ts';
import type { CitationSource } from '../../model/determination.ts';
import { isConditionBefore, isOfPeople } from '../shared/attribution.ts';
import { complementSense } from '../shared/governingWords.ts';
import { startOfSentence } from '../shared/sentenceBounds.ts';
import { foundIn, readPages, type Stretch } from './citationLists.ts';
import { ACOEM_CHAPTER, MTUS_CHAPTER, MTUS_CHAPTER_WITH_YEAR, ODG_CHAPTER } from './guidelineNames.ts';

/** A guideline named in free prose: 'the MTUS Guideline in ACOEM Chapter 11, page 261'. */
export interface GuidelineMention {
  /** From the publisher's name to the last of chapter, year and pages that follow it. */
  readonly span: Span;
  readonly source: Extract<CitationSource, 'MTUS' | 'ACOEM' | 'ODG' | 'FDA'>;
  /** As printed: 'Chronic Pain', 'Low Back Complaints'. */
  readonly chapter: Found<string> | null;
  /** The 11 of 'ACOEM Chapter 11'. */
  readonly chapterNumber: Found<number> | null;
  readonly year: Found<number> | null;
  /** As printed: '335-336'. */
  readonly pages: readonly Found<string>[];
  /** The words that say it has nothing on the matter ('is silent', 'do not address'); null where it speaks. */
  readonly silence: Span | null;
  /** What it is said to be silent on, to the end of the clause; empty where that is not told, null where it speaks. */
  readonly silentOn: Prose | null;
}

/**
 * The guidelines that prose mentions, in its order. 'MTUS/ACOEM' and 'MTUS ACOEM' are one mention of the MTUS. The
 * notice behind decisions about opioids, which refers everyone to a guideline, mentions none.
 */
export function findGuidelineMentions(prose: Prose): readonly GuidelineMention[] {
  const drafts: Draft[] = [];
  let behind = 0;
  for (const match of NAME.in(prose.text)) {
    if (match.index < behind || NOTICE.test(prose.text.slice(Math.max(0, match.index - 40), match.index))) continue;
    const draft = readMention(prose, match);
    drafts.push(draft);
    behind = draft.end;
  }
  return shareSilence(prose, drafts).map(({ start: _start, end: _end, ...mention }) => mention);
}

/** A mention with its place in the prose's text. */
interface Draft extends GuidelineMention, Stretch {}

const MTUS_NAME =
  '(?:\\bCalifornia |\\bCA[- ]?)?(?:\\bMedical Treatment Utilization Schedule(?: ?\\(MTUS\\))?|\\bMTUS\\b)(?: ?[/,-] ?ACOEM\\b| (?:Guidelines? in )?(?:the )?ACOEM\\b)?|\\bACOEM ?/ ?MTUS\\b';
/** Guidelines of the MTUS that are named without it. */
const MTUS_GUIDELINES =
  '\\b(?:Chronic Pain(?: Medical)? Treatment|Acupuncture(?: Medical)? Treatment|Post-?surgical Treatment|Opioids? Treatment) Guidelines?\\b(?:,? \\(?MTUS\\)?)?';
const ACOEM_NAME = '\\bAmerican College of Occupational (?:and|&) Environmental Medicine(?: ?\\(ACOEM\\))?|\\bACOEM\\b';
const ODG_NAME = '\\bOfficial Disability Guidelines?(?: ?\\(ODG\\))?|\\bODG\\b';
const FDA_NAME = '\\bFood (?:and|&) Drug Administration(?: ?\\(FDA\\))?|\\bFDA\\b';
const NAME = everywhere(
  new RegExp(`(${MTUS_NAME})|(${MTUS_GUIDELINES})|(${ACOEM_NAME})|(${ODG_NAME})|(${FDA_NAME})`, 'i'),
);
const NOTICE = /\badvised to consult (?:the )?(?:MTUS )?$/i;

const SOURCES: readonly GuidelineMention['source'][] = ['MTUS', 'MTUS', 'ACOEM', 'ODG', 'FDA'];

const CHAPTERS = {
  MTUS: chapterPattern(
    `${MTUS_CHAPTER}|${MTUS_CHAPTER_WITH_YEAR}|Acupuncture|Post-?surgical|(?:Opioids?|Pain)(?= Guidelines?\\b)|${ACOEM_CHAPTER}`,
  ),
  ACOEM: chapterPattern(`${MTUS_CHAPTER}|${ACOEM_CHAPTER}`),
  ODG: chapterPattern(ODG_CHAPTER),
  FDA: null,
} as const;

function chapterPattern(names: string): Here {
  return here(new RegExp(`(?:${names})(?![a-z])(?: (?:Complaints?|Disorders?|chapter|section)\\b)?`, 'i'));
}

/** What stands between a name and the chapter, year and pages that belong to it. */
const BETWEEN = here(
  /(?:[ ,:–-]{1,3}(?:(?:Occupational Medicine )?(?:Practice )?(?:Treatment )?Guidelines?\b|CPMTG\b|(?:in|of|for|on)?(?: the)?(?= (?:Chapter|ACOEM))|ACOEM\b|\d(?:st|nd|rd|th) ed(?:ition|\.)?)){1,3}/i,
);
const GAP = here(/[ ,:;–-]{1,3}(?:(?:the|on|of|in|and) )?/i);
const NUMBER = here(/Ch(?:apter|\.) ?(\d{1,2})\b/i);
const YEAR = here(/\(?((?:19|20)\d\d)\b\)?/);
const TABLE = here(/Table ?\d{1,2}(?:-\d{1,2})?\b/i);
const PAGE_AHEAD = here(/(?:pages?|pgs?\.?|pp?\.) ?\d/i);
/** Longest list of pages. */
const PAGES_REACH = 60;

function readMention(prose: Prose, match: RegExpExecArray): Draft {
  const { text } = prose;
  const start = match.index;
  const group = match.slice(1).findIndex((words) => words !== undefined);
  const source = SOURCES[group] ?? 'MTUS';
  let end = start + match[0].length;
  let chapter: Found<string> | null = group === 1 ? foundIn(prose, withoutGuidelines(text, start, end)) : null;
  let chapterNumber: Found<number> | null = null;
  let year: Found<number> | null = null;
  let pages: readonly Found<string>[] = [];
  // Each kind of detail stands once at most, in any order.
  for (let more = true; more; ) {
    more = false;
    const from = BETWEEN.skip(text, end);
    for (const at of [GAP.skip(text, from), GAP.skip(text, end)]) {
      const number = chapterNumber === null ? NUMBER.at(text, at) : null;
      const named = chapter === null && CHAPTERS[source] !== null ? CHAPTERS[source].at(text, at) : null;
      const dated = year === null ? YEAR.at(text, at) : null;
      const table = TABLE.at(text, at);
      const list = pages.length === 0 && PAGE_AHEAD.at(text, at) !== null ? readPages(prose, reach(text, at)) : null;
      if (number !== null) chapterNumber = numberFound(prose, number);
      else if (named !== null) chapter = foundIn(prose, { start: at, end: at + named[0].length });
      else if (dated !== null) year = numberFound(prose, dated);
      else if (list !== null) pages = list.pages;
      const detail = number ?? named ?? dated ?? table;
      if (detail === null && list === null) continue;
      end = list?.end ?? at + (detail?.[0].length ?? 0);
      more = true;
      break;
    }
  }
  const before = pages.length === 0 ? pagesBefore(prose, start) : null;
  const own = prose.span(start, end);
  return {
    start,
    end: BETWEEN.skip(text, end),
    source,
    span: before === null ? own : cover(prose.span(before.start, before.end), own),
    chapter,
    chapterNumber,
    year,
    pages: before?.pages ?? pages,
    ...readSilence(prose, start, end),
  };
}

const reach = (text: string, start: number): Stretch => ({ start, end: Math.min(text.length, start + PAGES_REACH) });

function numberFound(prose: Prose, match: RegExpExecArray): Found<number> {
  const digits = match[1] ?? '';
  const start = match.index + match[0].indexOf(digits);
  return found(Number(digits), prose.span(start, start + digits.length));
}

const GUIDELINES = / Guidelines?\b.*$/i;

const withoutGuidelines = (text: string, start: number, end: number): Stretch => ({
  start,
  end: end - (GUIDELINES.exec(text.slice(start, end))?.[0].length ?? 0),
});

/** 'page 82 of the MTUS …'. */
const PAGES_BEFORE = /\b(?:pages?|pgs?\.?|pp?\.) ?\d[\d ,and-]{0,20} (?:of|in) (?:the )?$/i;

function pagesBefore(prose: Prose, index: number): (Stretch & { readonly pages: readonly Found<string>[] }) | null {
  const from = Math.max(0, index - 50);
  const match = PAGES_BEFORE.exec(prose.text.slice(from, index));
  return match === null ? null : readPages(prose, { start: from + match.index, end: index });
}

const SILENT = here(
  /(?:[ ,-]{1,2}(?:(?:(?:Medical )?Treatment |Practice )?Guidelines?|CPMTG|themselves|itself|generally|currently|specifically|also|2nd edition|\([^()]{1,20}\))){0,3} ((?:is|are|was|were) (?:also |completely |otherwise )?(?:silent|mute)\b|silent (?:on|about|regarding|with|as)\b|(?:do|does|did) not (?:specifically |directly |explicitly |adequately |clearly |otherwise )?(?:address|discuss|mention|cover|comment|speak|reference|(?:provide|contain|make|offer|include|have|give) (?:any |a |specific |exact |clear ){0,4}(?:recommendations?|guidelines?|guidance|information|criteria|discussion)|provide (?:exact|specific))\b|(?:has|have|make|makes|provides?|offers?|contains?) no (?:specific )?(?:recommendations?|guidelines?|guidance|information|discussion)\b|fails? to address\b)/i,
);
const SILENT_BEFORE =
  /\b(?:not (?:specifically |directly |adequately )?(?:addressed|discussed|mentioned|covered|referenced)|no (?:specific )?(?:recommendations?|guidelines?|guidance)) (?:in|by|within|from|under) (?:the )?$/i;

/** What a question, a condition, a denial or the claims administrator says of it is not the reviewer's word. */
function readSilence(prose: Prose, start: number, end: number): Pick<GuidelineMention, 'silence' | 'silentOn'> {
  const behind = silenceBehind(prose, end);
  const silence = behind ?? silenceBefore(prose, start);
  const left = prose.text.slice(startOfSentence(prose.text, start), start);
  if (silence === null || isOfPeople(left) || isConditionBefore(left) || complementSense(left) !== 'affirmed')
    return { silence: null, silentOn: null };
  const from = behind === null ? end : prose.endOf(silence);
  const length = CLAUSE.exec(prose.text.slice(from, from + OBJECT_REACH))?.[0].length ?? 0;
  return { silence, silentOn: prose.slice(from, from + length) };
}

/** To the next stop, comma or bracket, or to words that begin another thought. */
const CLAUSE = /^(?:(?!\b(?:and|but|so|therefore|thus|hence|however|although|while|which|as)\b)[^.,;()])*/i;
const OBJECT_REACH = 120;

function silenceBehind(prose: Prose, end: number): Span | null {
  const match = SILENT.at(prose.text, end);
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const silenceEnd = end + match[0].length;
  return prose.span(silenceEnd - words.length, silenceEnd);
}

function silenceBefore(prose: Prose, start: number): Span | null {
  const from = Math.max(0, start - 80);
  const match = SILENT_BEFORE.exec(prose.text.slice(from, start));
  return match === null ? null : prose.span(from + match.index, from + match.index + match[0].trimEnd().length);
}

const JOINED = /^(?: guidelines?)?(?:,? and|,| or| nor|\/){0,4}(?: the)? ?$/i;

/** 'The MTUS and ACOEM Guidelines do not address …': what is said of the last is said of all that are joined to it. */
function shareSilence(prose: Prose, drafts: readonly Draft[]): readonly Draft[] {
  const shared: Draft[] = [];
  let next: Draft | undefined;
  for (const draft of [...drafts].reverse()) {
    const joined =
      next !== undefined && draft.silence === null && JOINED.test(prose.text.slice(draft.end, next.start).slice(0, 30));
    next = joined && next !== undefined ? { ...draft, silence: next.silence, silentOn: next.silentOn } : draft;
    shared.push(next);
  }
  return shared.reverse();
}
