/** What a row of a letter looks like by its words alone: page numbers, fax and browser lines, stamps, rules. */

import { type Everywhere, everywhere } from './pattern.ts';

/** What the page adds to the letter. */
export type FurnitureKind = 'page-number' | 'running-head' | 'stamp' | 'rule';

/** A row that may be a page number. */
export interface PageNumber {
  readonly number: number;
  /** The 7 of '3 of 7'. */
  readonly of: number | null;
  /** 'Page 3', '3 of 7', '- 3 -': no count in a sentence looks like that. */
  readonly isMarked: boolean;
  /** 'Page 3 of 7', '3 | Page'. */
  readonly isLabelled: boolean;
}

/** No page number, stamp or running head is longer than this, in characters. */
export const LONGEST_FURNITURE = 160;

/** As it is written, with runs of blanks. */
export const LONGEST_PAGE_NUMBER = 40;

const FIGURE = '(?<number>\\d{1,3}|[ivx]{1,6})';
const OF = '(?: ?(?:of|/|\\|) ?(?<of>\\d{1,3}))?';
const LABEL = '(?:p ?a ?g ?e|pgs?|p|sheet)(?![a-z]) ?[.:|#-]? ?(?:no\\b\\.? ?|number )?';
const DECORATION = '(?<decoration>[-~|*=_[(<{•·. ]{0,6}?)';
const CLOSING = ' ?(?:pages?)? ?(?<closing>[-~|*=_\\])>}•· ]{0,6})';
const PAGE_NUMBER = new RegExp(
  `^${DECORATION}(?:(?<label>${LABEL})${FIGURE}${OF}|(?<figure>\\d{1,3}|[ivx]{1,6})(?: ?(?:of|/|\\|) ?(?<total>\\d{1,3}))?(?<after> ?\\|? ?p ?a ?g ?e\\b)?)${CLOSING}$`,
  'i',
);

/** Most rows begin otherwise. */
const MAY_BE_PAGE = /^[^A-Za-z\d]{0,6}(?:\d|[ivx]{1,6}(?![a-z])|p|sheet)/i;

/** Reads a row as a page number: '3', 'Page 3 of 7', '- 3 -', 'p. 3', '3/7', '3 | Page', 'iii'. */
export function pageNumberOf(written: string): PageNumber | null {
  if (!MAY_BE_PAGE.test(written)) return null;
  const row = foldBlanks(written);
  const { groups } = PAGE_NUMBER.exec(row) ?? {};
  if (groups === undefined) return null;
  const number = figureOf(groups['number'] ?? groups['figure'] ?? '');
  const total = groups['of'] ?? groups['total'];
  const of = total === undefined ? null : Number(total);
  if (number === null || (of !== null && of < number)) return null;
  const isDecorated = /[-~|*=[(<{•·]/.test(groups['decoration'] ?? '');
  // '11-' is the beginning of a date that a line end cut.
  if (!isDecorated && (groups['closing'] ?? '').trim() !== '') return null;
  const isLabelled = groups['label'] !== undefined || groups['after'] !== undefined;
  return { number, of, isMarked: isLabelled || of !== null || isDecorated, isLabelled };
}

/** Up to thirty-nine. */
const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})$/i;

function figureOf(written: string): number | null {
  if (/^\d/.test(written)) return Number(written);
  const [, tens = '', ones = ''] = ROMAN.exec(written) ?? [];
  const value =
    tens.length * 10 + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(ones.toLowerCase());
  return value > 0 ? value : null;
}

const RUNNING_HEAD =
  /^Final Determination Letter for IMR Case Number C?M?\d{2}-\d{4,9}(?: \d{1,4}| Page \d{1,4}(?: of \d{1,4})?)?$/i;
/** Words, a case number and a page in one row at a page's edge. */
const CASE_AND_PAGE =
  /^(?:[A-Z(][\w’'.,:&/()|-]{0,20} |[-|] |# ?){0,9}CM\d{2}-\d{5,9}(?: ?[-–|,]? ?(?:Page ?)?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?)?$/;
const WIDE_PAGE =
  /(?: {3}|\t| ?[|–—] ?)(?:Page:? ?)?\d{1,3}(?: (?:of|\/) \d{1,3})?$|[ ,-] ?Page:? \d{1,3} of \d{1,3}$|^Page:? \d{1,3}(?: of \d{1,3})?(?: {3}|\t| ?[|–—])/i;
/** Numbers that are stamped on the pages of a record: 'IMR000123'. */
const BATES = /^[A-Z]{2,8}[-_ ]?0\d{3,8}$|^0{2}\d{4,8}$/;

/** A running head that is one wherever it is. */
export const isRunningHead = (written: string): boolean =>
  written.startsWith('F') && RUNNING_HEAD.test(foldBlanks(written));

/** A running head, where the row is at a page's edge. */
export function isEdgeHead(written: string): boolean {
  const row = foldBlanks(written);
  return (
    CASE_AND_PAGE.test(row) || BATES.test(row) || (!/[.;,]$/.test(row) && row.length < 100 && WIDE_PAGE.test(written))
  );
}

/** Words with capitals, a case number and perhaps a page: a running head, where the row is apart from the text. */
export const isCaseAndPage = (written: string): boolean => CASE_AND_PAGE.test(foldBlanks(written));

export const CASE_NUMBER = /\bCM\d{2}-\d{5,9}\b/;

/** The labels of a letter's own header. */
const HEADER_LABEL =
  /\b(?:case number|date assigned|decision date|date of (?:injury|birth|ur)|ur denial|application|priority|dated|claims? number|employee|provider|representative)\b/i;
export const isHeaderRow = (written: string): boolean => HEADER_LABEL.test(written);

/** A row that may be a running head with every figure alike; empty for one that reads like a sentence or a heading of the letter. */
export function shapeOf(written: string): string {
  if (written.length > LONGEST_FURNITURE || !/^[A-Z\d]/.test(written) || OWN_ROW.test(written)) return '';
  if (isHeaderRow(written) || !/[A-Za-z]{4}/.test(written)) return '';
  const row = foldBlanks(written).toLowerCase();
  return /[.,;:-]$|: ?(?:upheld|overturned)|\bguideline ?:|rationale ?:/.test(row) || SENTENCE.test(row)
    ? ''
    : row.replace(/\d+/g, '#');
}

/** Rows of the letter's own form, which may be at the top of several pages by chance, or where two letters meet. */
const OWN_ROW =
  /^(?:how\s+the\s+imr|clinical|case\s+summary|imr\s+(?:issue|decision)|documents\s+reviewed|issues?\s+at|medical\s|rationale\s|notice\s+of|independent\s+medical\s+review\s+(?:final|decision)|maximus\s+(?:guideline|federal\s+services\s+(?:sent|has))|states?\b|certification|case\s+number)|\b(?:assigned|injury|denial|received|priority)\s*:/i;

/** Words of sentences, which neither a page nor a machine prints. */
const SENTENCE =
  /\b(?:the|is|was|were|are|has|had|have|that|which|patient|worker|requested|denied|she|he|his|her|with)\b/i;

/** Single spaces, of which a row has most, are left as they are. */
const foldBlanks = (written: string): string => WIDE_BLANKS.replaceIn(written, ' ');
const WIDE_BLANKS = everywhere(/\s{2,}|[^\S ]/);

/** The least number of characters of a drawn line; a short row of underscores or points is a blank to fill in. */
const LEAST_RULE = 10;
const LEAST_DIVIDER = 3;

/** A line drawn across the page: '__________', '* * *', '=-=-=-=-'. */
export function isRule(written: string): boolean {
  if (!/^[_\-=*~.·•#+–—─━═\s]+$/.test(written)) return false;
  const marks = written.replace(/\s+/g, '');
  return marks.length >= (/[_.]/.test(marks) ? LEAST_RULE : LEAST_DIVIDER);
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}';
const DATE =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}' +
  `|${MONTH}[ .-]{1,2}\\d{1,2}[ .,-]{1,2}\\d{2,4}|\\d{1,2}[ -]${MONTH}[ -]\\d{2,4})`;
const TIME = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?(?: ?[A-Z]{1,2}[SD]?T\\b)?';

type FaxMark = 'date' | 'time' | 'label' | 'page' | 'phone';

/** What a fax machine prints at the top of a page; each kind is taken away before the next is looked for. */
const FAX_MARKS: readonly (readonly [FaxMark, Everywhere])[] = [
  ['date', everywhere(new RegExp(`\\b${DATE}(?![\\d/])`, 'i'))],
  ['time', everywhere(new RegExp(`\\b${TIME}(?![\\d/])`, 'i'))],
  [
    'label',
    everywhere(
      /\b(?:[Ff]rom|FROM|[Tt]o|TO|[Ff]ax|FAX|[Tt]el|TEL|[Pp]hone|PHONE|[Dd]ate|DATE|[Tt]ime|TIME|[Jj]ob|JOB|ID|[Nn]o|NO)\b ?[:#.]|\b(?:FROM|TO|F(?:AX|ax)(?: S(?:ERVER|erver))?|R(?:IGHTFAX|ightFax))\b/,
    ),
  ],
  [
    'page',
    everywhere(/(?:\b(?:pages?|pgs?|p)\b[.:]? ?|@)?\b\d{1,3} ?(?:of|\/) ?\d{1,3}\b|\b(?:page|pg|p)\b[.:]? ?\d{1,3}\b/i),
  ],
  ['phone', everywhere(/\+?\(?\b\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}\b|\b\d{7,12}\b/)],
];
/** How a stamp begins that a program or a clerk puts on a page. */
const STAMPED =
  /^(?:(?:(?:Date|Page|Time) |Re-?)?(?:[Pp]rinted|[Pp]rint(?:ed)? [Dd]ate|[Dd]ownloaded|[Ss]canned|[Ff]axed|[Gg]enerated|[Ee]xported|[Cc]opied|Fax(?:ed)? (?:[Ss]ent|[Rr]eceived)|Received (?:by|via|from) (?:[Ff]ax|[Ee]-?mail|[Mm]ail|[Ww]eb))\b|(?:DATE )?(?:COPY|ORIGINAL|RECEIVED|FILED|SENT|PRINTED|SCANNED|FAXED|ENTERED|MAILED|POSTED|PROCESSED|INDEXED|COPIED|DOWNLOADED)\b(?! ?:(?! ?[A-Z]{3}[ .-])))/;
const BROWSER =
  /^(?:(?:https?|file):\/\/\S{1,200}|about:blank) (?:(?:page )?\d{1,3} ?(?:\/|of) ?\d{1,3}|\d{1,2}\/\d{1,2}\/\d{2,4}.{0,24})$|^\d{1,3}\/\d{1,3} (?:https?|file):\/\/\S{1,200}$|^file:\/\/\/\S{1,200}$/i;
/** What a machine prints and hardly a letter. */
const MACHINE_MARK = /:\/\/|about:blank|F(?:AX|ax|ROM|rom)\b/;
/** What has such a mark holds one of these: searching for them is quicker. */
const MACHINE_STRINGS: readonly string[] = ['://', 'about:blank', 'FAX', 'Fax', 'FROM', 'From'];

/** Most letters contain none of these, and their rows need no closer look. */
export const hasMachineMarks = (text: string): boolean =>
  (MACHINE_STRINGS.some((string) => text.includes(string)) && MACHINE_MARK.test(text)) || hasTimeOfDay(text);

/** '9:05' somewhere in it. */
function hasTimeOfDay(text: string): boolean {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (isDigitAt(text, at + 2) && isDigitAt(text, at + 1) && isDigitAt(text, at - 1)) return true;
  }
  return false;
}

const isDigitAt = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
};

/** A stamp has a name or two beside its marks. */
const MOST_WORDS = 7;
const SMALL_WORD = /^(?:at|by|copy|for|from|of|on|page|user|via)$/;

/**
 * A fax line, a browser's print line or a dated stamp.
 * @param written the row with its runs of blanks
 * @param mayBeMachine the letter holds marks of a machine
 */
export function isStamp(written: string, mayBeMachine: boolean): boolean {
  if (/^\d/.test(written) && PAGE_TITLE.test(written) && DATED_PAGE.test(written)) return true;
  const isStamped = STAMPED.test(written);
  if (!(isStamped || (mayBeMachine && hasMachineMarks(written)))) return false;
  const row = foldBlanks(written);
  if (BROWSER.test(row)) return true;
  if (!/\d/.test(row)) return false;
  if (HEADER_LABEL.test(row) || SENTENCE.test(row)) return false;
  if (DATED_TITLE.test(written) && !/[.:;]$/.test(row)) return true;
  const kinds = new Set<FaxMark>();
  let rest = row;
  for (const [kind, mark] of FAX_MARKS) {
    const without = mark.replaceIn(rest, ' ');
    if (without !== rest) kinds.add(kind);
    rest = without;
  }
  const words = rest.match(/[A-Za-z]{2,}/g) ?? [];
  if (words.length > MOST_WORDS) return false;
  if (isStamped) return kinds.has('date') || kinds.has('time');
  if (words.some((word) => /^[a-z]/.test(word) && !SMALL_WORD.test(word))) return false;
  return kinds.size >= 3 && (kinds.has('time') || (kinds.has('label') && (kinds.has('phone') || kinds.has('page'))));
}

/** A browser heads its pages with the day, the time and the title. */
const DATED_TITLE = new RegExp(`^${DATE},? ${TIME}(?:$|(?: {2}|\\t)\\s{0,80}[A-Z])`, 'i');
const DATED_PAGE = new RegExp(`^${DATE}(?: {3}|\\t)\\s{0,80}[A-Z][^.:]{0,60}$`, 'i');
/** The titles of web pages that show letters. */
const PAGE_TITLE = /\b(?:IMR|DWC|Search|Independent Medical Review|Determination)\b/;
const DATED_EDGE = new RegExp(`^${DATE}(?:,? ${TIME}$|(?: {3}|\\t)\\s{0,80}[A-Z][^.:]{0,80}$)`, 'i');

/** A day with its time or with a title, where the row is at a page's edge. */
export const isDatedEdge = (written: string): boolean => DATED_EDGE.test(written);
