import type { BodyPart, Category, IsoDate } from '../../determination/model/determination.ts';
import { bodyPartsMeet } from '../../guidelines/bodyParts.ts';
import type { GuidelineCatalogue } from '../../guidelines/catalogue.ts';
import { yearsOf } from '../../guidelines/editions.ts';
import { type Edition, type Section, usable } from '../../guidelines/facts.ts';
import { CERTAINTY_WORDS, citeAs, daysInForce, pagesWords } from '../../guidelines/words.ts';
import { type Everywhere, everywhere } from '../../text/pattern.ts';

/** A text that may be inserted at the caret. */
export interface Proposal {
  /** As the list shows it, where that is shorter than the text. */
  readonly label?: string;
  readonly text: string;
  /** What it is, in a few words. */
  readonly detail: string;
  readonly kind: 'sentence' | 'chapter' | 'section';
  /**
   * How many characters of `text` come before the name that it is chosen by: of 'Decision based on MTUS Low Back …' those
   * before 'Low Back'. Someone who has typed no more than these has not chosen yet. 0 by default.
   */
  readonly common?: number;
  /** It fits the treatment in dispute. */
  readonly preferred: boolean;
}

/** How a letter says where in a chapter: 'Section(s): …' since 2016, 'Page(s): …' before. */
export type LocationForm = 'sections' | 'pages';

export interface CitationContext {
  readonly guidelines: GuidelineCatalogue;
  /** The day whose guidelines count. */
  readonly day: IsoDate;
  readonly form: LocationForm;
  /** Of the treatment in dispute; null where it is not known. */
  readonly category: Category | null;
  /** Those of the treatment in dispute. */
  readonly bodyParts: readonly BodyPart[];
  readonly whose: 'claimsGuideline' | 'reviewerGuideline';
}

/** What may follow in a guideline part, and how much of what was typed belongs to it (index into `typed`). */
export interface CitationProposals {
  readonly from: number;
  /** The words before say that something must follow: proposals may open by themselves. */
  readonly due: boolean;
  readonly proposals: readonly Proposal[];
}

export function citationProposals(typed: string, context: CitationContext): CitationProposals {
  const free = lastEnd(NON_MTUS, typed);
  const mtus = endOfMtus(typed);
  if (free >= 0 && free > mtus) return continued(typed, [free], publishersChapters(context));
  if (mtus >= 0) return inMtus(typed, mtus, context);
  return sentences(typed, context);
}

/** How a citation of the MTUS begins, whatever it cites. */
const BASED_ON_MTUS = 'Decision based on MTUS ';

const MTUS = everywhere(/\bMTUS(?![\w-])[,:]?/);
/** 'Recommendation(s) outside of the MTUS' names no chapter of it; this many characters before it are looked at. */
const NOT_OF_IT = /\b(?:outside|beyond|besides)\b|-$/i;
const BEFORE = 16;

/** In the printed form and in any other words: 'I relied upon the MTUS'. -1 where the MTUS is not cited yet. */
function endOfMtus(typed: string): number {
  const end = lastEnd(MTUS, typed);
  const name = typed.lastIndexOf('MTUS', end);
  return end >= 0 && !NOT_OF_IT.test(typed.slice(Math.max(0, name - BEFORE), name)) ? end : -1;
}

const NON_MTUS = everywhere(/\bNon-?\s?MTUS Citation\b/i);
const OUTSIDE =
  'based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation';

/** The part begins, or a sentence of it has ended. */
function sentences(typed: string, context: CitationContext): CitationProposals {
  const who = context.whose === 'claimsGuideline' ? 'The Claims Administrator' : 'The Expert Reviewer';
  const fixed = (text: string, detail: string): Proposal => ({ text, detail, kind: 'sentence', preferred: false });
  const cited = chapters(context).map((chapter) => ({
    ...chapter,
    label: `MTUS ${chapter.text}`,
    text: `${BASED_ON_MTUS}${chapter.text}`,
    common: BASED_ON_MTUS.length,
  }));
  const none = fixed(`${who} did not cite any medical evidence for its decision.`, 'Nothing was cited');
  const outside = fixed(`${who} ${OUTSIDE}`, 'Outside of the MTUS');
  return continued(typed, [0], [...cited, outside, none]);
}

function inMtus(typed: string, start: number, context: CitationContext): CitationProposals {
  const passage = typed.slice(start);
  if (ENDED.test(passage)) {
    const text = 'Decision based on Non-MTUS Citation';
    const more: Proposal = { text, detail: 'A source besides the MTUS', kind: 'sentence', preferred: false };
    return { ...continued(typed, [start + passage.search(ENDED) + 1], [more]), due: false };
  }
  const sections = lastEnd(SECTIONS, passage);
  const starts = [0, ...ends(NEXT_CHAPTER, passage)].map((each) => start + each);
  const edition = citedEdition(passage.slice(0, sections < 0 ? undefined : sections), context);
  if (sections >= 0 && edition !== null) {
    const later = [sections, ...ends(COMMA, passage).filter((each) => each > sections)].map((each) => start + each);
    return continued(typed, later, sectionsOf(edition, context));
  }
  if (context.form === 'pages' && edition !== null) {
    const topics = start + titleEnd(passage, edition);
    return continued(typed, [topics], topicsOf(edition, context));
  }
  return continued(typed, starts, chapters(context));
}

const SECTIONS = everywhere(/\bSections?(?:\(s\))?:/i);
/** The full stop after a citation, not that of '3.3.6'. */
const ENDED = /(?<!\b\d)\.(?: ?$| (?=[A-Z]))/;
const COMMA = everywhere(/, /);
const NEXT_CHAPTER = everywhere(/, and /);

/** In alphabetical order, as they are cited; those that fit the treatment first. */
function chapters(context: CitationContext): readonly Proposal[] {
  const { guidelines, day, form } = context;
  return guidelines
    .editionsInForce(day)
    .filter(isOffered)
    .map((edition): Proposal => {
      const chapter = guidelines.chapters.get(edition.chapter);
      const title = form === 'pages' ? titleWithoutYear(edition) : citeAs(edition);
      const hasSections = sectionsOf(edition, context).length > 0;
      return {
        text: form === 'sections' ? `${title}${hasSections ? ', Section(s):' : '.'}` : title,
        detail: `${daysInForce(edition)}${unverified(edition)}`,
        kind: 'chapter',
        preferred:
          suits(chapter?.categories ?? [], context) || bodyPartsMeet(chapter?.bodyParts ?? [], context.bodyParts),
      };
    });
}

/** MCG Health has published ODG since 2017, and letters name it so since 2018. */
const ODG_BY_MCG: IsoDate = '2018-01-01';

/** Chapters of ODG: they are cited without a day, as their editions are not those of the MTUS. */
function publishersChapters({ guidelines, day }: CitationContext): readonly Proposal[] {
  const publisher = day < ODG_BY_MCG ? 'Official Disability Guidelines (ODG)' : 'ODG by MCG';
  return [...guidelines.chapters.values()]
    .filter((chapter) => chapter.publisher === 'ODG' && chapter.parent === 'odg' && isOffered(chapter))
    .map(({ name }): Proposal => {
      const text = `${publisher}, ${name}`;
      return { text, detail: 'Chapter of ODG', kind: 'chapter', preferred: false };
    });
}

function sectionsOf(edition: Edition, context: CitationContext): readonly Proposal[] {
  return context.guidelines
    .sectionsOf(edition)
    .filter((section) => isOffered(section) || (edition.sectionsComplete && section.edition === edition.id))
    .map((section): Proposal => {
      // The names of a complete list are sure, also where their pages are not.
      const where = isOffered(section) ? pagesWords(section.pages) : '';
      const certainty = isOffered(section) ? unverified(section) : '';
      const detail = `${where === '' ? citeAs(edition) : `${citeAs(edition)}, ${where}`}${certainty}`;
      return { text: section.name, detail, kind: 'section', preferred: suits(section.categories, context) };
    });
}

/** 'Physical Medicine Page(s): 98-99' */
function topicsOf(edition: Edition, context: CitationContext): readonly Proposal[] {
  return context.guidelines
    .sectionsOf(edition)
    .filter((section) => isOffered(section) && section.pages.length > 0)
    .map((section): Proposal => {
      const preferred = suits(section.categories, context);
      const text = `${section.name} Page(s): ${pagesOf(section)}.`;
      return { text, detail: `${titleWithoutYear(edition)}${unverified(section)}`, kind: 'section', preferred };
    });
}

const pagesOf = ({ pages }: Section): string =>
  pages.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');

/** Only certain facts are put into a letter. */
const isOffered = ({ certainty }: Pick<Section, 'certainty'>): boolean =>
  ['warning', 'information'].includes(usable(certainty));

const unverified = ({ certainty }: Pick<Section, 'certainty'>): string =>
  certainty === 'seen' ? '' : ` · ${CERTAINTY_WORDS[certainty]}`;

/** An empty list of treatments fits all of them, and so none in particular. */
const suits = (categories: readonly Category[], { category }: CitationContext): boolean =>
  category !== null && categories.includes(category);

/** Letters with pages cite without the year: 'Chronic Pain Treatment Guidelines'. */
const titleWithoutYear = ({ title, aliases }: Edition): string =>
  aliases.find((alias) => alias.endsWith('Treatment Guidelines')) ?? title;

/** The edition cited last. */
function citedEdition(passage: string, { guidelines, day }: CitationContext): Edition | null {
  const text = passage.toLowerCase();
  let cited: Edition | null = null;
  let furthest = -1;
  for (const edition of guidelines.editions.values()) {
    const known = yearsOf(edition).map((year) => `${edition.title} ${year}`);
    const names = guidelines.editionInForce(edition.chapter, day)?.id === edition.id ? titlesOf(edition) : [];
    for (const name of [...known, ...names]) {
      // Of 'Chronic Pain Medical Treatment' and 'Chronic Pain', the longer one is meant.
      const end = text.lastIndexOf(name.toLowerCase()) + name.length;
      if (end < name.length || end < furthest || (end === furthest && known.length === 0)) continue;
      if (isWordEnd(text, end)) [cited, furthest] = [edition, end];
    }
  }
  return cited;
}

const titlesOf = ({ title, aliases }: Edition): readonly string[] => [title, ...aliases];
const isWordEnd = (text: string, end: number): boolean => !/\w/.test(text.charAt(end));

function titleEnd(passage: string, edition: Edition): number {
  const text = passage.toLowerCase();
  const names = [...yearsOf(edition).map((year) => `${edition.title} ${year}`), ...titlesOf(edition)];
  return Math.max(
    ...names.map((name) => {
      const at = text.lastIndexOf(name.toLowerCase());
      return at < 0 ? 0 : at + name.length;
    }),
  );
}

/**
 * Chooses, of the places where a name may have begun, the first whose words begin some proposal: names hold commas
 * and 'and' themselves. Where none does, the last.
 */
function continued(typed: string, starts: readonly number[], proposals: readonly Proposal[]): CitationProposals {
  const wordsFrom = (start: number): string => typed.slice(start).trimStart();
  const begins = (start: number): boolean => {
    const words = wordsFrom(start).toLowerCase();
    return (
      words !== '' && proposals.some(({ text }) => text.length > words.length && text.toLowerCase().startsWith(words))
    );
  };
  const start = starts.find(begins) ?? starts.at(-1) ?? 0;
  const words = wordsFrom(start);
  return { from: typed.length - words.length, due: words === '' || begins(start), proposals };
}

function ends(pattern: Everywhere, text: string): readonly number[] {
  return [...pattern.in(text)].map((match) => match.index + match[0].length);
}

const lastEnd = (pattern: Everywhere, text: string): number => ends(pattern, text).at(-1) ?? -1;
