/** The path of a Chromium-like browser, or undefined. `CHROMIUM_PATH` comes first. */
export function findBrowser(): string | undefined;
/** The path of a browser, installing one where there is none; leaves with a sentence if that is not possible. */
export function ensureBrowser(): string;
