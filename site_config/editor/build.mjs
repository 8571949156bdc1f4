/**
 * Bundles the form: node build.mjs <folder>
 *
 * Sveltia CMS asks a CDN for some files and for news of itself. Here what the form needs is bundled or copied, what it does
 * not need (image codecs, maps, code highlighting, other languages) is left out, and no address of a CDN remains.
 */
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const cms = join(here, "node_modules", "@sveltia", "cms");
const folder = process.argv[2] ?? join(here, "pronto");

const UNUSED = /^(?:@shikijs\/|svgo|leaflet|terra-draw|exifr|\.\/chunks\/(?:heic|webp_enc|shiki-engine)|\.\.\/locales\/)/;
const USED = "../locales/it.json";
const NOTHING = { path: "nothing", namespace: "left-out" };
/** Asked without anyone wanting it: whether the host of the code is well, and news of the program (below, from here). */
const HEALTH = /https:\/\/(?:www\.githubstatus\.com\/api|status-api\.hostedstatus\.com)\/[\w./]+/g;
const CDN = /https:\/\/unpkg\.com/g;
const FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+?)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;
const SERVED = /\.(?:woff2|txt)$/;

const fonts = await readdir(join(cms, "npm", "assets"));

/** A font from the folder beside the page, in the place of the CDN's. */
function ownFont(family, face) {
  const file = fonts.find((name) => name.startsWith(`${family}-${face}`));
  if (!file) throw new Error(`no font ${family} ${face} in the package`);
  return `assets/${file}`;
}

/** Two tables of words in one; where both have a word, the second's. */
function together(first, second) {
  const isTable = (value) => typeof value === "object" && value !== null;
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    keys.map((key) => [key, isTable(first[key]) && isTable(second[key]) ? together(first[key], second[key]) : (second[key] ?? first[key])]),
  );
}

/** Ours (it.json) say what the program does not say in Italian yet; where it does, its own words stand. */
async function italianWords(path) {
  const [own, theirs] = await Promise.all([join(here, "it.json"), path].map((file) => readFile(file, "utf-8")));
  return JSON.stringify(together(JSON.parse(own), JSON.parse(theirs)));
}

const onlyWhatIsUsed = {
  name: "only-what-is-used",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path, importer }) => (importer.includes("@sveltia") && path !== USED ? NOTHING : undefined));
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export default {};", loader: "js" }));
    onLoad({ filter: /locales[\\/]it\.json$/ }, async ({ path }) => ({ contents: await italianWords(path), loader: "json" }));
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf-8")).replace(HEALTH, "data:application/json,{}").replace(CDN, ".").replace(FONT, (_, family, face) => ownFont(family, face)),
      loader: "js",
    }));
  },
};

await build({
  entryPoints: [join(here, "main.js")],
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  legalComments: "linked",
  target: "es2022",
  outdir: folder,
  plugins: [onlyWhatIsUsed],
  logLevel: "warning",
});
await mkdir(join(folder, "assets"), { recursive: true });
await cp(join(cms, "npm", "assets"), join(folder, "assets"), {
  recursive: true,
  filter: (path) => path.endsWith("assets") || SERVED.test(path),
});
const { version } = JSON.parse(await readFile(join(cms, "package.json"), "utf-8"));
await mkdir(join(folder, "@sveltia", "cms"), { recursive: true });
await writeFile(join(folder, "@sveltia", "cms", "package.json"), `${JSON.stringify({ version })}\n`); // no news: this is the last
await cp(join(cms, "LICENSE.txt"), join(folder, "LICENSE-sveltia-cms.txt"));
