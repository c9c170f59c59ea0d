// General tools on the same letters, as a yardstick of speed. They look for other things: only the time compares.

/** Name, check and number of rounds of each peer. */
export async function checkText() {
  const { lint } = await import('markdownlint/sync');
  const { getDefaultSettings, spellCheckDocument } = await import('cspell-lib');
  const settings = await getDefaultSettings();
  return [
    ['markdownlint', (letter) => lint({ strings: { letter } }), 10],
    [
      'cspell-lib',
      (letter) =>
        spellCheckDocument(
          { uri: 'file:///letter.txt', text: letter, languageId: 'plaintext' },
          { noConfigSearch: true, generateSuggestions: false },
          settings,
        ),
      3,
    ],
  ];
}
