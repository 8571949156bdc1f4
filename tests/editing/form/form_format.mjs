/** Runs the form's file format without a page: a list of jobs in, what each one gives out. Both are JSON. */
import { readFileSync } from "node:fs";

const { folder, shapes, jobs } = JSON.parse(readFileSync(0, "utf-8"));
const { formatOf } = await import(`${folder}/format.js`);
const today = () => "2026-11-21";
const edits = {
  /** As a new file would be written. */
  asNew: ({ testo_del_file: _, ...form }) => form,
  asItIs: (form) => form,
  with: (form, set) => ({ ...form, ...set }),
};

const answers = jobs.map(({ collection, text, edit, set }) => {
  const format = formatOf(shapes.raccolte[collection], shapes.gruppi, today);
  try {
    const form = text ? format.fromFile(text.trim()) : {};
    return { form, text: format.toFile(edits[edit](form, set)) };
  } catch (failure) {
    return { failure: String(failure) };
  }
});
process.stdout.write(JSON.stringify(answers));
