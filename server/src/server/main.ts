/**
 * The server for all hosts, as one script: a program of Node, or a worker of a browser. What a host has is loaded only there.
 */
if (typeof process === 'object' && process.versions?.node !== undefined) void import('./main.node.ts');
else void import('./main.browser.ts');
