/**
 * Rule examples: letters with the expected findings marked in place.
 *
 *   === fires: what the example shows            (or `quiet:`, or `near-miss:`)
 *   @letter                                      (a line that stands for the opening of a clean letter, see `SNIPPETS`)
 *   MRI of the left knee: Upheld
 *                 ^^^^ laterality-mismatch warning: words of the message, or of a fix's title
 *
 * A line of carets marks the line above it: from the first caret to after the last one, in UTF-16 characters. A finding
 * that goes on in later lines is marked on its first line only, up to that line's end. Severity and message may be left out.
 */
export interface RuleExample {
  readonly kind: 'fires' | 'quiet' | 'near-miss';
  readonly title: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** 0-based, in the text without its marks. */
  readonly line: number;
  readonly character: number;
  readonly endCharacter: number;
  readonly rule: string;
  readonly severity: string | undefined;
  readonly message: string | undefined;
}

const MARK = /^(\s*)(\^+) ([a-z-]+)(?: (error|warning|information|hint))?(?:: (.*))?$/;
const TITLE = /^=== (fires|quiet|near-miss): (.+)$/;

const HEADER = `Case Number:          CM16-0999001
Date Assigned:        12/07/2016                      Date of Injury:      10/23/2016
Decision Date:        01/04/2017                      UR Denial Date:      11/29/2016
Priority:             Standard                        Application          12/01/2016
                                                      Received:
`;

const HOW_MADE = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Physical Medicine & Rehabilitation
`;

const SUMMARY = `CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the
case file, including all medical records:

The injured worker is a 43 year old female, who sustained an industrial injury on 10-23-2016.
She complained of low back pain. On 11-29-2016, Utilization Review denied the request.
`;

const ISSUES = `IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
`;

const CLEAN_ISSUE = `Acetaminophen 500mg #60: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Acetaminophen (APAP).

Decision rationale: The MTUS recommends acetaminophen for the treatment of chronic pain. She has
shown improvement with this medication. Therefore, the request is medically necessary.
`;

/** What the lines that begin with @ stand for. */
const SNIPPETS: Readonly<Record<string, string>> = {
  '@header': HEADER,
  '@how-made': HOW_MADE,
  '@summary': SUMMARY,
  '@issues': ISSUES,
  '@clean-issue': CLEAN_ISSUE,
  '@letter': [HEADER, HOW_MADE, SUMMARY, ISSUES].join('\n'),
};

export function readRuleExamples(source: string): readonly RuleExample[] {
  const examples: { kind: RuleExample['kind']; title: string; lines: string[] }[] = [];
  for (const line of source.split('\n')) {
    const title = TITLE.exec(line);
    if (title !== null) {
      const kind = title[1] === 'fires' ? 'fires' : title[1] === 'quiet' ? 'quiet' : 'near-miss';
      examples.push({ kind, title: title[2] ?? '', lines: [] });
    } else if (examples.length > 0) {
      examples.at(-1)?.lines.push(...expand(line));
    } else if (line.trim() !== '') {
      throw new Error(`“${line}” stands before the first example.`);
    }
  }
  return examples.map(({ kind, title, lines }) => ({ kind, title, ...withoutMarks(lines) }));
}

function expand(line: string): readonly string[] {
  if (!line.startsWith('@')) return [line];
  const snippet = SNIPPETS[line.trim()];
  if (snippet === undefined)
    throw new Error(`There is no snippet ${line}; there are ${Object.keys(SNIPPETS).join(', ')}.`);
  return snippet.split('\n');
}

function withoutMarks(lines: readonly string[]): { text: string; marks: readonly Mark[] } {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const mark = MARK.exec(line);
    if (mark === null) {
      kept.push(line);
      continue;
    }
    const [, indent = '', carets = '', rule = '', severity, message] = mark;
    const character = indent.length;
    marks.push({ line: kept.length - 1, character, endCharacter: character + carets.length, rule, severity, message });
  }
  return { text: kept.join('\n'), marks };
}
