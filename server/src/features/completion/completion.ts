import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { asRead, type Determination, type IsoDate } from '../../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../../guidelines/catalogue.ts';
import type { Prose } from '../../text/prose.ts';
import { citationProposals, type LocationForm, type Proposal } from './citations.ts';
import { type Place, placesAt } from './place.ts';

export interface CompletionContext {
  readonly guidelines: GuidelineCatalogue;
  /** The writers' own day: for a letter that has no date of its own. */
  readonly today: IsoDate;
  /** The user opened the list; else it opens only where something must follow. */
  readonly asked: boolean;
  /** The client is VS Code: Enter takes the first item of a list, and a command opens the next list. */
  readonly isVsCode?: boolean;
}

/** What may be written at `offset`: citations in the guideline parts, the decision, labels that are missing. In prose nothing. */
export function completions(letter: Determination, offset: number, context: CompletionContext): CompletionItem[] {
  return placesAt(letter, offset).flatMap((place) => itemsAt(letter, place, offset, context));
}

/** VS Code's command that opens the list. */
const NEXT_LIST = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

function itemsAt(letter: Determination, place: Place, offset: number, context: CompletionContext): CompletionItem[] {
  switch (place.kind) {
    case 'decision':
      if (!context.asked && !place.due) return [];
      return withUnchosen(
        letter,
        place.typed,
        offset,
        ['Upheld', 'Overturned'].flatMap((text, order) => {
          const begins = text.toLowerCase().startsWith(place.typed.text.toLowerCase());
          const offer = {
            text,
            detail: DECISIONS[order] ?? '',
            order: begins ? order : order + LAST,
            kind: CompletionItemKind.EnumMember,
          };
          return item(letter, place.typed, offset, offer) ?? [];
        }),
        place.typed.length > 0 || context.isVsCode !== true,
      );
    case 'label':
      if (!context.asked) return [];
      return place.missing.flatMap((text, order) => {
        const offer = { text, detail: 'Part of the issue', order, kind: CompletionItemKind.Field };
        const made = item(letter, place.typed, offset, offer);
        return made === null ? [] : leadingOn(made, context);
      });
    case 'guideline':
      return citationItems(letter, place, offset, context);
    case 'conclusion':
      if (!context.asked) return [];
      return withUnchosen(
        letter,
        place.typed,
        offset,
        conclusionItems(letter, place, offset),
        context.isVsCode !== true,
      );
  }
}

/** Fewer letters than these may begin any sentence. */
const LEAST_TYPED = 3;

/** The sentence that ends a rationale, with the treatment filled in: what the heading decides comes first. */
function conclusionItems(
  letter: Determination,
  { typed, issue }: Extract<Place, { kind: 'conclusion' }>,
  offset: number,
): CompletionItem[] {
  const beginning = typed.text.toLowerCase();
  if (typed.length < LEAST_TYPED || issue.request.treatment.length === 0) return [];
  const isOverturned = issue.decision?.kind === 'decided' && issue.decision.decision === 'overturned';
  const conclusions = ['is not medically necessary', 'is medically necessary'];
  return (isOverturned ? conclusions.toReversed() : conclusions).flatMap((conclusion, order) =>
    ['Therefore, the request for', 'The request for'].flatMap((start) => {
      const text = `${start} ${issue.request.treatment.text} ${conclusion}.`;
      if (!text.toLowerCase().startsWith(beginning)) return [];
      const detail = conclusion === conclusions[0] ? 'Upholds the denial' : 'Overturns the denial';
      const offer = { text, detail, order, kind: CompletionItemKind.Text };
      return item(letter, typed, offset, offer) ?? [];
    }),
  );
}

const DECISIONS = ['The denial is confirmed', 'The treatment is medically necessary'];

function citationItems(
  letter: Determination,
  { typed, whose, issue }: Extract<Place, { kind: 'guideline' }>,
  offset: number,
  context: CompletionContext,
): CompletionItem[] {
  const { guidelines, today, asked } = context;
  const day = letterDay(letter) ?? today;
  const category = issue?.category ?? null;
  const bodyParts = issue?.bodyParts.map(({ value }) => value) ?? [];
  const form = locationForm(letter, day);
  const { written, blank } = withoutBlank(typed);
  const { from, due, proposals } = citationProposals(written.text, {
    guidelines,
    day,
    form,
    category,
    bodyParts,
    whose,
  });
  if (!asked && !due) return [];
  const words = written.slice(from);
  const beginning = words.text.toLowerCase();
  const begins = ({ text }: Proposal): boolean => text.toLowerCase().startsWith(beginning);
  const items = proposals.flatMap((proposal, order) => {
    const made = item(
      letter,
      words,
      offset,
      { ...proposal, order: order + rank(proposal) + (begins(proposal) ? 0 : LAST), kind: KINDS[proposal.kind] },
      blank,
    );
    return made === null ? [] : made.label.endsWith('Section(s):') ? leadingOn(made, context) : made;
  });
  const isChosen =
    context.isVsCode !== true || proposals.some((each) => words.length > (each.common ?? 0) && begins(each));
  return withUnchosen(letter, words, offset, items, isChosen);
}

/** What the template says where a citation belongs: it is in the place of what is to be written. */
const BLANKS = ['Chapter and year', 'Section'];

/** What was written, and how long the template's own words after it are. */
function withoutBlank(typed: Prose): { readonly written: Prose; readonly blank: number } {
  const words = BLANKS.find((each) => typed.text.endsWith(` ${each}`)) ?? '';
  return { written: words === '' ? typed : typed.slice(0, typed.length - words.length), blank: words.length };
}

/** An item after which something must follow: a blank, and the list of what may. */
function leadingOn(made: CompletionItem, { isVsCode = false }: CompletionContext): CompletionItem {
  const { textEdit } = made;
  if (!isVsCode || textEdit === undefined || !textEdit.newText.endsWith(':')) return made;
  return { ...made, textEdit: { ...textEdit, newText: `${textEdit.newText} ` }, command: NEXT_LIST };
}

/**
 * In VS Code, Enter takes the first item of a list. Until one was chosen, by an arrow key or by the beginning of its own name, that
 * one is an item that writes nothing: no decision and no guideline comes into a letter by itself.
 */
function withUnchosen(
  { text: { lines, source } }: Determination,
  typed: Prose,
  offset: number,
  items: CompletionItem[],
  isChosen: boolean,
): CompletionItem[] {
  const [first] = items;
  if (isChosen || first?.textEdit === undefined || !('range' in first.textEdit)) return items;
  // Where nothing matches, there is nothing to choose.
  if (!items.some(({ filterText = '' }) => isScattered(typed.text.trimStart(), filterText))) return items;
  const { range } = first.textEdit;
  const written = source.slice(lines.offsetAt(range.start), offset);
  return [
    {
      label: 'Choose with ↓, or type on',
      kind: CompletionItemKind.Text,
      filterText: written,
      // Before every figure; an empty one would not count.
      sortText: '!',
      preselect: true,
      textEdit: { range, newText: written },
    },
    ...items,
  ];
}

/** Whether a text has these letters in their order, as an editor matches them. */
function isScattered(letters: string, text: string): boolean {
  const within = text.toLowerCase();
  let at = 0;
  for (const letter of letters.toLowerCase().replaceAll(' ', '')) {
    at = within.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** What does not begin with what was typed comes after all that does. */
const LAST = 10_000;

/** What fits the treatment comes first, then the fixed sentences, then the rest. */
const rank = ({ preferred, kind }: Proposal): number => (preferred ? 0 : kind === 'sentence' ? 1000 : 2000);

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  sentence: CompletionItemKind.Text,
  chapter: CompletionItemKind.Module,
  section: CompletionItemKind.Reference,
};

/** The day that decides which guidelines were in force: the decision's, else the denial's, else the last one in the letter. */
function letterDay({ header, dates }: Determination): IsoDate | null {
  const days = dates.filter(({ role }) => role !== 'guideline').flatMap(({ day }) => day ?? []);
  return asRead(header.decisionDate)?.value ?? asRead(header.urDenialDate)?.value ?? days.sort().at(-1) ?? null;
}

/** As the letter's other citations have it; else as letters of its day have it. */
function locationForm({ text }: Determination, day: IsoDate): LocationForm {
  const count = (words: string): number => text.source.split(words).length;
  const difference = count('Section(s):') - count('Page(s):');
  if (difference !== 0) return difference > 0 ? 'sections' : 'pages';
  return day < SECTIONS_SINCE ? 'pages' : 'sections';
}

const SECTIONS_SINCE: IsoDate = '2016-01-01';

interface Offer {
  readonly label?: string;
  readonly text: string;
  readonly detail: string;
  readonly order: number;
  readonly kind: CompletionItemKind;
}

/**
 * An item that replaces what was typed of it. An edit stays in the caret's line: the lines before must
 * begin the text, and is kept. Null where it does not.
 * @param blank how many characters before the caret are the template's own, to be replaced
 */
function item(letter: Determination, typed: Prose, offset: number, offer: Offer, blank = 0): CompletionItem | null {
  const { lines, source } = letter.text;
  const end = offset - blank;
  // The caret is in words that are not part of the letter: a running head, a printed line.
  if (typed.length > 0 && typed.range.start > end) return null;
  const lineStart = lines.offsetAt({ line: lines.lineAt(offset), character: 0 });
  const head =
    typed.length === 0 || typed.range.start >= lineStart ? '' : typed.slice(0, typed.indexOf(lineStart)).text;
  if (!offer.text.toLowerCase().startsWith(head.toLowerCase())) return null;
  const rest = offer.text.slice(head.length).trimStart();
  const start =
    typed.length === 0 || typed.to === typed.from + head.length ? end : Math.max(lineStart, typed.range.start);
  const space = start === end && /[:\w,]/.test(source.charAt(end - 1)) ? ' ' : '';
  const newText = `${space}${withoutFollowing(rest, source.slice(offset, offset + LONGEST_FOLLOWING))}`;
  return {
    label: offer.label ?? offer.text,
    kind: offer.kind,
    detail: offer.detail,
    filterText: blank > 0 ? source.slice(start, offset) : newText,
    sortText: String(offer.order).padStart(5, '0'),
    textEdit: { range: { start: lines.positionAt(start), end: lines.positionAt(offset) }, newText },
  };
}

const TO_SECTIONS = ', Section(s):';
const LONGEST_FOLLOWING = TO_SECTIONS.length;

/** Without an ending that the template or the letter already has after the caret. */
function withoutFollowing(text: string, following: string): string {
  if (following.startsWith(TO_SECTIONS)) {
    if (text.endsWith(TO_SECTIONS)) return text.slice(0, -TO_SECTIONS.length);
    return text.endsWith('.') ? text.slice(0, -1) : text;
  }
  return text.endsWith('.') && following.startsWith('.') ? text.slice(0, -1) : text;
}
