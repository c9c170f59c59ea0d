import type { Report } from '../../checking/rule.ts';
import type { Determination } from '../../determination/model/determination.ts';
import { longDate } from '../../determination/readers/dates/calendar.ts';
import {
  type ApplicableLimit,
  applicableWords,
  certaintyOf,
  type GuidelineCatalogue,
} from '../../guidelines/catalogue.ts';
import { type CitedGuideline, citedGuidelines, dayOf, standingOf } from '../../guidelines/citedGuidelines.ts';
import { type Certainty, type Chapter, type Section, usable } from '../../guidelines/facts.ts';
import { limitQuery } from '../../guidelines/limitQuery.ts';
import {
  CERTAINTY_WORDS,
  citeAs,
  daysInForce,
  PUBLISHER_NAMES,
  pagesWords,
  problemWords,
} from '../../guidelines/words.ts';
import { contains } from '../../text/span.ts';
import { bullets, joined, type Markdown, md, NOTHING, paragraphs } from '../markdown.ts';
import type { CardProvider } from './card.ts';

/** On a citation: the guideline, its days in force, the sections cited, the figures for this treatment, and what is wrong. */
export const citationCard: CardProvider = (letter, offset, { guidelines, reports }) => {
  for (const cited of citedGuidelines(letter, guidelines)) {
    if (!contains(cited.citation.span, offset)) continue;
    const parts = [
      title(cited),
      publication(letter, cited, guidelines),
      bullets(cited.resolution.sections.flatMap(({ section }) => (section === null ? [] : [sectionLine(section)]))),
      figures(letter, cited, guidelines),
      bullets(complaints(cited, reports).map((words) => md`⚠ ${words}`)),
      provenance(cited),
    ].filter(({ isEmpty }) => !isEmpty);
    return parts.length < 2 ? null : { span: cited.citation.span, text: paragraphs(parts) };
  }
  return null;
};

/** The most figures that a card shows. */
const MOST_FIGURES = 6;
/** The most that is shown of a source, in characters. */
const SOURCE_SHOWN = 80;

function title({ citation, resolution: { chapter, edition } }: CitedGuideline): Markdown {
  if (edition !== null) return md`**${citeAs(edition)}**`;
  if (chapter === null) return md`**${citation.title.value}**`;
  const publisher = chapter.publisher === 'ODG' && chapter.parent !== null ? 'ODG ' : '';
  return md`**${publisher + chapter.name}**`;
}

function publication(letter: Determination, cited: CitedGuideline, guidelines: GuidelineCatalogue): Markdown {
  const { chapter, edition } = cited.resolution;
  if (chapter === null) return NOTHING;
  const days = edition === null ? '' : daysInForce(edition);
  const told = joined([days === '' ? NOTHING : md`${days}.`, standing(letter, cited, guidelines)], ' ');
  return paragraphs([md`${publisherLine(chapter, cited)}`, told]);
}

function publisherLine({ publisher, regulation }: Chapter, { citation }: CitedGuideline): string {
  const law = regulation === null ? '' : `, ${regulation}`;
  const byAcoem = publisher === 'MTUS' && citation.source === 'ACOEM';
  return byAcoem ? `${PUBLISHER_NAMES.ACOEM}; the MTUS adopts it${law}.` : `${PUBLISHER_NAMES[publisher]}${law}.`;
}

function standing(letter: Determination, cited: CitedGuideline, guidelines: GuidelineCatalogue): Markdown {
  const { side, resolution } = cited;
  const of = side === 'claims' ? 'denial' : 'decision';
  if (resolution.editionBy === 'day') {
    const day = dayOf(letter, side);
    return day === null ? NOTHING : md`The citation names no edition; this one was in force on the day of the ${of}.`;
  }
  const found = standingOf(letter, cited, guidelines);
  if (found === null) return NOTHING;
  const day = `${longDate(found.day)}, the day of the ${of}`;
  const { edition } = resolution;
  const isKnownToHold = edition !== null && guidelines.isKnownToHold(edition, found.day);
  switch (found.status.kind) {
    case 'in-force':
      return md`It may be cited for ${day}${isKnownToHold ? '' : ', as far as known'}.`;
    case 'superseded':
    case 'not-yet':
      return md`**Not in force on ${day}.**`;
    case 'proposed':
      return md`Proposed, with a hearing on ${longDate(found.status.heard)}; whether it was adopted is not known here.`;
    case 'undated':
      return NOTHING;
  }
}

function sectionLine({ name, pages, pagesCertainty }: Section): Markdown {
  const where = pagesWords(pages);
  const doubt = CERTAINTY_WORDS[pagesCertainty];
  if (where === '' || usable(pagesCertainty) === 'nothing') return md`Section “${name}”`;
  return md`Section “${name}”, ${where}${doubt === '' ? NOTHING : md` *(${doubt})*`}`;
}

function figures(
  letter: Determination,
  { issue, side, resolution }: CitedGuideline,
  guidelines: GuidelineCatalogue,
): Markdown {
  const limits = guidelines
    .limitsFor(limitQuery(letter, issue), resolution, dayOf(letter, side))
    .filter(({ limit }) => usable(limit.certainty) !== 'nothing');
  if (limits.length === 0) return NOTHING;
  const more = limits.length > MOST_FIGURES ? [md`and ${limits.length - MOST_FIGURES} more`] : [];
  return md`For this treatment:\n\n${bullets([...limits.slice(0, MOST_FIGURES).map(limitLine), ...more])}`;
}

function limitLine(applicable: ApplicableLimit): Markdown {
  const { limit } = applicable;
  const pages = limit.pages === null ? '' : `, ${/^\d+$/.test(limit.pages) ? 'page' : 'pages'} ${limit.pages}`;
  return md`${applicableWords(applicable)}${pages} — *${trust(certaintyOf(limit, 'visits'), limit.source)}*`;
}

/** What is reported of it, and what is too uncertain to be reported. */
function complaints(cited: CitedGuideline, reports: readonly Report[]): readonly Markdown[] {
  const { span } = cited.citation;
  const reported = reports
    .filter(({ rule }) => rule.category === 'citations')
    .filter((report) => report.span.start >= span.start && report.span.end <= span.end)
    .map(({ message }) => md`${message}`);
  const { edition, problems } = cited.resolution;
  const uncertain = problems
    .filter(({ certainty }) => usable(certainty) === 'hover')
    .map((problem) => md`${problemWords(problem, titleOf(edition, cited))} *(${CERTAINTY_WORDS[problem.certainty]})*`);
  return [...reported, ...uncertain];
}

const titleOf = (edition: CitedGuideline['resolution']['edition'], { citation }: CitedGuideline): string =>
  edition === null ? citation.title.value : citeAs(edition);

function provenance({ resolution: { chapter, edition } }: CitedGuideline): Markdown {
  const fact = edition ?? chapter;
  return fact === null ? NOTHING : md`*Source: ${trust(fact.certainty, fact.source)}*`;
}

const shortened = (source: string): string =>
  source.length <= SOURCE_SHOWN ? source : `${source.slice(0, source.lastIndexOf(' ', SOURCE_SHOWN))} …`;

/** How a source begins that is a list of letters, and what sets their numbers apart from words. */
const BY_LETTERS = 'IMR letter';
const LETTER_NUMBER = ' CM';

function trust(certainty: Certainty, source: string): string {
  const doubt = CERTAINTY_WORDS[certainty];
  const letters = source.startsWith(BY_LETTERS) ? source.split(LETTER_NUMBER).length - 1 : 0;
  const shown = letters > 0 ? `as quoted in ${letters} ${letters === 1 ? 'letter' : 'letters'}` : shortened(source);
  return doubt === '' ? shown : `${shown} (${doubt})`;
}
