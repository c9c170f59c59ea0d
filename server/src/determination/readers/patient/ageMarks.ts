/** Marks and small words around an age. */
export const WHEN: ReadonlySet<string> = new Set(['when', 'while']);

export const isLabelMark = (mark: string): boolean =>
  mark === ':' || mark === '/' || mark === '=' || mark === '-' || mark === '(';
export const CLAUSE_ENDS: ReadonlySet<string> = new Set([',', ';', '.']);
export const ENDS: ReadonlySet<string> = new Set([
  ',',
  '.',
  ';',
  ':',
  ')',
  'who',
  'whose',
  'with',
  'was',
  'is',
  'has',
  'had',
]);
export const OPENING: ReadonlySet<string> = new Set(['(', '"', '“', ':', ',', '[']);
export const CLOSING: ReadonlySet<string> = new Set([
  ',',
  '.',
  ';',
  ':',
  ')',
  '"',
  '”',
  '?',
  '!',
  '/',
  "'",
  '’',
  ']',
  '—',
  '–',
]);
