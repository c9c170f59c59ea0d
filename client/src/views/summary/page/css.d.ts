/** A style that a script imports becomes a file beside the script. */
declare module '*.css';
