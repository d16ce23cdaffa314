/** Builds what browsers and the process run, unless the build at hand was made from exactly these sources. */
export function ensureBuild(options?: { force?: boolean }): Promise<boolean>;
