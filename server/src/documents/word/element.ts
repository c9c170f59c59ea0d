/** What the library reads out of a Word file: elements in elements. Only what is used here is named. */
export interface Element {
  readonly type: string;
  readonly children: readonly Element[];
  /** The characters of a `text`. */
  readonly value: string;
  readonly isAllCaps: boolean;
  readonly isChecked: boolean;
  /** Of a `break`. */
  readonly breakType: 'line' | 'page' | 'column' | null;
  readonly styleName: string;
  /** Of a paragraph that is an item of a list. */
  readonly numbering: Numbering | null;
  /** Which note a `noteReference` leads to. */
  readonly noteType: string;
  readonly noteId: string;
}

interface Numbering {
  readonly isOrdered: boolean;
  /** 0-based. */
  readonly level: number;
  /** It has its number from its style, as headings have. */
  readonly isByStyle: boolean;
}

/** Reads what the library gives, whose types do not say what it holds. Whatever is missing is empty. */
export function elementOf(given: unknown): Element {
  const {
    type,
    children,
    body,
    value,
    isAllCaps,
    checked,
    breakType,
    styleName,
    numbering,
    noteType,
    noteId,
  }: Partial<Record<string, unknown>> = isRecord(given) ? given : {};
  return {
    type: wordOf(type),
    // A note calls its children its body.
    children: (Array.isArray(children) ? children : Array.isArray(body) ? body : []).map(elementOf),
    value: wordOf(value),
    isAllCaps: isAllCaps === true,
    isChecked: checked === true,
    breakType: breakType === 'line' || breakType === 'page' || breakType === 'column' ? breakType : null,
    styleName: wordOf(styleName),
    numbering: isRecord(numbering)
      ? {
          isOrdered: numbering['isOrdered'] === true,
          level: Number(numbering['level']) || 0,
          isByStyle: typeof numbering['paragraphStyleId'] === 'string',
        }
      : null,
    noteType: wordOf(noteType),
    noteId: wordOf(noteId),
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
