/**
 * What reads letters, and answers about them: a script of its own, beside the one that starts, which loads this when the
 * client has been answered that the server is there. What a host has is loaded only there.
 */
import type { Host } from './serve.ts';

export { serve } from './serve.ts';

export const nodeHost = async (): Promise<Host> => (await import('./host.node.ts')).host;
export const browserHost = async (): Promise<Host> => (await import('./host.browser.ts')).host;
