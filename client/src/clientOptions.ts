import { Uri, window } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn, vsdiag } from 'vscode-languageclient';
import { extensionName, letterLanguage } from './letterLanguage.ts';

/** The client's options that are the same in every host. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: letterLanguage }],
    // The log never holds a letter's text: the client writes what it does, not what it sends.
    outputChannel: window.createOutputChannel(extensionName, { log: true }),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      // The old side of a comparison is not to be corrected, and would double every finding in the Problems panel.
      provideDiagnostics: (document, previousResultId, token, next) => {
        const { scheme } = document instanceof Uri ? document : document.uri;
        if (scheme === 'git') return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        return next(document, previousResultId, token);
      },
    },
  };
}
