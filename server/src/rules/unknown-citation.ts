import { type Trust, trustIn } from '../checking/certainty.ts';
import type { Finding, Fix, Rule } from '../checking/rule.ts';
import { passageOfWords } from '../determination/language.ts';
import { CITATION_WORDS } from '../determination/readers/citations/inWords/words.ts';
import type { CitationProblem, GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedGuidelines, dayOf } from '../guidelines/citedGuidelines.ts';
import { COMPLETE_UNTIL } from '../guidelines/editions.ts';
import type { Edition } from '../guidelines/facts.ts';
import { citeAs, problemWords } from '../guidelines/words.ts';

const rule: Rule = {
  name: 'unknown-citation',
  title: 'A chapter, section, or page that the guideline does not have',
  category: 'citations',
  severity: 'warning',
  yieldsTo: ['placeholder'],
  basis: 'Labor Code 4610.6(e): a reader must be able to look up what the decision relies on.',
  *check(letter, { guidelines }) {
    for (const cited of citedGuidelines(letter, guidelines)) {
      const day = dayOf(letter, cited.side);
      const { chapter, problems } = cited.resolution;
      const inForce = chapter === null || day === null ? null : guidelines.editionInForce(chapter.id, day);
      for (const problem of problems) {
        if (problem.kind === 'unknown-section' && !namesSection(problem.cited.value, cited, guidelines)) continue;
        yield* finding(cited, problem, inForce);
      }
    }
  },
};
export default rule;

/** Words that may be a section's name. Those that begin small, or join two names of which one is known, are not read. */
function namesSection(words: string, { resolution }: CitedGuideline, guidelines: GuidelineCatalogue): boolean {
  if (!/^["“(]?[A-Z0-9]/.test(words) || namesOtherPlace(words)) return false;
  const { edition } = resolution;
  const names = edition === null ? [] : guidelines.sectionsOf(edition).map(({ name }) => name.toLowerCase());
  return !words
    .replaceAll(' and ', ' & ')
    .split(/ & |\//)
    .some((part) => part !== words && names.includes(part.trim().toLowerCase()));
}

/** Other places in a guideline, and words that introduce one: there is no list of these. */
const namesOtherPlace = (words: string): boolean =>
  passageOfWords(words).reading.is(0, CITATION_WORDS['citation other place']);

function* finding(cited: CitedGuideline, problem: CitationProblem, inForce: Edition | null): Iterable<Finding> {
  const { issue, resolution, citation } = cited;
  const trust = trustOf(cited, problem);
  if (trust === null) return;
  const title = resolution.edition === null ? citation.title.value : citeAs(resolution.edition);
  const fixes = correction(problem, inForce);
  yield {
    span: problem.cited.span,
    message: problemWords(problem, title) + trust.caution,
    issue: issue.index,
    severity: trust.severity,
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function trustOf({ side }: CitedGuideline, problem: CitationProblem): Trust | null {
  // What the claims administrator cites is only reported.
  if (isUnfamiliar(problem)) return { severity: side === 'claims' ? 'hint' : 'information', caution: '' };
  return trustIn(problem.certainty, isNew(problem) ? 'information' : rule.severity);
}

const isUnfamiliar = ({ kind }: CitationProblem): boolean =>
  kind === 'unfamiliar-chapter' || kind === 'unfamiliar-year';

/** Titles changed when the catalogue was no longer complete: another title of a newer edition may be right. */
const isNew = (problem: CitationProblem): boolean =>
  problem.kind === 'title-of-other-edition' && (problem.edition.from ?? COMPLETE_UNTIL) > COMPLETE_UNTIL;

/** Only where just one thing can have been meant. */
function correction(problem: CitationProblem, inForce: Edition | null): readonly Fix[] {
  const change = (newText: string): readonly Fix[] => [
    {
      title: `Change “${problem.cited.value}” to “${newText}”`,
      edits: [{ span: problem.cited.span, newText }],
      kind: 'judgment',
    },
  ];
  switch (problem.kind) {
    case 'wrong-length':
      return change(String(problem.lastPage));
    case 'unknown-year':
      return inForce?.years[0] === undefined ? [] : change(String(inForce.years[0]));
    case 'title-of-other-edition':
      return change(problem.edition.title);
    default:
      return [];
  }
}
