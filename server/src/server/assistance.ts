import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionTriggerKind,
  type Connection,
  DocumentLinkRequest,
  HoverRequest,
  InlayHintRequest,
  RequestType,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Determination } from '../determination/model.ts';
import { codeLenses } from '../features/codeLenses.ts';
import { COMPLETION_TRIGGERS, completions } from '../features/completion/completion.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { guidelineDocument } from '../features/guidelineDocument.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../features/semanticTokens.ts';
import { today } from '../pipeline/today.ts';
import type { Letters } from './letters.ts';
import type { EditorPolicy, Policy } from './policy.ts';

/**
 * The catalogue as a Markdown document: with the facts that apply to the letter at `uri`; without one, to any in the
 * first folder that is open.
 */
export const GuidelineCatalogueRequest = new RequestType<{ readonly uri: string | null }, string, void>(
  'imr/guidelineCatalogue',
);

/** What helps to read and to write a letter, beside the findings. Every answer comes from the features, which are pure. */
export const ASSISTANCE: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
  codeLensProvider: {},
  inlayHintProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true },
};

export function serveAssistance(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  letters: Letters,
  policy: Policy,
): void {
  connection.onRequest(HoverRequest.type, ({ textDocument, position }) =>
    answer(textDocument.uri, (letter, { guidelines }) =>
      hover(letter, letter.text.lines.offsetAt(position), guidelines),
    ),
  );
  connection.onRequest(CompletionRequest.type, ({ textDocument, position, context }) =>
    answer(textDocument.uri, (letter, { guidelines }) => {
      const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      return completions(letter, letter.text.lines.offsetAt(position), { guidelines, today: today(), asked });
    }),
  );
  connection.onRequest(CodeLensRequest.type, ({ textDocument }) =>
    answer(textDocument.uri, (letter, { guidelines, shows }) =>
      shows.codeLenses ? codeLenses(letter, guidelines) : [],
    ),
  );
  connection.onRequest(InlayHintRequest.type, ({ textDocument, range }) =>
    answer(textDocument.uri, (letter, { shows }) => (shows.inlayHints ? inlayHints(letter, range) : [])),
  );
  connection.onRequest(SelectionRangeRequest.type, ({ textDocument, positions }) =>
    answer(textDocument.uri, (letter) => selectionRanges(letter, positions)),
  );
  connection.onRequest(DocumentLinkRequest.type, ({ textDocument }) => answer(textDocument.uri, documentLinks));
  connection.onRequest(SemanticTokensRequest.type, ({ textDocument }) => answer(textDocument.uri, semanticTokens));

  connection.onRequest(GuidelineCatalogueRequest, async ({ uri }) => {
    const { guidelines } = await policy.of(uri ?? policy.anyLetter());
    return guidelineDocument(guidelines, today());
  });

  async function answer<T>(uri: string, of: (letter: Determination, policy: EditorPolicy) => T): Promise<T | null> {
    const applied = await policy.of(uri);
    // Looked up behind the wait: the letter may have changed or closed meanwhile.
    const document = documents.get(uri);
    return document === undefined ? null : of(letters.determination(document), applied);
  }
}

/** Asks the client to ask again for what it shows beside the text: settings or guideline facts have changed. */
export function refreshAssistance(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.codeLens?.refreshSupport === true) void connection.sendRequest(CodeLensRefreshRequest.type);
  if (workspace?.inlayHint?.refreshSupport === true) void connection.languages.inlayHint.refresh();
}
