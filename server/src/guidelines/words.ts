/** The catalogue in words for readers: the same in messages, on cards and on the command line. */
import { longDate } from '../determination/readers/dates/calendar.ts';
import type { Certainty, Edition, Provenance, Publisher, Section } from './facts.ts';
import type { CitationProblem } from './resolution.ts';

export const PUBLISHER_NAMES: Readonly<Record<Publisher, string>> = {
  MTUS: 'California Medical Treatment Utilization Schedule (MTUS)',
  ACOEM: 'American College of Occupational and Environmental Medicine (ACOEM)',
  ODG: 'Official Disability Guidelines (ODG)',
};

/** How far a fact can be trusted; empty for one that was read in its source. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  seen: '',
  'own/high': 'not verified',
  'own/medium': 'not verified, may be wrong',
  conflicting: 'sources disagree',
  'own/low': 'not known for certain',
};

/** Where a fact is known from, and how well: 'IMR letters (not verified)'. */
export function knownFrom({ source, certainty }: Provenance): string {
  const words = CERTAINTY_WORDS[certainty];
  if (source === '') return words;
  return words === '' ? source : `${source} (${words})`;
}

/** As a letter cites it: 'Low Back Complaints 2004'. */
export const citeAs = (edition: Edition): string => `${edition.title} ${edition.years[0] ?? ''}`.trim();

/** 'In force from July 18, 2009 to July 27, 2016'; empty where its days are not known. */
export function daysInForce({ from, to }: Edition): string {
  if (from === null) return '';
  return to === null ? `In force since ${longDate(from)}` : `In force from ${longDate(from)} to ${longDate(to)}`;
}

/** 'pages 98-99', 'page 46'; empty where none are known. */
export function pagesWords(pages: Section['pages']): string {
  const all = pages.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
  if (all === '') return '';
  return /^\d+$/.test(all) ? `page ${all}` : `pages ${all}`;
}

/** What is wrong with a citation, in a sentence. `title` is the edition that it names, where that is known. */
export function problemWords(problem: CitationProblem, title: string): string {
  switch (problem.kind) {
    case 'unknown-chapter':
      return `The MTUS has no chapter “${problem.cited.value}”.`;
    case 'unfamiliar-chapter':
      return `“${problem.cited.value}” is not among the MTUS chapters known here.`;
    case 'unfamiliar-year':
      return `${problem.cited.value} is not a known edition of this chapter; known: ${listed(problem.years.map(String))}.`;
    case 'unknown-year':
      return `There is no ${problem.cited.value} edition of this chapter; editions: ${listed(problem.years.map(String))}.`;
    case 'title-of-other-edition':
      return `The ${problem.edition.years[0] ?? ''} edition is called “${problem.edition.title}”.`;
    case 'unknown-section':
      return `${title} has no section “${problem.cited.value}”.`;
    case 'page-as-section':
      return `“${problem.cited.value}” is a page, not a section, of ${title}.`;
    case 'page-outside':
      return `Page ${problem.cited.value} here; ${title} has pages ${problem.firstPage}-${problem.lastPage}.`;
    case 'wrong-length':
      return `${problem.cited.value} pages here; ${title} has ${problem.lastPage}.`;
    case 'page-of-other-section':
      return `“${problem.section.name}” is on ${pagesWords(problem.section.pages)}, not on page ${problem.cited.value}.`;
  }
}

const listed = (items: readonly string[]): string =>
  items.length < 3 ? items.join(' and ') : `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;
