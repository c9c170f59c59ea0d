import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { MOST_PAGES } from '../../intake/documentText.ts';
import { Refused } from '../refused.ts';
import type { Page, Piece } from './page.ts';

/**
 * Opens a PDF and reads where its words are. Throws `Refused`, and what the library throws where the file is damaged.
 */
export async function readPages(bytes: Uint8Array): Promise<readonly Page[]> {
  const library = await import('unpdf/pdfjs');
  // The library takes the bytes away from its caller.
  const task = library.getDocument({ data: new Uint8Array(bytes), ...QUIET });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new Refused('too-long');
    const pages: Page[] = [];
    let pieces = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(document, number, library.OPS);
      pieces += page.pieces.length;
      if (pieces > MOST_PIECES) throw new Refused('too-long');
      pages.push(page);
    }
    return pages;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Refused('password');
    throw error;
  } finally {
    await task.destroy();
  }
}

/** No program is run that a PDF brings, no font is loaded, nothing is fetched and nothing printed. */
const QUIET = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  verbosity: 0,
} as const;

/** A page of a letter has some hundred; one that is drawn letter by letter, some thousand. */
const MOST_PIECES = 2_000_000;

type Operators = Readonly<Record<string, number>>;

async function readPage(document: PDFDocumentProxy, number: number, operators: Operators): Promise<Page> {
  const page = await document.getPage(number);
  // The page as it is shown: turned, and its first line above its second.
  const { transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces = content.items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [pieceOf(item, transform)] : [],
  );
  const isPicture = pieces.length === 0 && (await hasPicture(page, operators));
  page.cleanup();
  return { number, pieces, isPicture };
}

/** What the library says of a piece of text. */
interface DrawnText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** @param shown how the page is turned and flipped to be shown, as PDF writes a transformation: six figures */
function pieceOf({ str, transform, width }: DrawnText, shown: readonly number[]): Piece {
  const [a, b, c, d, e, f] = product(shown, transform);
  return { text: str, x: e, y: f, width, size: Math.hypot(c, d), angle: Math.atan2(b, a) };
}

type Six = readonly [number, number, number, number, number, number];

function product(outer: readonly number[], inner: readonly number[]): Six {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [k = 1, l = 0, m = 0, n = 1, x = 0, y = 0] = inner;
  return [a * k + c * l, b * k + d * l, a * m + c * n, b * m + d * n, a * x + c * y + e, b * x + d * y + f];
}

async function hasPicture(page: PDFPageProxy, operators: Operators): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const paints = new Set(PAINTS_PICTURE.map((name) => operators[name]));
  return fnArray.some((operator) => paints.has(operator));
}

const PAINTS_PICTURE = [
  'paintImageXObject',
  'paintImageXObjectRepeat',
  'paintInlineImageXObject',
  'paintInlineImageXObjectGroup',
  'paintImageMaskXObject',
  'paintImageMaskXObjectGroup',
  'paintImageMaskXObjectRepeat',
];
