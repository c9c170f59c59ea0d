import { existsSync, readFileSync } from 'node:fs';
import type { IRawTheme } from 'vscode-textmate';
import manifest from '../../package.json' with { type: 'json' };
import { GRAMMAR_TEXT } from './tokenizer.ts';

/** What a default theme of VS Code says about the scopes of the letters' grammar. Colors as `#RRGGBB`. */
export type Theme = {
  readonly foreground: string;
  readonly background: string;
  /** In the theme's own order, included themes first. */
  readonly rules: readonly ThemeRule[];
};

export type ThemeRule = { readonly scope: string; readonly foreground?: string; readonly fontStyle?: string };

export const THEME_FILES = {
  'Light Modern': 'light_modern.json',
  'Dark Modern': 'dark_modern.json',
  'High Contrast Light': 'hc_light.json',
  'High Contrast': 'hc_black.json',
} as const;

export type ThemeName = keyof typeof THEME_FILES;

/** The default themes' own files, where the embedded VS Code of the editor tests is installed. */
const themesFolder = new URL(
  '../../.vscode-test/embedded/node_modules/code-server/lib/vscode/extensions/theme-defaults/themes/',
  import.meta.url,
);

export const themeFilesPresent = existsSync(themesFolder);

/** Reads a theme's file and keeps the rules that can touch a scope of the grammar. */
export function readThemeFile(file: string): Theme {
  const chain = includeChain(file);
  const color = (id: string): string | undefined =>
    chain.findLast(({ colors }) => colors?.[id] !== undefined)?.colors?.[id];
  return {
    foreground: color('editor.foreground') ?? EDITOR_DEFAULTS.foreground,
    background: color('editor.background') ?? EDITOR_DEFAULTS.background,
    rules: chain.flatMap(({ tokenColors }) => (tokenColors ?? []).flatMap(relevantRules)),
  };
}

/** What the extension itself says about the colors of its scopes, by the theme's name in the settings. */
const customized: Readonly<Record<string, { readonly textMateRules: IRawTheme['settings'] } | undefined>> =
  manifest.contributes.configurationDefaults['editor.tokenColorCustomizations'];

/** The theme as the highlighting engine takes it: the first rule, without a scope, colors plain text. */
export function toRawTheme(theme: Theme, name: ThemeName): IRawTheme {
  return {
    settings: [
      { settings: { foreground: theme.foreground, background: theme.background } },
      ...theme.rules.map(({ scope, ...settings }) => ({ scope, settings })),
      ...(customized[`[Default ${name}]`]?.textMateRules ?? []),
    ],
  };
}

type ThemeFile = {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: readonly RawRule[];
};

type RawRule = {
  readonly scope?: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
};

/** Only High Contrast Light leaves these two to VS Code's registry of colors. */
const EDITOR_DEFAULTS = { foreground: '#292929', background: '#FFFFFF' };

function includeChain(file: string): readonly ThemeFile[] {
  const theme: ThemeFile = JSON.parse(readFileSync(new URL(file, themesFolder), 'utf8'));
  return theme.include === undefined ? [theme] : [...includeChain(theme.include), theme];
}

const grammarScopes = [...GRAMMAR_TEXT.matchAll(/"(?:name|contentName)": "([^"]+\.imr-determination)"/g)].flatMap(
  ([, names = '']) => names.split(' '),
);

function relevantRules({ scope = [], settings: { foreground, fontStyle } }: RawRule): readonly ThemeRule[] {
  return [scope]
    .flat()
    .flatMap((selectors) => selectors.split(','))
    .map((selector) => selector.trim())
    .filter((selector) => grammarScopes.some((name) => `${name}.`.startsWith(`${selector}.`)))
    .map((selector) => ({
      scope: selector,
      ...(foreground === undefined ? {} : { foreground }),
      ...(fontStyle === undefined ? {} : { fontStyle }),
    }));
}
