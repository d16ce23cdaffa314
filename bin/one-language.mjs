/**
 * In the browser a page needs the words of one language. The index of a folder of words, which holds all four on the
 * server, becomes in the client build a module that fetches the language of the document. Changing the language loads
 * the document anew, so the answer never changes under a page.
 * @returns {import("vite").Plugin}
 */
export function oneLanguage() {
  return {
    name: "one-language",
    apply: "build",
    enforce: "pre",
    transform(code, id, options) {
      if (options?.ssr || !/\/messages\/(?:[\w-]+\/)?index\.ts$/.test(id)) return null;
      const name = /export const (\w+) = \{ vi, en, ar, hi \} satisfies/.exec(code)?.[1];
      const files = Object.fromEntries(
        [...code.matchAll(/import \{ (vi|en|ar|hi) \} from "(\.\/[\w-]+)";/g)].map(([, lang, file]) => [lang, file]),
      );
      if (!name || Object.keys(files).length !== 4)
        throw new Error(`${id}: words must be imported as vi, en, ar and hi and joined in one object`);
      const loads = Object.entries(files).map(
        ([lang, file]) => `${lang}: () => import("${file}").then((words) => words.${lang})`,
      );
      return {
        code: `const loads = { ${loads.join(", ")} };
const words = await (loads[document.documentElement.lang] ?? loads.vi)();
export const ${name} = { vi: words, en: words, ar: words, hi: words };`,
        map: null,
      };
    },
  };
}
