import { type ExplainedSentences, explainSentence as explained } from '../determination/explainSentence.ts';
import { EXIT_OK, type ExitStatus } from './exitStatus.ts';
import { inOneLine, STANDARD_OUTPUT } from './output.ts';

export interface ExplainSentenceOptions {
  readonly format: 'text' | 'json';
  /** The treatment in dispute, as a heading names it. */
  readonly treatment: string;
}

/** `imr explain-sentence`: prints how a sentence of a rationale is understood. Returns the exit status. */
export function explainSentence(sentences: string, { format, treatment }: ExplainSentenceOptions): ExitStatus {
  const explanation = explained(sentences, treatment);
  STANDARD_OUTPUT.write(format === 'json' ? `${JSON.stringify(explanation, null, 2)}\n` : asText(explanation));
  return EXIT_OK;
}

function asText({ clauses, statements, conclusion, unread }: ExplainedSentences): string {
  return [
    'Clauses',
    ...clauses.map(
      ({ kind, words, verb }) => `  ${kind}: ${quoted(words)}${verb === null ? '' : `, verb ${quoted(verb)}`}`,
    ),
    'Statements',
    ...(statements.length === 0 ? ['  none'] : statements.flatMap(statementLines)),
    `Conclusion: ${conclusion}`,
    ...unread.map((words) => `  not understood: ${quoted(words)}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function statementLines({
  words,
  isFor,
  subject,
  construction,
  notes,
  dropped,
}: ExplainedSentences['statements'][number]): readonly string[] {
  const by = construction === null ? '' : ` (${construction})`;
  return [
    `  ${quoted(words)}, said of ${subject}: ${isFor ? 'for' : 'against'} the treatment${by}`,
    `      ${notes.join(' × ')}`,
    ...(dropped === null ? [] : [`      no conclusion: ${dropped}`]),
  ];
}

const quoted = (words: string): string => `“${inOneLine(words)}”`;
