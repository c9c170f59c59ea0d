import { longDate } from '../determination/calendar.ts';
import type { IsoDate } from '../determination/model.ts';
import { type CitedGuideline, citedGuidelines, standingOf } from '../guidelines/citedGuidelines.ts';
import type { Edition } from '../guidelines/facts.ts';
import { citeAs } from '../guidelines/words.ts';
import { cover } from '../text/span.ts';
import { trustIn } from './support/certainty.ts';
import { isWrongDay } from './support/chronology.ts';
import type { Finding, Fix, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'superseded-guideline',
  title: 'An edition that was not in force on the day of the decision',
  category: 'citations',
  severity: 'warning',
  basis:
    '8 CCR 9792.20 and following: each edition of the MTUS applies from its effective date until the next one replaces it.',
  *check(letter, { guidelines }) {
    for (const cited of citedGuidelines(letter, guidelines)) {
      const { edition } = cited.resolution;
      const standing = standingOf(letter, cited, guidelines);
      if (edition === null || standing === null) continue;
      const { day, status } = standing;
      if (isWrongDay(letter, day)) continue;
      if (status.kind === 'superseded') {
        yield* finding(cited, edition, `was in force until ${longDate(status.lastDay)}`, day, status.replacement);
      } else if (status.kind === 'not-yet') {
        const since =
          status.firstDay === null ? 'is of a later year' : `is in force only since ${longDate(status.firstDay)}`;
        yield* finding(cited, edition, since, day, status.inForce);
      }
    }
  },
};
export default rule;

function* finding(
  cited: CitedGuideline,
  edition: Edition,
  when: string,
  day: IsoDate,
  inForce: Edition | null,
): Iterable<Finding> {
  const { citation, issue, side } = cited;
  // What the claims administrator relied on is told as it was: it is worth a look, not a correction.
  const trust = trustIn(edition.certainty, side === 'claims' ? 'information' : rule.severity);
  if (trust === null) return;
  const of = side === 'claims' ? 'denial' : 'decision';
  const instead = inForce === null ? 'it was not' : `${citeAs(inForce)} was`;
  yield {
    span: citation.year?.span ?? citation.pagesInDocument?.span ?? citation.title.span,
    message: `${citeAs(edition)} ${when}; on ${longDate(day)}, the day of the ${of}, ${instead}.${trust.caution}`,
    issue: issue.index,
    severity: trust.severity,
    ...(inForce === null ? {} : { fixes: replacements(cited, edition, inForce) }),
  };
}

/** Pages are those of the old edition: with them, only a person can tell what to cite. */
function replacements({ citation, side }: CitedGuideline, edition: Edition, inForce: Edition): readonly Fix[] {
  const { title, year, pages } = citation;
  const newYear = inForce.years[0];
  if (side === 'claims' || year === null || newYear === undefined || pages.length > 0) return [];
  const sameTitle = edition.title === inForce.title;
  return [
    {
      title: `Cite ${citeAs(inForce)}`,
      edits: [
        sameTitle
          ? { span: year.span, newText: String(newYear) }
          : { span: cover(title.span, year.span), newText: citeAs(inForce) },
      ],
      kind: 'judgement',
    },
  ];
}
