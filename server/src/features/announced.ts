/** What the features announce before there is a letter. Nothing here loads the code that reads one. */
import { CodeActionKind, type SemanticTokensLegend } from 'vscode-languageserver-types';

/** Applies every mechanical fix of a letter at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.imr`;

/** The only character that may open the list by itself: names are written after a blank. */
export const COMPLETION_TRIGGERS: readonly string[] = [' '];

/** What the server colors. package.json gives each the scope that the grammar gives to its like. */
const SEMANTIC_TOKEN_TYPES = [
  'issueHeading',
  'conclusionUpheld',
  'conclusionOverturned',
  'conclusionPartial',
  'plainWords',
] as const;

export type SemanticTokenType = (typeof SEMANTIC_TOKEN_TYPES)[number];

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...SEMANTIC_TOKEN_TYPES],
  tokenModifiers: [],
};
