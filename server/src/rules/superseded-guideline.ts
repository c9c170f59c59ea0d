import { trustIn } from '../checking/certainty.ts';
import type { Finding, Fix, Rule, Severity } from '../checking/rule.ts';
import type { IsoDate } from '../determination/model/determination.ts';
import { shortDate } from '../determination/readers/dates/calendar.ts';
import type { EditionStatus, GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedGuidelines, standingOf } from '../guidelines/citedGuidelines.ts';
import { type Certainty, type Edition, weakest } from '../guidelines/facts.ts';
import { citeAs } from '../guidelines/words.ts';
import { cover } from '../text/span.ts';
import { isWrongDay } from './support/chronology.ts';
import { quoted } from './support/quoted.ts';

const rule: Rule = {
  name: 'superseded-guideline',
  title: 'An edition that was not in force on the date of the decision',
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
      const found = notInForce(edition, day, status);
      if (found !== null) yield* finding(cited, edition, found, day, guidelines);
    }
  },
};
export default rule;

/** Why an edition may not be cited for a day. */
interface NotInForce {
  /** Goes after 'The 2009 edition': 'ended 7/27/2016'. */
  readonly words: string;
  readonly inForce: Edition | null;
  readonly certainty: Certainty;
  readonly severity: Severity;
}

function notInForce(edition: Edition, day: IsoDate, status: EditionStatus): NotInForce | null {
  const { certainty, toCertainty } = edition;
  const { severity } = rule;
  switch (status.kind) {
    case 'superseded': {
      const words = `ended ${shortDate(status.lastDay)}`;
      const known = edition.to === null ? certainty : weakest([certainty, toCertainty]);
      return { words, inForce: status.replacement, certainty: known, severity };
    }
    case 'not-yet': {
      const { firstDay, inForce } = status;
      const words = firstDay === null ? 'is of a later year' : `began ${shortDate(firstDay)}`;
      return { words, inForce, certainty, severity };
    }
    case 'proposed': {
      if (day >= status.heard) return null;
      const words = `was only proposed (hearing ${shortDate(status.heard)})`;
      return { words, inForce: null, certainty, severity: 'information' };
    }
    default:
      return null;
  }
}

function* finding(
  cited: CitedGuideline,
  edition: Edition,
  { words, inForce, certainty, severity }: NotInForce,
  day: IsoDate,
  guidelines: GuidelineCatalogue,
): Iterable<Finding> {
  const { citation, issue, side } = cited;
  // What the claims administrator relied on is only reported: it is worth a look, not a correction.
  const trust = trustIn(certainty, side === 'claims' ? 'hint' : severity);
  if (trust === null) return;
  const of = side === 'claims' ? 'Denial' : 'Decision';
  const isSure = inForce !== null && guidelines.isKnownToHold(inForce, day);
  const instead =
    inForce === null
      ? 'not in force'
      : `the ${nameOf(inForce, edition)} ${isSure || trust.caution !== '' ? 'applies' : 'may apply'}`;
  const caution = trust.caution === '' ? '' : ' (unverified)';
  yield {
    span: citation.year?.span ?? citation.pagesInDocument?.span ?? citation.title.span,
    message: `The ${citation.year === null ? nameOf(edition, inForce) : `${citation.year.value} edition`} ${words}. ${of} of ${shortDate(day)}: ${instead}${caution}.`,
    issue: issue.index,
    severity: trust.severity,
    ...(inForce === null || !isSure ? {} : { fixes: replacements(cited, edition, inForce) }),
  };
}

/** '2016 edition'; its title, where the year does not distinguish it from the other. */
const nameOf = (edition: Edition, other: Edition | null): string =>
  edition.years[0] === undefined || edition.years[0] === other?.years[0]
    ? quoted(citeAs(edition), 30)
    : `${edition.years[0]} edition`;

/** Pages are those of the old edition: with them, only a person can say what to cite. */
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
      kind: 'judgment',
    },
  ];
}
