import { ensureBuild, ensureInstalled } from "./setup.mjs";

ensureInstalled();
await ensureBuild({ force: true });
