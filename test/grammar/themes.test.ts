import { describe, expect, test } from 'vitest';
import { INITIAL } from 'vscode-textmate';
import defaultThemes from './default-themes.json' with { type: 'json' };
import { readThemeFile, THEME_FILES, type Theme, type ThemeName, themeFilesPresent, toRawTheme } from './themes.ts';
import { loadRegistry } from './tokenizer.ts';

const { registry, grammar } = await loadRegistry();
const themes: Readonly<Record<ThemeName, Theme>> = defaultThemes;

/** What a reader looks for: a line of a letter, and the piece of it that must be out. */
const essentials = {
  'section heading': ['CLINICAL CASE SUMMARY', 'CLINICAL CASE SUMMARY'],
  'issue heading': ['Physical therapy to the left knee: Upheld', 'Physical therapy to the left knee'],
  Upheld: ['Physical therapy: Upheld', 'Upheld'],
  Overturned: ['Physical therapy: Overturned', 'Overturned'],
  'partly overturned': ['Physical therapy: Partially Overturned', 'Partially Overturned'],
  'conclusion that upholds': ['The request is not medically necessary.', 'is not medically necessary'],
  'conclusion that overturns': ['The request is medically necessary.', 'is medically necessary'],
  'part label': ['Decision rationale: The worker has pain.', 'Decision rationale'],
  'header label': ['UR Denial Date: 11/27/2013', 'UR Denial Date'],
  credentials: ['State(s) of Licensure: Nevada', ' Nevada'],
  'case number': ['Case Number: CM17-0990001', 'CM17-0990001'],
  date: ['It was seen on 11-18-2016.', '11-18-2016'],
  guideline: ['The ODG recommend more.', 'ODG'],
  chapter: ['See Low Back Complaints for more.', 'Low Back Complaints'],
  'guideline section': [
    'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.',
    ' Initial Care',
  ],
  page: ['Page(s): 98-99.', '98-99'],
  quantity: ['The worker had 12 visits before.', '12 visits'],
  strength: ['Naproxen 550mg was given.', '550mg'],
  'spinal level': ['A bulge at L4-5 was seen.', 'L4-5'],
  'original request': ['A brace was the original request.', 'was the original request'],
  link: ['See www.example.org for more.', 'www.example.org'],
} as const satisfies Record<string, readonly [line: string, piece: string]>;

type Essential = keyof typeof essentials;
const essentialNames = Object.keys(essentials).filter((name): name is Essential => name in essentials);

describe.each(Object.keys(THEME_FILES).filter((name): name is ThemeName => name in THEME_FILES))('in %s', (name) => {
  const theme = themes[name];

  test.each(essentialNames)('%s differs from plain text', (essential) => {
    expect(styleOf(theme, name, essential)).not.toEqual(plainStyle(theme));
  });

  test('prose is plain', () => {
    const line = 'The injured worker has had low back pain since a fall; examination showed tenderness.';
    expect(styles(theme, name, line)).toEqual([{ text: line, style: plainStyle(theme) }]);
  });

  test.each([
    ['Upheld', 'Overturned'],
    ['Upheld', 'partly overturned'],
    ['Overturned', 'partly overturned'],
    ['conclusion that upholds', 'conclusion that overturns'],
    ['issue heading', 'Upheld'],
    ['issue heading', 'Overturned'],
    ['issue heading', 'section heading'],
    ['issue heading', 'part label'],
    ['quantity', 'date'],
    ['quantity', 'guideline'],
  ] as const)('%s and %s have different colors', (one, other) => {
    expect(styleOf(theme, name, one)).not.toEqual(styleOf(theme, name, other));
  });

  test.each(['section heading', 'issue heading', 'Upheld', 'Overturned'] as const)('%s is bold', (essential) => {
    expect(styleOf(theme, name, essential).bold).toBe(true);
  });

  test.each(essentialNames)('%s reaches a contrast of 4.5 : 1', (essential) => {
    expect(contrast(styleOf(theme, name, essential).foreground, theme.background)).toBeGreaterThanOrEqual(4.5);
  });
});

test.each(Object.keys(THEME_FILES).filter((name): name is ThemeName => name in THEME_FILES))(
  'in %s no decision is the faintest word of a letter',
  (name) => {
    const theme = themes[name];
    const contrastOf = (essential: Essential): number =>
      contrast(styleOf(theme, name, essential).foreground, theme.background);
    const isDecision = (essential: Essential): boolean => /^(?:Upheld|Overturned|conclusion)/.test(essential);
    const faintest = Math.min(...essentialNames.filter((each) => !isDecision(each)).map(contrastOf));
    for (const decision of essentialNames.filter(isDecision)) {
      expect(contrastOf(decision), decision).toBeGreaterThanOrEqual(Math.max(4.5, faintest));
      if (name.startsWith('High Contrast')) expect(contrastOf(decision), decision).toBeGreaterThanOrEqual(7);
    }
  },
);

// The table is a copy, so that these tests need no editor; where the editor is installed, the copy is checked
// (`vitest run -u test/grammar/themes.test.ts` renews it).
test('the table of theme rules agrees with the themes of the installed VS Code', async ({ skip }) => {
  if (!themeFilesPresent)
    skip('no VS Code is installed in .vscode-test (npm run test:editor does it): the copy is not checked');
  const read = Object.fromEntries(Object.entries(THEME_FILES).map(([name, file]) => [name, readThemeFile(file)]));
  await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot('./default-themes.json');
});

type Style = {
  /** `#RRGGBB`, in capitals. */
  readonly foreground: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
};

function styleOf(theme: Theme, name: ThemeName, essential: Essential): Style {
  const [line, piece] = essentials[essential];
  const found = styles(theme, name, line).find(({ text }) => text === piece);
  if (found === undefined) throw new Error(`'${piece}' is not a token of its own in '${line}'`);
  return found.style;
}

function plainStyle(theme: Theme): Style {
  return { foreground: theme.foreground.toUpperCase(), italic: false, bold: false, underline: false };
}

/** The line's runs of one style, as VS Code computes them. */
function styles(
  theme: Theme,
  name: ThemeName,
  line: string,
): readonly { readonly text: string; readonly style: Style }[] {
  registry.setTheme(toRawTheme(theme, name));
  const colors = registry.getColorMap();
  const { tokens } = grammar.tokenizeLine2(line, INITIAL);
  const starts = [...tokens].filter((_, index) => index % 2 === 0);
  return starts.map((start, index) => {
    const metadata = tokens[2 * index + 1] ?? 0;
    const fontStyle = (metadata >>> 11) & 0xf;
    return {
      text: line.slice(start, starts[index + 1]),
      style: {
        foreground: (colors[(metadata >>> 15) & 0x1ff] ?? '').toUpperCase(),
        italic: (fontStyle & 1) !== 0,
        bold: (fontStyle & 2) !== 0,
        underline: (fontStyle & 4) !== 0,
      },
    };
  });
}

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
