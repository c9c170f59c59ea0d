import type { Report } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import type { CheckedFile } from './checkedFile.ts';
import { checkJson } from './checkJson.ts';
import { checkSarif } from './checkSarif.ts';
import { counted, inOneLine, printArray, printLine } from './output.ts';

/** How `imr check` prints. */
export interface CheckPrinter {
  letter(letter: CheckedFile): void;
  /** @param file null for one that was found only, and that nobody named */
  noLetter(file: string | null): void;
  unreadable(): void;
  /** @param succeeded whether every file could be read and checked */
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
  let others = 0;
  let unread = 0;
  return {
    letter({ file, determination, sorted }) {
      letters++;
      findings += sorted.shown.length;
      putAside += sorted.putAside.length;
      for (const report of sorted.shown) printLine(describe(file, determination, report));
    },
    noLetter: () => void others++,
    unreadable: () => void unread++,
    end() {
      const aside = putAside === 0 ? '' : `, ${putAside} put aside`;
      const parts = [
        `${counted(letters, 'letter')} checked, ${counted(findings, 'finding')}${aside}`,
        ...(others === 0 ? [] : [`${counted(others, 'other file is no letter', 'other files are no letters')}`]),
        ...(unread === 0 ? [] : [`${counted(unread, 'file')} could not be read`]),
      ];
      printLine(parts.join('; '));
    },
  };
}

function jsonPrinter(): CheckPrinter {
  const results: object[] = [];
  return {
    letter: ({ file, determination, sorted }) => void results.push(checkJson(file, determination, sorted.shown)),
    noLetter: (file) => void (file === null || results.push({ file, diagnostics: [] })),
    unreadable: () => {},
    end: () => printArray(results),
  };
}

function sarifPrinter(): CheckPrinter {
  const letters: CheckedFile[] = [];
  return {
    letter: (letter) => void letters.push(letter),
    noLetter: () => {},
    unreadable: () => {},
    end: (succeeded) => printLine(JSON.stringify(checkSarif(letters, succeeded), null, 2)),
  };
}

function describe(file: string, { text }: Determination, { span, severity, message, rule }: Report): string {
  const { line, character } = text.lines.positionAt(span.start);
  return inOneLine(`${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule.name}]`);
}
