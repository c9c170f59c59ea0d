import { longDate } from '../../determination/calendar.ts';
import type { Determination } from '../../determination/model.ts';
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
import { RULES } from '../../rules/index.ts';
import { contains } from '../../text/span.ts';
import type { CardProvider } from './card.ts';

/** On a citation: the guideline, its days in force, the sections cited, the figures for this treatment, and what is wrong. */
export const citationCard: CardProvider = (letter, offset, guidelines) => {
  for (const cited of citedGuidelines(letter, guidelines)) {
    if (!contains(cited.citation.span, offset)) continue;
    const parts = [
      title(cited),
      publication(letter, cited, guidelines),
      bullets(cited.resolution.sections.flatMap(({ section }) => (section === null ? [] : sectionLine(section)))),
      figures(letter, cited, guidelines),
      bullets(complaints(letter, cited, guidelines).map((words) => `⚠ ${words}`)),
      provenance(cited),
    ].filter((part) => part !== '');
    return parts.length < 2 ? null : { span: cited.citation.span, text: parts.join('\n\n') };
  }
  return null;
};

/** More figures than this tell nobody anything. */
const MOST_FIGURES = 6;
/** A source is shown up to here, in characters. */
const SOURCE_SHOWN = 80;
const CITATION_RULES = RULES.filter(({ category }) => category === 'citations');

function title({ citation, resolution: { chapter, edition } }: CitedGuideline): string {
  if (edition !== null) return `**${plain(citeAs(edition))}**`;
  if (chapter === null) return `**${plain(citation.title.value)}**`;
  const publisher = chapter.publisher === 'ODG' && chapter.parent !== null ? 'ODG ' : '';
  return `**${plain(publisher + chapter.name)}**`;
}

function publication(letter: Determination, cited: CitedGuideline, guidelines: GuidelineCatalogue): string {
  const { chapter, edition } = cited.resolution;
  if (chapter === null) return '';
  const days = edition === null ? '' : daysInForce(edition);
  const told = [days === '' ? '' : `${days}.`, standing(letter, cited, guidelines)].filter((part) => part !== '');
  return [publisherLine(chapter, cited), told.join(' ')].filter((part) => part !== '').join('\n\n');
}

function publisherLine({ publisher, regulation }: Chapter, { citation }: CitedGuideline): string {
  const law = regulation === null ? '' : `, ${regulation}`;
  const byAcoem = publisher === 'MTUS' && citation.source === 'ACOEM';
  return byAcoem ? `${PUBLISHER_NAMES.ACOEM}; the MTUS adopts it${law}.` : `${PUBLISHER_NAMES[publisher]}${law}.`;
}

function standing(letter: Determination, cited: CitedGuideline, guidelines: GuidelineCatalogue): string {
  const { side, resolution } = cited;
  const of = side === 'claims' ? 'denial' : 'decision';
  if (resolution.editionBy === 'day') {
    const day = dayOf(letter, side);
    return day === null ? '' : `The citation names no edition; this one was in force on the day of the ${of}.`;
  }
  const found = standingOf(letter, cited, guidelines);
  if (found === null) return '';
  const day = `${longDate(found.day)}, the day of the ${of}`;
  const { edition } = resolution;
  const isKnownToHold = edition !== null && guidelines.isKnownToHold(edition, found.day);
  switch (found.status.kind) {
    case 'in-force':
      return `It may be cited for ${day}${isKnownToHold ? '' : ', as far as known'}.`;
    case 'superseded':
    case 'not-yet':
      return `**Not in force on ${day}.**`;
    case 'proposed':
      return `Proposed, with a hearing on ${longDate(found.status.heard)}; whether it was adopted is not known here.`;
    case 'undated':
      return '';
  }
}

function sectionLine({ name, pages, pagesCertainty }: Section): readonly string[] {
  const where = pagesWords(pages);
  const doubt = CERTAINTY_WORDS[pagesCertainty];
  if (where === '' || usable(pagesCertainty) === 'nothing') return [`Section “${plain(name)}”`];
  return [`Section “${plain(name)}”, ${where}${doubt === '' ? '' : ` *(${doubt})*`}`];
}

function figures(letter: Determination, { issue, side, resolution }: CitedGuideline, guidelines: GuidelineCatalogue) {
  const limits = guidelines
    .limitsFor(limitQuery(letter, issue), resolution, dayOf(letter, side))
    .filter(({ limit }) => usable(limit.certainty) !== 'nothing');
  if (limits.length === 0) return '';
  const more = limits.length > MOST_FIGURES ? [`and ${limits.length - MOST_FIGURES} more`] : [];
  return `For this treatment:\n\n${bullets([...limits.slice(0, MOST_FIGURES).map(limitLine), ...more])}`;
}

function limitLine(applicable: ApplicableLimit): string {
  const { limit } = applicable;
  const pages = limit.pages === null ? '' : `, ${/^\d+$/.test(limit.pages) ? 'page' : 'pages'} ${limit.pages}`;
  return `${plain(applicableWords(applicable))}${pages} — *${trust(certaintyOf(limit, 'visits'), limit.source)}*`;
}

/** What is reported of it, and what is too uncertain to be reported. */
function complaints(letter: Determination, cited: CitedGuideline, guidelines: GuidelineCatalogue): readonly string[] {
  const { span } = cited.citation;
  const context = { guidelines, dictionary: null };
  const reported = CITATION_RULES.flatMap((rule) => [...rule.check(letter, context)])
    .filter((finding) => finding.span.start >= span.start && finding.span.end <= span.end)
    .map(({ message }) => message);
  const { edition, problems } = cited.resolution;
  const uncertain = problems
    .filter(({ certainty }) => usable(certainty) === 'hover')
    .map((problem) => `${problemWords(problem, titleOf(edition, cited))} *(${CERTAINTY_WORDS[problem.certainty]})*`);
  return [...reported, ...uncertain].map(plain);
}

const titleOf = (edition: CitedGuideline['resolution']['edition'], { citation }: CitedGuideline): string =>
  edition === null ? citation.title.value : citeAs(edition);

function provenance({ resolution: { chapter, edition } }: CitedGuideline): string {
  const fact = edition ?? chapter;
  return fact === null ? '' : `*Source: ${trust(fact.certainty, fact.source)}*`;
}

function trust(certainty: Certainty, source: string): string {
  const doubt = CERTAINTY_WORDS[certainty];
  const shown = source.length <= SOURCE_SHOWN ? source : `${source.slice(0, source.lastIndexOf(' ', SOURCE_SHOWN))} …`;
  return plain(doubt === '' ? shown : `${shown} (${doubt})`);
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Words of a letter or of an organisation's file mean themselves, not Markdown. */
const plain = (words: string): string => words.replace(/[\\`_[\]<>#|]/g, '\\$&');
