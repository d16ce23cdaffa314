import remixConfig from "../remix.config.js";

/**
 * Remix brings both ways of each future flag to the browser and asks there which one holds. The build knows the answer:
 * with it written in, the way not taken is left out.
 * @returns {import("vite").Plugin}
 */
export function settledFlags() {
  const { future } = remixConfig;
  return {
    name: "settled-flags",
    apply: "build",
    enforce: "pre",
    transform(code, id, options) {
      if (options?.ssr || !/@remix-run\/react\/dist\/esm\/.*\.js$/.test(id)) return null;
      const settled = code.replace(/\b(?:window\.__remixContext\.)?future\.(v3_\w+)/g, (asked, flag) =>
        flag in future ? String(future[flag]) : asked,
      );
      return settled === code ? null : { code: settled, map: null };
    },
  };
}
