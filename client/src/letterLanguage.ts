/** The language id of a determination letter, as package.json contributes it. */
export const letterLanguage = 'imr-determination';

/** The extension's name where the user reads it. */
export const extensionName = 'IMR Determinations';
