import { trustIn } from '../checking/certainty.ts';
import type { Finding, Rule } from '../checking/rule.ts';
import type { Citation, DisputedIssue } from '../determination/model/determination.ts';
import { isBeforeSurgery } from '../determination/readers/shared/cues.ts';
import { drugClassesIn, drugClassesOfSection } from '../determination/readers/treatments/drugClasses.ts';
import { bodyPartsMeet } from '../guidelines/bodyParts.ts';
import type { GuidelineCatalogue, Resolution, Subject } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedInIssue } from '../guidelines/citedGuidelines.ts';
import { type Certainty, type Section, weakest } from '../guidelines/facts.ts';
import { citeAs } from '../guidelines/words.ts';
import { cover, type Span } from '../text/span.ts';
import { bodyPartName, CATEGORY_NAMES, listed } from './support/names.ts';
import { quoted, shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'citation-mismatch',
  title: 'The cited guideline is about another treatment or body part',
  category: 'citations',
  severity: 'warning',
  basis: 'Labor Code 4610.6(e): the findings are tied to the guidelines that apply to the treatment in dispute.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      // What is cited may be about another item of the list.
      if (issue.sharesParts) continue;
      const cited = [...citedInIssue(letter, issue, guidelines)];
      for (const each of cited) {
        const wrong = otherPart(each, guidelines);
        if (wrong !== null) yield* finding(each, wrong);
      }
      yield* otherTreatment(
        cited.filter(({ side }) => side === 'reviewer'),
        guidelines,
      );
    }
  },
};
export default rule;

interface Mismatch {
  readonly span: Span;
  readonly message: string;
  readonly certainty: Certainty;
}

function* finding({ issue, side }: CitedGuideline, { span, message, certainty }: Mismatch): Iterable<Finding> {
  // What the claims administrator cites is only reported.
  const trust = trustIn(certainty, side === 'claims' ? 'hint' : rule.severity);
  if (trust === null) return;
  yield {
    span,
    message: message + trust.caution,
    issue: issue.index,
    severity: trust.severity,
    related: [{ span: issue.request.treatment.range, message: 'The treatment in dispute.' }],
  };
}

/** Low Back Complaints for an MRI of the knee. */
function otherPart({ issue, citation, resolution }: CitedGuideline, guidelines: GuidelineCatalogue): Mismatch | null {
  const { chapter, sections } = resolution;
  const subject = guidelines.subjectOf(resolution);
  if (chapter === null || subject.bodyParts.length === 0 || issue.bodyParts.length === 0) return null;
  // A film of the chest before an operation on the shoulder is cited under the shoulder.
  if (fitsPart(issue, subject) || isBeforeSurgery(issue.heading)) return null;
  const parts = [...new Set(issue.bodyParts.map(({ value }) => bodyPartName(value)))];
  return {
    span: citation.year === null ? citation.title.span : cover(citation.title.span, citation.year.span),
    message: `${shortened(nameOf(citation, resolution), 40)} is about the ${shortened(listed(subject.bodyParts.map(bodyPartName)), 30)}, not the ${shortened(listed(parts), 30)}.`,
    certainty: weakest([chapter.certainty, ...sections.flatMap(({ section }) => section?.certainty ?? [])]),
  };
}

function fitsPart({ bodyParts, category }: DisputedIssue, { bodyParts: about, alsoCitedFor }: Subject): boolean {
  const parts = bodyParts.map(({ value }) => value);
  if (bodyPartsMeet(about, parts) || alsoCitedFor.some((part) => parts.includes(part))) return true;
  // A study of the nerves of a leg is about the back they come from, whatever part of the leg it is of.
  return category === 'diagnostic-test' && bodyPartsMeet(alsoCitedFor, parts);
}

/** Thermography for infrared therapy, in a part that cites nothing that fits. */
function* otherTreatment(cited: readonly CitedGuideline[], guidelines: GuidelineCatalogue): Iterable<Finding> {
  const mismatches = cited.map((each) => categoryMismatch(each, guidelines) ?? drugMismatch(each));
  if (mismatches.some((mismatch) => mismatch === null)) return;
  for (const [i, mismatch] of mismatches.entries()) {
    const each = cited[i];
    if (each !== undefined && mismatch !== null) yield* finding(each, mismatch);
  }
}

function categoryMismatch(
  { issue, citation, resolution }: CitedGuideline,
  guidelines: GuidelineCatalogue,
): Mismatch | null {
  const { category } = issue;
  const { categories } = guidelines.subjectOf(resolution);
  if (category === 'other' || categories.length === 0 || categories.includes(category)) return null;
  const of = resolution.sections.length === 0 ? shortened(nameOf(citation, resolution), 40) : sectionNames(resolution);
  return {
    span: sectionsSpan(citation),
    message: `${of} ${resolution.sections.length > 1 ? 'are' : 'is'} not about ${CATEGORY_NAMES[category]}, the disputed issue.`,
    certainty: certaintyOf(resolution),
  };
}

/** Proton pump inhibitors for famotidine: sections that are named after a class, and do not list the drug in dispute. */
function drugMismatch({ issue, citation, resolution }: CitedGuideline): Mismatch | null {
  if (issue.category !== 'medication' || resolution.sections.length === 0) return null;
  const classes: string[] = [];
  for (const { section } of resolution.sections) {
    const ofSection = section === null ? null : classesOf(section);
    if (ofSection === null) return null;
    classes.push(...ofSection);
  }
  const { treatment } = issue.request;
  const drugs = drugClassesIn(treatment);
  // A patch or cream may be cited under its drug or under what is put on the skin.
  if (drugs.length === 0 || drugs.some((drug) => drug.startsWith('topical') || classes.includes(drug))) return null;
  return {
    span: sectionsSpan(citation),
    message: `${sectionNames(resolution)} ${resolution.sections.length > 1 ? 'do' : 'does'} not cover ${quoted(treatment.text, 26)}.`,
    certainty: certaintyOf(resolution),
  };
}

const knownClasses = new WeakMap<Section, { readonly classes: readonly string[] | null }>();

/** The classes of drugs that a section is about; null where its name does not say. */
function classesOf(section: Section): readonly string[] | null {
  const known = knownClasses.get(section);
  if (known !== undefined) return known.classes;
  const classes = drugClassesOfSection(section.name, section.terms);
  knownClasses.set(section, { classes });
  return classes;
}

/** Where there are several, the marked words show which. */
function sectionNames({ sections }: Resolution): string {
  const [first, second] = sections;
  if (first === undefined) return '';
  return second === undefined ? quoted(first.section?.name ?? first.cited.value, 36) : 'The sections cited';
}

function sectionsSpan({ sections, span }: Citation): Span {
  const [first] = sections;
  const last = sections.at(-1);
  return first === undefined || last === undefined ? span : cover(first.span, last.span);
}

const nameOf = ({ title, source }: Citation, { edition, chapter }: Resolution): string =>
  edition === null ? `${source === 'ODG' ? 'ODG ' : ''}${chapter?.name ?? title.value}` : citeAs(edition);

const certaintyOf = ({ chapter, sections }: Resolution): Certainty =>
  weakest([
    ...(sections.length === 0 && chapter !== null ? [chapter.certainty] : []),
    ...sections.flatMap(({ section }) => section?.certainty ?? []),
  ]);
