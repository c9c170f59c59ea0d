import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { asRead, type Determination, type IsoDate } from '../../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../../guidelines/catalogue.ts';
import type { Prose } from '../../text/prose.ts';
import { citationProposals, type LocationForm, type Proposal } from './citations.ts';
import { type Place, placesAt } from './place.ts';

export interface CompletionContext {
  readonly guidelines: GuidelineCatalogue;
  /** The day of those who write: for a letter that tells no day of its own. */
  readonly today: IsoDate;
  /** The user asked for the list; else it opens only where something must follow. */
  readonly asked: boolean;
}

/** What may be written at `offset`: citations in the guideline parts, the decision, labels that are missing. In prose nothing. */
export function completions(letter: Determination, offset: number, context: CompletionContext): CompletionItem[] {
  return placesAt(letter, offset).flatMap((place) => itemsAt(letter, place, offset, context));
}

function itemsAt(letter: Determination, place: Place, offset: number, context: CompletionContext): CompletionItem[] {
  switch (place.kind) {
    case 'decision':
      if (!context.asked && !place.due) return [];
      return ['Upheld', 'Overturned']
        .map((text, order) =>
          item(letter, place.typed, offset, {
            text,
            detail: DECISIONS[order] ?? '',
            order,
            kind: CompletionItemKind.EnumMember,
          }),
        )
        .filter((each) => each !== null);
    case 'label':
      if (!context.asked) return [];
      return place.missing
        .map((text, order) =>
          item(letter, place.typed, offset, {
            text,
            detail: 'Part of the issue',
            order,
            kind: CompletionItemKind.Field,
          }),
        )
        .filter((each) => each !== null);
    case 'guideline':
      return citationItems(letter, place, offset, context);
  }
}

const DECISIONS = ['The denial stands', 'The treatment is medically necessary'];

function citationItems(
  letter: Determination,
  { typed, whose, issue }: Extract<Place, { kind: 'guideline' }>,
  offset: number,
  { guidelines, today, asked }: CompletionContext,
): CompletionItem[] {
  const day = letterDay(letter) ?? today;
  const category = issue?.category ?? null;
  const bodyParts = issue?.bodyParts.map(({ value }) => value) ?? [];
  const form = locationForm(letter, day);
  const { from, due, proposals } = citationProposals(typed.text, { guidelines, day, form, category, bodyParts, whose });
  if (!asked && !due) return [];
  const words = typed.slice(from);
  return proposals.flatMap((proposal, order) => {
    const made = item(letter, words, offset, {
      ...proposal,
      order: order + rank(proposal),
      kind: KINDS[proposal.kind],
    });
    return made === null ? [] : [made];
  });
}

/** What suits the treatment comes first, then the fixed sentences, then the rest. */
const rank = ({ preferred, kind }: Proposal): number => (preferred ? 0 : kind === 'sentence' ? 1000 : 2000);

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  sentence: CompletionItemKind.Text,
  chapter: CompletionItemKind.Module,
  section: CompletionItemKind.Reference,
};

/** The day that tells which guidelines were in force: the decision's, else the denial's, else the last that the letter tells. */
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
 * An item that replaces what was typed of it. An edit stays in the caret's line: what stands on the lines before must
 * begin the text, and is kept. Null where it does not.
 */
function item(letter: Determination, typed: Prose, offset: number, offer: Offer): CompletionItem | null {
  const { lines, source } = letter.text;
  // The caret stands in what is not read: a page's head, a line of a printer.
  if (typed.length > 0 && typed.range.start > offset) return null;
  const lineStart = lines.offsetAt({ line: lines.lineAt(offset), character: 0 });
  const head =
    typed.length === 0 || typed.range.start >= lineStart ? '' : typed.slice(0, typed.indexOf(lineStart)).text;
  if (!offer.text.toLowerCase().startsWith(head.toLowerCase())) return null;
  const rest = offer.text.slice(head.length).trimStart();
  const start =
    typed.length === 0 || typed.to === typed.from + head.length ? offset : Math.max(lineStart, typed.range.start);
  const stop = rest.endsWith('.') && source.charAt(offset) === '.';
  const blank = start === offset && /[:\w,]/.test(source.charAt(offset - 1)) ? ' ' : '';
  const newText = `${blank}${stop ? rest.slice(0, -1) : rest}`;
  return {
    label: offer.label ?? offer.text,
    kind: offer.kind,
    detail: offer.detail,
    filterText: newText,
    sortText: String(offer.order).padStart(5, '0'),
    textEdit: { range: { start: lines.positionAt(start), end: lines.positionAt(offset) }, newText },
  };
}
