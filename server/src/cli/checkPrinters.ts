import type { Determination } from '../determination/model.ts';
import type { Report } from '../rules/support/rule.ts';
import type { CheckedFile } from './checkedFile.ts';
import { checkJson } from './checkJson.ts';
import { checkSarif } from './checkSarif.ts';
import { counted, printArray, printLine } from './output.ts';

/** How `imr check` prints. */
export interface CheckPrinter {
  letter(letter: CheckedFile): void;
  /** @param succeeded whether every file could be read */
  end(succeeded: boolean): void;
}

export const CHECK_PRINTERS: Readonly<Record<'text' | 'json' | 'sarif', () => CheckPrinter>> = {
  text: textPrinter,
  json: jsonPrinter,
  sarif: sarifPrinter,
};

export type CheckFormat = keyof typeof CHECK_PRINTERS;

/** Prints while it goes. */
function textPrinter(): CheckPrinter {
  let letters = 0;
  let findings = 0;
  let putAside = 0;
  return {
    letter({ file, determination, sorted }) {
      letters++;
      findings += sorted.shown.length;
      putAside += sorted.putAside.length;
      for (const report of sorted.shown) printLine(describe(file, determination, report));
    },
    end() {
      const aside = putAside === 0 ? '' : `, ${putAside} put aside`;
      printLine(`${counted(letters, 'letter')} checked, ${counted(findings, 'finding')}${aside}`);
    },
  };
}

function jsonPrinter(): CheckPrinter {
  const results: object[] = [];
  return {
    letter: ({ file, determination, sorted }) => void results.push(checkJson(file, determination, sorted.shown)),
    end: () => printArray(results),
  };
}

function sarifPrinter(): CheckPrinter {
  const letters: CheckedFile[] = [];
  return {
    letter: (letter) => void letters.push(letter),
    end: (succeeded) => printLine(JSON.stringify(checkSarif(letters, succeeded), null, 2)),
  };
}

function describe(file: string, { text }: Determination, { span, severity, message, rule }: Report): string {
  const { line, character } = text.lines.positionAt(span.start);
  return `${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule.name}]`;
}
