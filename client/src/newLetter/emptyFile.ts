import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  languages,
  Range,
  SnippetString,
  type TextDocument,
} from 'vscode';
import snippets from '../../../snippets/imr-determination.json' with { type: 'json' };

/**
 * Offers the letter's template in a plain-text file that holds nothing, or nothing but the beginning of its prefix: in
 * anyone's notes it stays away.
 */
export function offerTemplates(): Disposable {
  return languages.registerCompletionItemProvider(
    { language: 'plaintext' },
    {
      provideCompletionItems: (document, position) => {
        if (!isEmpty(document)) return [];
        const { prefix, description, body } = snippets['Determination letter'];
        const item = new CompletionItem({ label: prefix, description: 'IMR letter' }, CompletionItemKind.Snippet);
        item.detail = description;
        item.insertText = new SnippetString(body.join('\n'));
        item.range = new Range(position.with({ character: 0 }), position);
        return [item];
      },
    },
  );
}

function isEmpty(document: TextDocument): boolean {
  return document.lineCount <= 2 && /^\s*(?:im[\w-]{0,12})?\s*$/i.test(document.getText());
}
