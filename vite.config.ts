import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { oneLanguage } from "./bin/one-language.mjs";
import { settledFlags } from "./bin/settled-flags.mjs";
import remixConfig from "./remix.config.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const frameworks =
  /\/node_modules\/(?:react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|@remix-run)\//;
// What nearly every staff page shows travels in one file: many small ones pack badly and lengthen the list of routes.
const frame =
  /\/app\/(?:web\/(?:frame-|i18n|localized|nonce|paths|time|title|use-)|(?:web|ui)\/messages\/index|ui\/(?:badge|breadcrumbs|button|choice-field|class-names|empty-state|error-summary|field|form|form-actions|icon|link|menu|notice|page|pagination|shell|table|tabs|text|text-field|wordmark|words)\.)/;

const chunkOf = (id: string) => (frameworks.test(id) ? "frameworks" : frame.test(id) ? "frame" : undefined);

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [oneLanguage(), settledFlags(), remix(remixConfig)],
  resolve: { alias: { "~": at("./app"), "#db": at("./db"), "#emails": at("./emails") } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: { output: isSsrBuild ? {} : { manualChunks: chunkOf } },
  },
}));
