import type { Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import data from './data/specialties.json' with { type: 'json' };
import { CATEGORY_NAMES } from './support/names.ts';
import { shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'reviewer-specialty',
  title: 'The disputed treatment is outside the reviewer’s specialty',
  category: 'structure',
  severity: 'hint',
  basis:
    'Labor Code 139.5 and 4610.6(f): a reviewer knows how to treat the condition, and the letter states his or her qualifications.',
  *check({ reviewer: { specialties }, issues }) {
    const fields = specialties.map(({ value }) => FIELDS.get(plain(value)));
    const [first] = specialties;
    if (first === undefined || fields.some((field) => field === undefined)) return;
    const outside = issues.filter((issue) => !fields.some((field) => field === undefined || decides(field, issue)));
    const [issue] = outside;
    if (issue === undefined) return;
    const what = CATEGORY_NAMES[issue.category];
    const parts = issue.bodyParts.map(({ value }) => value.replace('-', ' '));
    yield {
      span: first.span,
      message: `Specialty: ${shortened(first.value, 30)}; issue ${issue.index + 1} is about ${what}${parts.length === 0 ? '' : ` (${shortened(parts.join(', '), 16)})`}.`,
      issue: null,
      related: outside.map(({ request, index }) => ({
        span: request.treatment.range,
        message: `Issue ${index + 1} belongs to another specialty.`,
      })),
    };
  },
};
export default rule;

type Field = (typeof data)[number];

/** The specialties whose scope is limited by law or by their board; about any other, nothing is known. */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  data.flatMap((field) => field.names.map((name) => [name, field] as const)),
);

const plain = (specialty: string): string => specialty.toLowerCase().trim();

/** Where an issue's kind or part of the body is not known, any specialty may decide it. */
function decides({ decides: categories, bodyParts }: Field, issue: DisputedIssue): boolean {
  if (categories !== null && issue.category !== 'other') return categories.some((each) => each === issue.category);
  if (bodyParts === null || issue.bodyParts.length === 0) return true;
  return issue.bodyParts.some(({ value }) => bodyParts.some((part) => part === value));
}
