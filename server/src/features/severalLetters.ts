/** What an editor shows of a file as a whole, where it holds several letters: of one, it is what that letter has. */
import { type DocumentSymbol, type SemanticTokens, SymbolKind } from 'vscode-languageserver-types';
import type { Report } from '../checking/rule.ts';
import { asRead, type Determination, type Letters, letterAt } from '../determination/model/determination.ts';
import type { LetterOverview } from '../protocol/letterOverview.ts';
import { cover } from '../text/span.ts';
import { toRange } from './convert.ts';
import { documentSymbols } from './documentSymbols.ts';
import { letterOverview } from './letterOverview.ts';
import { plain } from './plain.ts';
import { type ColorSettings, semanticTokens } from './semanticTokens.ts';

/** What was found in one of the letters. */
export const reportsOf = (letter: Determination, letters: Letters, reports: readonly Report[]): readonly Report[] =>
  letters.length === 1 ? reports : reports.filter(({ span }) => letterAt(letters, span.start) === letter);

/** The outline: each letter with its own. */
export function outline(letters: Letters): DocumentSymbol[] {
  const [only, ...others] = letters;
  return others.length === 0 ? documentSymbols(only) : letters.flatMap(letterSymbol);
}

function letterSymbol(letter: Determination): readonly DocumentSymbol[] {
  const { text, part, header, sections } = letter;
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return [];
  const caseNumber = asRead(header.caseNumber)?.value;
  return [
    {
      name: caseNumber === undefined ? `Letter ${part}` : `Letter ${part}: ${plain(caseNumber)}`,
      kind: SymbolKind.File,
      range: toRange(text, cover(first.range, last.range)),
      selectionRange: toRange(text, first.heading),
      children: documentSymbols(letter),
    },
  ];
}

/** Each token's place is given relative to the one before. */
export function tokens(letters: Letters, shows: ColorSettings): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  for (const letter of letters) {
    const [first, ...rest] = semanticTokens(letter, shows).data;
    if (first === undefined) continue;
    data.push(first - line, ...rest);
    line = first;
    for (let i = TOKEN_LENGTH - 1; i < rest.length; i += TOKEN_LENGTH) line += rest[i] ?? 0;
  }
  return { data };
}

const TOKEN_LENGTH = 5;

/** The issues of all letters, one after the other. */
export function overview(letters: Letters): LetterOverview | null {
  const [{ text, layout }] = letters;
  const [issues, sections] = [letters.flatMap((letter) => letter.issues), letters.flatMap((letter) => letter.sections)];
  return letterOverview({ text, layout, issues, sections });
}
