/** Words behind which a name must follow: what is missing there is a name. */
export const WAITS_FOR_NAME = /\b(?:by|per|from|with|Dr\.|Mr\.|Ms\.|Mrs\.)$/;
