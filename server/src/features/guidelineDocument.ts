/** The whole catalogue as a document to read: Markdown, every fact with where it is known from and how well. */

import type { IsoDate } from '../determination/model/determination.ts';
import { longDate } from '../determination/readers/dates/calendar.ts';
import { type GuidelineCatalogue, limitWords } from '../guidelines/catalogue.ts';
import type { Chapter, Edition, Provenance, Publisher } from '../guidelines/facts.ts';
import { CERTAINTY_WORDS, citeAs, daysInForce, PUBLISHER_NAMES, pagesWords } from '../guidelines/words.ts';
import { joined, type Markdown, md, paragraphs, table } from './markdown.ts';

/** @param today decides which editions are marked as in force */
export function guidelineDocument(catalogue: GuidelineCatalogue, today: IsoDate): string {
  const publishers: readonly Publisher[] = ['MTUS', 'ACOEM', 'ODG'];
  return paragraphs([
    md`# Guideline catalogue`,
    md`What letters are compared with: editions and the days they were in force, sections with their pages, visit limits. Figures only; the guidelines themselves are available from their publishers.`,
    md`A figure without a remark was read in the source named beside it and may cause a warning. One that is *not verified* causes at most information; one that *may be wrong* is shown on hover only.`,
    ...publishers.flatMap((publisher) => publisherPart(catalogue, publisher, today)),
    ...abbreviationPart(catalogue),
    ...statutePart(catalogue),
  ]).source;
}

function publisherPart(catalogue: GuidelineCatalogue, publisher: Publisher, today: IsoDate): readonly Markdown[] {
  const chapters = [...catalogue.chapters.values()].filter((chapter) => chapter.publisher === publisher);
  return [
    md`## ${PUBLISHER_NAMES[publisher]}`,
    ...chapters.flatMap((chapter) => chapterPart(catalogue, chapter, today)),
  ];
}

function chapterPart(catalogue: GuidelineCatalogue, chapter: Chapter, today: IsoDate): readonly Markdown[] {
  const editions = catalogue.editionsOf(chapter.id);
  return [
    md`### ${chapter.name}`,
    remarks([md`${chapter.regulation ?? ''}`, provenance(chapter)]),
    ...editions.flatMap((edition) => editionPart(catalogue, edition, today)),
    // What belongs to no edition; for a chapter without editions, everything.
    limitTable(catalogue, chapter),
  ];
}

function editionPart(catalogue: GuidelineCatalogue, edition: Edition, today: IsoDate): readonly Markdown[] {
  const inForce = catalogue.statusOn(edition, today).kind === 'in-force' ? ' — in force today' : '';
  const pages =
    edition.firstPage === null || edition.lastPage === null ? '' : `pages ${edition.firstPage}-${edition.lastPage}`;
  const sections = catalogue.sectionsOf(edition).filter((section) => section.edition === edition.id);
  return [
    md`#### ${citeAs(edition)}${inForce}`,
    remarks([md`${daysInForce(edition)}`, md`${pages}`, provenance(edition)]),
    md`${edition.note ?? ''}`,
    table(
      [md`Section`, md`Pages`, md`Known from`],
      sections.map((section) => [md`${section.name}`, md`${pagesWords(section.pages)}`, provenance(section)]),
    ),
    limitTable(catalogue, edition),
  ];
}

const limitTable = (catalogue: GuidelineCatalogue, scope: Edition | Chapter): Markdown =>
  table(
    [md`Figure`, md`Treatment`, md`Section and pages`, md`Known from`],
    catalogue
      .limitsOf(scope)
      .map((limit) => [
        md`${limitWords(limit)}`,
        md`${limit.categories.join(', ')}`,
        md`${[limit.section, limit.pages].filter((words) => words !== null).join(', ')}`,
        joined([provenance(limit), md`${limit.note ?? ''}`], '. '),
      ]),
  );

const abbreviationPart = (catalogue: GuidelineCatalogue): readonly Markdown[] => [
  md`## Abbreviations`,
  table(
    [md`Abbreviation`, md`Meaning`, md`Known from`],
    catalogue.abbreviations.map((each) => [
      md`${each.forms.join(', ')}`,
      md`${each.meanings.join('; ')}`,
      provenance(each),
    ]),
  ),
];

const statutePart = (catalogue: GuidelineCatalogue): readonly Markdown[] => [
  md`## Rules of law`,
  table(
    [md`Rule`, md`In short`, md`Since`, md`Known from`],
    [...catalogue.statutes.values()].map((each) => [
      md`${each.citation}`,
      md`${each.fact}`,
      md`${each.from === null ? '' : longDate(each.from)}`,
      provenance(each),
    ]),
  ),
];

/** 'IMR letters (not verified)' */
function provenance({ source, certainty }: Provenance): Markdown {
  const words = CERTAINTY_WORDS[certainty];
  if (source === '') return md`${words}`;
  return words === '' ? md`${source}` : md`${source} (*${words}*)`;
}

const remarks = (parts: readonly Markdown[]): Markdown => joined(parts, ' · ');
