import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { oneLanguage } from "./bin/one-language.mjs";
import remixConfig from "./remix.config.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [oneLanguage(), remix(remixConfig)],
  resolve: { alias: { "~": at("./app"), "#db": at("./db"), "#emails": at("./emails") } },
  build: { target: "es2022", assetsInlineLimit: 0 },
});
