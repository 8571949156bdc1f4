/** The one answer of a question that has one. @template T @param {AsyncGenerator<T>} answers @returns {Promise<T>} */
export async function only(answers) {
  for await (const answer of answers) return answer;
  throw new Error("no answer");
}
