import { type Clause, clausesOf } from '../language/clauses.ts';
import type { Passage } from '../language/reading.ts';
import { LetterText } from '../text/letterText.ts';
import { passageOf } from './language.ts';
import type { Conclusion } from './model/determination.ts';
import { headingIn, readConclusion } from './readers/conclusion/conclusion.ts';
import { SUBJECTS } from './readers/conclusion/explain.ts';
import type { Statement } from './readers/conclusion/statements/statement.ts';
import { statementsIn } from './readers/conclusion/statements/statements.ts';
import { wholeSentences } from './readers/conclusion/statements/wholeSentences.ts';

/** How a sentence of a rationale is understood, step by step. */
export interface ExplainedSentences {
  readonly clauses: readonly ExplainedClause[];
  readonly statements: readonly ExplainedStatement[];
  /** What a rationale of these words alone concludes. */
  readonly conclusion: Conclusion['kind'];
  /** Sentences that seem to conclude something, and are not understood. */
  readonly unread: readonly string[];
}

interface ExplainedClause {
  readonly kind: Clause['kind'];
  readonly words: string;
  /** Its finite verb; null where it has none. */
  readonly verb: string | null;
}

interface ExplainedStatement {
  /** The words that rate, grant or withhold. */
  readonly words: string;
  readonly isFor: boolean;
  /** Whom or what it is said of, in plain English. */
  readonly subject: string;
  /** The id of the construction that reads it; null where it is read without one. */
  readonly construction: string | null;
  /** How the sign comes about, in plain English. */
  readonly notes: readonly string[];
  /** Why it is not a conclusion of the reviewer’s; null where it is one. */
  readonly dropped: Statement['dropped'];
}

/**
 * Reads sentences as a rationale by themselves, and says how.
 * @param treatment the treatment in dispute, as a heading names it; the sentences may be about another
 */
export function explainSentence(sentences: string, treatment: string): ExplainedSentences {
  const { prose } = new LetterText(`${treatment}\n\n${sentences}`);
  const heading = prose.slice(0, new LetterText(treatment).prose.length);
  const rationale = prose.slice(heading.length);
  const passage = passageOf(rationale);
  const { kind, unread } = readConclusion(rationale, heading);
  return {
    clauses: wholeSentences(passage).flatMap((sentence) =>
      clausesOf(passage.reading, sentence).map((clause) => explainedClause(passage, clause)),
    ),
    statements: statementsIn(passage, headingIn(heading)).map((statement) => explainedStatement(passage, statement)),
    conclusion: kind,
    unread: unread.map(({ text }) => text),
  };
}

const explainedClause = ({ reading: { tokens } }: Passage, { kind, first, end, verb }: Clause): ExplainedClause => ({
  kind,
  words: tokens.slice(first, end),
  verb: verb < end ? tokens.written(verb) : null,
});

const explainedStatement = ({ reading: { tokens } }: Passage, statement: Statement): ExplainedStatement => ({
  words: tokens.slice(statement.first, statement.end),
  isFor: statement.sign > 0,
  subject: SUBJECTS[statement.subject.kind],
  construction: statement.construction?.id ?? null,
  notes: statement.notes,
  dropped: statement.dropped,
});
