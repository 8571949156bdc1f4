/** The form: Sveltia CMS in Italian, with the catalogue's own way of reading and writing a file. */
import { formatOf } from "./format.js";

const PREFERENCES = "sveltia-cms.prefs";

/** Italian, whatever the language of the browser, until someone chooses another. */
function speakItalian() {
  try {
    const known = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
    localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "it", ...known }));
  } catch {
    return; // without storage the language of the browser holds
  }
}

speakItalian();
const { default: CMS } = await import("@sveltia/cms"); // which chooses its language as it loads
const { raccolte, gruppi } = await (await fetch("campi.json")).json();
for (const [name, collection] of Object.entries(raccolte)) CMS.registerCustomFormat(name, "yaml", formatOf(collection, gruppi));
CMS.init();
