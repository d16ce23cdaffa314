import { gzipSync } from "node:zlib";
import { atMost, type Figure } from "./kit";
import { makeProvince, signIn } from "./province";
import { startProduct } from "./servers";

const KB = 1024;

/** P5: what pages weigh: HTML of guests' pages, and the script a staff page loads first. */
export async function weight(): Promise<Figure[]> {
  const province = await makeProvince();
  const product = await startProduct(province.folder);
  const origin = `http://127.0.0.1:${product.port}`;
  const guestPages = {
    "the RSVP page": `/rsvp/${province.tokens[0]}`,
    "the RSVP page ready for yes": `/rsvp/${province.tokens[0]}?answer=yes`,
    "the RSVP page with the substitute's form": `/rsvp/${province.tokens[0]}?answer=substitute`,
    "the RSVP page in Arabic": `/rsvp/${province.tokens[1]}?lang=ar`,
    "the RSVP page in Hindi": `/rsvp/${province.tokens[1]}?lang=hi`,
    "a dead link": `/rsvp/${"x".repeat(43)}`,
    "the sign-in page": "/sign-in",
    "the event's public page": `/e/${province.event.slug}`,
    "the campaign's public page": `/c/${province.campaignSlug}`,
    "a page that is not there": "/nothing/here",
  };
  try {
    const pages: Figure[] = [];
    for (const [what, path] of Object.entries(guestPages)) {
      const answer = await fetch(origin + path);
      const html = await answer.text();
      if (/<script|rel="modulepreload"/i.test(html)) throw new Error(`${path} holds a script`);
      const bytes = Buffer.byteLength(html);
      pages.push(figureOf(`HTML of ${what} (${answer.status}), no script`, bytes, 10 * KB));
    }
    // The heaviest three say enough.
    pages.sort((a, b) => b.ratio - a.ratio);
    const cookie = await signIn(province);
    const staff: Figure[] = [];
    for (const path of ["/events", "/", `/events/${province.event.id}`]) {
      const { bytes, files } = await scriptOf(origin, path, cookie);
      staff.push(figureOf(`Script of ${path.replace(/[0-9a-f-]{36}/, ":id")}, gzip, ${files} files`, bytes, 130 * KB));
    }
    return [...pages.slice(0, 3), ...staff];
  } finally {
    await product.stop();
    await province.remove();
  }
}

const figureOf = (what: string, bytes: number, most: number): Figure => ({
  name: "P5",
  what,
  ours: `${(bytes / KB).toFixed(1)} KB`,
  reference: `${most / KB} KB`,
  ratio: bytes / most,
  target: atMost(1),
});

/** Everything the page's HTML asks for as script, and what those files import in turn, compressed. */
async function scriptOf(origin: string, path: string, cookie: string) {
  const answer = await fetch(origin + path, { headers: { cookie } });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const wanted = [...html.matchAll(/\/assets\/[\w.$~-]+\.js/g)].map(([file]) => file);
  const sizes = new Map<string, number>();
  for (let file = wanted.shift(); file; file = wanted.shift()) {
    if (sizes.has(file)) continue;
    const script = await (await fetch(origin + file)).text();
    sizes.set(file, gzipSync(script).length);
    for (const [, name] of script.matchAll(/(?:from|import)\s*"\.\/([\w.$~-]+\.js)"/g)) wanted.push(`/assets/${name}`);
  }
  return { bytes: [...sizes.values()].reduce((sum, one) => sum + one, 0), files: sizes.size };
}
