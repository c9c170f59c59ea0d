import { nearlyEqual } from '../../text/nearlyEqual.ts';
import { everywhere } from '../../text/pattern.ts';
import type { HeaderFieldName } from '../model/determination.ts';

/** The table alone has the label by this name, or cover pages mostly have another. */
type InTable = 'alone' | 'mostly' | null;

/** A label of the header table or of a cover page. Indexes are into the text it was found in. */
export interface Label {
  /** Null for a label whose value is not read, such as the claim number's. */
  readonly field: HeaderFieldName | null;
  readonly start: number;
  /** Index after its name, before its colon. */
  readonly nameEnd: number;
  /** Index after its colon. */
  readonly end: number;
  /** The right name, where this one has a typing error. */
  readonly meant: string | null;
  readonly inTable: InTable;
}

/** Where its value follows at once, a label may have lost its colon. */
const VALUE = ' (?:[\\dOolI]{1,2}[/.-][\\dOolI]|CM ?[\\dOolI]|\\d\\d-\\d{5}|(?:Standard|Expedited)\\b)';
const COLON = ' ?[:;]';
const TAIL = `(?:${COLON}|(?=${VALUE}))`;
/** 'Application Received:' is one label in two lines that extractors tear apart: 'Application 12/01/2016 Received:'. */
const TORN = `(?:IMR )?Application(?= (?:[^:;]{1,40}? )?Received${COLON}|${VALUE})`;

interface Name {
  readonly field: HeaderFieldName | null;
  /** As a letter prints it, for comparison with misspelled names. */
  readonly name: string;
  readonly pattern: string;
  readonly inTable?: InTable;
}

const NAMES: readonly Name[] = [
  { field: 'caseNumber', name: 'IMR Case Number', pattern: `(?:IMR|MAXIMUS) Case (?:Number|No\\.?)${TAIL}` },
  { field: 'caseNumber', name: 'Case Number', pattern: `Case (?:Number|No\\.?)${TAIL}`, inTable: 'mostly' },
  { field: 'dateAssigned', name: 'Date Assigned', pattern: `Date Assigned${TAIL}`, inTable: 'alone' },
  { field: 'dateOfInjury', name: 'Date of Injury', pattern: `Date of Injury${TAIL}` },
  {
    field: 'urDenialDate',
    name: 'UR Denial Date',
    pattern: `UR Denial Date${TAIL}|Date of UR (?:Decision|Denial)${TAIL}`,
  },
  { field: 'decisionDate', name: 'Decision Date', pattern: `Decision Date${TAIL}`, inTable: 'mostly' },
  { field: 'decisionDate', name: 'Dated', pattern: `Dated${COLON}` },
  { field: 'applicationReceived', name: 'Application Received', pattern: `(?:IMR )?Application Received${TAIL}` },
  { field: 'applicationReceived', name: 'Application', pattern: `${TORN}|\\bReceived${COLON}` },
  { field: 'priority', name: 'Priority', pattern: `Priority${TAIL}` },
  {
    field: null,
    name: 'Claims Number',
    pattern:
      "(?:Employee|Provider|Claims Administrator|Representative)(?:'s)?(?: Name)? ?:|Claims? (?:Numbers?|No\\.?) ?:|Treatments?(?:\\(s\\))? in Dispute[^:]{0,40}:",
  },
];
const LABEL = everywhere(new RegExp(`(?<![A-Za-z])(?:${NAMES.map(({ pattern }) => `(${pattern})`).join('|')})`, 'i'));

/** The labels in a text, in its order. Names with a mistake or two ('Decison Date:', 'Prioritv:') count. */
export function findLabels(text: string): readonly Label[] {
  const labels: Label[] = [];
  for (const match of LABEL.in(text)) {
    const { field = null, inTable = null } =
      NAMES[match.findIndex((group, i) => i > 0 && group !== undefined) - 1] ?? {};
    const [words] = match;
    const name = words.replace(/ ?[:;]$/, '');
    // In a cover page's sentences a day follows the words too: 'the date of injury 12/24/2016'.
    if (name === words && !/^[A-Z]/.test(words)) continue;
    const start = match.index;
    labels.push({ field, start, nameEnd: start + name.length, end: start + words.length, meant: null, inTable });
  }
  const slips = misspelled(text, labels);
  const right = labels.filter((label) => !slips.some((slip) => slip.start < label.end && label.start < slip.end));
  const all = [...right, ...slips].sort((a, b) => a.start - b.start);
  const hasWhole = all.some((label) => label.field === 'applicationReceived' && !isHalf(text, label));
  return hasWhole ? all.map((label) => (isHalf(text, label) ? { ...label, field: null } : label)) : all;
}

/** 'Received:' alone: the second half of a torn label, or a stamp. */
const isHalf = (text: string, { field, start }: Label): boolean =>
  field === 'applicationReceived' && /^R/i.test(text.slice(start, start + 1));

/** What a misspelled name may be followed by: its colon, or the second half of a torn label. */
const UNKNOWN_LABEL = everywhere(
  /(?<![\w-])((?:[A-Za-z0|][\w|]{0,14} ){0,2}[A-Za-z0|][\w|]{1,14}) ?[:;]|(?<![\w-])(Ap[a-z]{6,12})(?= [^ :;]{1,12} Received ?[:;])/,
);

function misspelled(text: string, known: readonly Label[]): readonly Label[] {
  const labels: Label[] = [];
  for (const match of UNKNOWN_LABEL.in(text)) {
    const [words, before = '', torn = ''] = match;
    const end = match.index + words.length;
    // 'Applicaton Received:' holds a label that is right ('Received:') in one that is not.
    if (known.some((label) => label.start < end && match.index < label.end && !isHalf(text, label))) continue;
    const names = torn === '' ? suffixes(before) : [torn];
    for (const name of names) {
      const meant = NAMES.find(
        (each) => each.field !== null && nearlyEqual(key(name), key(each.name), each.name.length >= 10 ? 2 : 1),
      );
      if (meant === undefined) continue;
      if (key(meant.name) === key(name)) break;
      const nameEnd = match.index + (torn === '' ? before.length : torn.length);
      labels.push({
        field: meant.field,
        start: nameEnd - name.length,
        nameEnd,
        end,
        meant: meant.name,
        inTable: meant.inTable ?? null,
      });
      break;
    }
  }
  return labels;
}

/** The last three words, the last two, the last: a value may come before the label. */
function suffixes(words: string): readonly string[] {
  const parts = words.split(' ');
  return parts.map((_, i) => parts.slice(i).join(' '));
}

/** Upper or lower case makes no difference. */
const key = (name: string): string => name.toLowerCase();
