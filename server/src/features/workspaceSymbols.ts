import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { IndexedLetter } from '../precedents/precedents.ts';
import { plain } from './plain.ts';

/** An editor ranks what it is given, and shows some hundred. */
const MOST = 1000;

/**
 * The cases and treatments of many letters that a query may mean: all whose words hold the query's letters in their order,
 * each of its words by itself. 'upheld mri' finds every MRI that was upheld, 'cm16-02' every such case.
 */
export function workspaceSymbols(letters: Iterable<IndexedLetter>, query: string): WorkspaceSymbol[] {
  const words = query
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
  const symbols: WorkspaceSymbol[] = [];
  const offer = (file: string, line: number, name: string, kind: SymbolKind, containerName: string): void => {
    const text = `${name} ${containerName}`.toLowerCase();
    if (symbols.length >= MOST || !words.every((word) => holdsInOrder(text, word))) return;
    const place = { line: line - 1, character: 0 };
    symbols.push({
      name: plain(name),
      kind,
      containerName: plain(containerName),
      location: { uri: file, range: { start: place, end: place } },
    });
  };
  for (const { file, entry } of letters) {
    const { line: first, caseNumber, decisionDate, issues } = entry;
    const fileName = nameOf(file);
    if (caseNumber !== null) {
      offer(file, first, caseNumber, SymbolKind.File, decisionDate === null ? fileName : `decided ${decisionDate}`);
    }
    for (const { treatment, decision, line } of issues) {
      const decided = decision === null ? 'no decision' : decision === 'upheld' ? 'Upheld' : 'Overturned';
      const kind = decision === null ? SymbolKind.Null : decision === 'upheld' ? SymbolKind.Constant : SymbolKind.Event;
      offer(file, line, `${treatment === '' ? '(no heading)' : treatment}: ${decided}`, kind, caseNumber ?? fileName);
    }
    if (symbols.length >= MOST) break;
  }
  return symbols;
}

/** Whether the characters of a word are all there, in their order. */
function holdsInOrder(text: string, word: string): boolean {
  let at = 0;
  for (const character of word) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
