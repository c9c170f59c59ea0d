/** What the features say of themselves before there is a letter. Nothing here loads what reads one. */
import { CodeActionKind, type SemanticTokensLegend } from 'vscode-languageserver-types';

/** Applies every mechanical fix of a letter at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.imr`;

/** The only character that may open the list by itself: names are written after a blank. */
export const COMPLETION_TRIGGERS: readonly string[] = [' '];

/** One kind of word: the lines of an issue's heading. package.json gives it the scope that the grammar gives its last line. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: ['issueHeading'], tokenModifiers: [] };
