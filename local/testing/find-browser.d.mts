/** The path of a Chromium-like browser, or undefined. `CHROMIUM_PATH` comes first. */
export function findBrowser(): string | undefined;
