/** The whole catalogue as a document to read: Markdown, every fact with where it is known from and how well. */

import { longDate } from '../determination/calendar.ts';
import type { IsoDate } from '../determination/model.ts';
import { type GuidelineCatalogue, limitWords } from '../guidelines/catalogue.ts';
import type { Chapter, Edition, Provenance, Publisher } from '../guidelines/facts.ts';
import { CERTAINTY_WORDS, citeAs, daysInForce, PUBLISHER_NAMES, pagesWords } from '../guidelines/words.ts';

/** @param today tells which editions are marked as in force */
export function guidelineDocument(catalogue: GuidelineCatalogue, today: IsoDate): string {
  const publishers: readonly Publisher[] = ['MTUS', 'ACOEM', 'ODG'];
  return [
    '# Guideline catalogue',
    'What letters are held against: editions and the days they were in force, sections with their pages, visit limits. ' +
      'Figures only; the guidelines themselves are to be read with their publishers.',
    'A figure without a remark was read in the source named beside it and may lead to a warning. One that is *not verified* ' +
      'leads to an information at most; one that *may be wrong* is shown on hover only.',
    ...publishers.flatMap((publisher) => publisherPart(catalogue, publisher, today)),
    ...abbreviationPart(catalogue),
    ...statutePart(catalogue),
  ].join('\n\n');
}

function publisherPart(catalogue: GuidelineCatalogue, publisher: Publisher, today: IsoDate): readonly string[] {
  const chapters = [...catalogue.chapters.values()].filter((chapter) => chapter.publisher === publisher);
  return [`## ${PUBLISHER_NAMES[publisher]}`, ...chapters.flatMap((chapter) => chapterPart(catalogue, chapter, today))];
}

function chapterPart(catalogue: GuidelineCatalogue, chapter: Chapter, today: IsoDate): readonly string[] {
  const editions = catalogue.editionsOf(chapter.id);
  const known = [chapter.regulation ?? '', provenance(chapter)].filter((words) => words !== '').join(' · ');
  return [
    `### ${chapter.name}`,
    known,
    ...editions.flatMap((edition) => editionPart(catalogue, edition, today)),
    // What belongs to no edition; of a chapter that has none, all.
    ...limitTable(catalogue, chapter),
  ];
}

function editionPart(catalogue: GuidelineCatalogue, edition: Edition, today: IsoDate): readonly string[] {
  const inForce = catalogue.statusOn(edition, today).kind === 'in-force' ? ' — in force today' : '';
  const pages =
    edition.firstPage === null || edition.lastPage === null ? '' : `pages ${edition.firstPage}-${edition.lastPage}`;
  const known = [daysInForce(edition), pages, provenance(edition)].filter((words) => words !== '').join(' · ');
  const sections = catalogue.sectionsOf(edition).filter((section) => section.edition === edition.id);
  return [
    `#### ${citeAs(edition)}${inForce}`,
    known,
    ...(edition.note === null ? [] : [edition.note]),
    ...table(
      ['Section', 'Pages', 'Known from'],
      sections.map((section) => [section.name, pagesWords(section.pages), provenance(section)]),
    ),
    ...limitTable(catalogue, edition),
  ];
}

function limitTable(catalogue: GuidelineCatalogue, scope: Edition | Chapter): readonly string[] {
  return table(
    ['Figure', 'Treatment', 'Section and pages', 'Known from'],
    catalogue
      .limitsOf(scope)
      .map((limit) => [
        limitWords(limit),
        limit.categories.join(', '),
        [limit.section, limit.pages].filter((words) => words !== null).join(', '),
        [provenance(limit), limit.note ?? ''].filter((words) => words !== '').join('. '),
      ]),
  );
}

const abbreviationPart = (catalogue: GuidelineCatalogue): readonly string[] => [
  '## Abbreviations',
  ...table(
    ['Abbreviation', 'Meaning', 'Known from'],
    catalogue.abbreviations.map((each) => [each.forms.join(', '), each.meanings.join('; '), provenance(each)]),
  ),
];

const statutePart = (catalogue: GuidelineCatalogue): readonly string[] => [
  '## Rules of law',
  ...table(
    ['Rule', 'In short', 'Since', 'Known from'],
    [...catalogue.statutes.values()].map((each) => [
      each.citation,
      each.fact,
      each.from === null ? '' : longDate(each.from),
      provenance(each),
    ]),
  ),
];

/** 'IMR letters (not verified)' */
export function provenance({ source, certainty }: Provenance): string {
  const words = CERTAINTY_WORDS[certainty];
  if (source === '') return words;
  return words === '' ? source : `${source} (*${words}*)`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/[\r\n]+/g, ' ');
