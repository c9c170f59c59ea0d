import type { FileReport, LetterReport } from './fileReport.ts';
import { html, type Markup } from './html.ts';
import { type LetterOptions, letterRow, lettersSection } from './letterTable.ts';
import { NO_SCRIPT_STYLE, NO_SCRIPT_STYLE_HASH, SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page/assets.ts';
import {
  atAGlance,
  decisionsSection,
  leftOutSection,
  lookFirstSection,
  notReadSection,
  rulesSection,
  wordingSwitch,
} from './sections.ts';
import { Counting } from './totals.ts';
import { counted } from './words.ts';
import type { ReportWriter, Run } from './writer.ts';

/** How a page shows what it is about. */
export interface HtmlOptions {
  /** What was asked about, as the page calls it: 'letters/2026'. */
  readonly about: string;
  /** `LetterOptions` */
  readonly opensLetters: boolean;
}

/**
 * The report as one page: nothing is loaded from anywhere, and no style or script but its own is obeyed. It shows all of
 * itself without the script, too. The reports are kept until the end, as the totals are above the letters.
 */
export function htmlWriter(options: HtmlOptions): ReportWriter {
  const letters: LetterReport[] = [];
  const counting = new Counting();
  return {
    begin: () => '',
    add(report: FileReport) {
      counting.add(report);
      if (report.kind === 'letter') letters.push(report);
      return '';
    },
    end: (run) => page(letters, counting, run, options),
  };
}

/** The script shows more when it is asked to; without it, all are shown. */
const SHOWN_AT_FIRST = 500;

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}' '${NO_SCRIPT_STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;

function* page(
  letters: readonly LetterReport[],
  counting: Counting,
  run: Run,
  { about, opensLetters }: HtmlOptions,
): Iterable<string> {
  const totals = counting.totals(run);
  const options: LetterOptions = { opensLetters, folder: commonFolder(letters.map(({ file }) => file)) };
  // The style and the script go in as they are: the policy knows them by their hashes.
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${html`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`.html}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>IMR letters: report</title>
<style>${STYLE}</style>
<noscript><style>${NO_SCRIPT_STYLE}</style></noscript>
</head>
<body>
`;
  const top: readonly (Markup | null)[] = [
    html`<header>
<h1>IMR letters: report</h1>
<p class="faint">${counted(totals.letters, 'letter')} in <bdi>${about}</bdi>, checked on ${run.made} with imr ${run.version} on this computer.</p>
<p class="skip"><a href="#letters">Go to the letters</a></p>
</header>
`,
    html`<main>
`,
    wordingSwitch(totals),
    atAGlance(totals),
    lookFirstSection(totals, options),
    decisionsSection(totals),
    rulesSection(totals),
    notReadSection(totals),
    leftOutSection(totals),
  ];
  for (const section of top) if (section !== null) yield section.html;
  const [before, after] = lettersSection(letters, totals);
  yield before.html;
  for (const [i, letter] of letters.entries()) yield letterRow(letter, i >= SHOWN_AT_FIRST, options).html;
  yield `${after.html}</main>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

/** The path of the folder that all files lie in, with what parts it from them; empty where there is none. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let length = folderLength(first);
  for (const file of others) {
    while (length > 0 && !file.startsWith(first.slice(0, length))) length = folderLength(first.slice(0, length - 1));
  }
  return first.slice(0, length);
}

const folderLength = (path: string): number => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
