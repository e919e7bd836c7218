// What is asked once a reader has said whom they mean? The same, with the full name, so that follow-ups lean on it too.

/** @param shared the name in the question that several organisations share */
export function chosenQuestion(question: string, shared: string | undefined, chosen: string): string {
  if (shared !== undefined && question.includes(shared)) return question.replace(shared, () => chosen)
  return `${question}（${chosen}）`
}
