import type { AskedIssue, Fared, FaredBy, Precedent, Precedents } from '../protocol/precedents.ts';
import { bodyPartName, CATEGORY_NAMES, listed } from '../rules/support/names.ts';
import type { IssueEntry, LetterEntry } from './letterEntry.ts';
import { likeness } from './likeness.ts';

/** A letter that is looked through: of a file with several, one of them. */
export interface IndexedLetter {
  /** Its address or name. */
  readonly file: string;
  readonly entry: LetterEntry;
}

/** As many as a person reads through. */
const MOST_LISTED = 100;

/**
 * What other letters decided about the same treatment. Pure; the work grows with their number.
 * @param index of the asked issue in its letter, 0-based; null comes back where there is none
 * @param others without the asked letter itself
 */
export function precedents(asked: LetterEntry, index: number, others: Iterable<IndexedLetter>): Precedents | null {
  const issue = asked.issues[index];
  if (issue === undefined) return null;
  const alike: Precedent[] = [];
  const sameCase: Precedent[] = [];
  const counts = new Counts();
  let letters = 0;
  for (const { file, entry } of others) {
    letters++;
    const isSameCase = asked.caseNumber !== null && entry.caseNumber === asked.caseNumber;
    for (const other of entry.issues) {
      const how = likeness(issue, other);
      if (how > 0) counts.add(other);
      if (how === 0 && !isSameCase) continue;
      (isSameCase ? sameCase : alike).push(precedent(file, entry, other, how));
    }
  }
  alike.sort(byLikeness);
  return {
    asked: askedIssue(issue, index),
    letters,
    fared: counts.all,
    byGuideline: counts.byGuideline(),
    byMissing: counts.byMissing(),
    sameCase: sameCase.sort(byLikeness),
    alike: alike.slice(0, MOST_LISTED),
    notListed: Math.max(0, alike.length - MOST_LISTED),
  };
}

/** An issue of one of the letters of a file. */
export interface IssuePlace {
  readonly entry: LetterEntry;
  /** Of the issue in its letter, 0-based. */
  readonly index: number;
}

/** The issue that holds a line; null where none does. 1-based lines. */
export function issueAt(entries: readonly LetterEntry[], line: number): IssuePlace | null {
  for (const entry of entries) {
    const index = entry.issues.findIndex((issue) => issue.line <= line && line <= issue.endLine);
    if (index >= 0) return { entry, index };
  }
  return null;
}

function askedIssue(issue: IssueEntry, index: number): AskedIssue {
  const { category, names, drugClasses, bodyParts, treatment } = issue;
  const name = names.length > 0 ? listed(names) : CATEGORY_NAMES[category];
  const drugs = drugClasses.filter((each) => !names.includes(each));
  const parts = bodyParts.length > 0 && category !== 'medication' ? `, ${listed(bodyParts.map(bodyPartName))}` : '';
  return { number: index + 1, treatment, kind: `${name}${drugs.length > 0 ? ` (${listed(drugs)})` : ''}${parts}` };
}

function precedent(file: string, { caseNumber, decisionDate }: LetterEntry, issue: IssueEntry, how: number): Precedent {
  const { line, treatment, decision, visits, guidelines, conclusion, missing } = issue;
  return {
    file,
    line,
    caseNumber,
    decisionDate,
    treatment,
    decision,
    visits,
    guidelines,
    conclusion,
    missing,
    likeness: how,
  };
}

/** The most alike first; of those that are equally so the latest, then the order of the names. */
const byLikeness = (a: Precedent, b: Precedent): number =>
  b.likeness - a.likeness ||
  compare(b.decisionDate ?? '', a.decisionDate ?? '') ||
  compare(a.file, b.file) ||
  a.line - b.line;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Count = { upheld: number; overturned: number; undecided: number };

/** How issues fared. */
class Counts {
  readonly #all: Count = { upheld: 0, overturned: 0, undecided: 0 };
  readonly #guidelines = new Map<string, Count>();
  readonly #missing = new Map<string, Count>();

  add({ decision, guidelines, missing }: IssueEntry): void {
    this.#all[decision ?? 'undecided']++;
    for (const [map, names] of [
      [this.#guidelines, guidelines],
      [this.#missing, missing],
    ] as const) {
      for (const name of names) {
        const count = map.get(name) ?? { upheld: 0, overturned: 0, undecided: 0 };
        map.set(name, count);
        count[decision ?? 'undecided']++;
      }
    }
  }

  get all(): Fared {
    return this.#all;
  }

  byGuideline(): readonly FaredBy[] {
    return ranked(this.#guidelines);
  }

  byMissing(): readonly FaredBy[] {
    return ranked(this.#missing);
  }
}

const ranked = (counts: ReadonlyMap<string, Count>): readonly FaredBy[] =>
  [...counts]
    .map(([what, count]) => ({ what, ...count }))
    .sort((a, b) => total(b) - total(a) || compare(a.what, b.what));

const total = ({ upheld, overturned, undecided }: Fared): number => upheld + overturned + undecided;
